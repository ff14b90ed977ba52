package firedrill.ingest.market;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.market.MarketParameters.FundingParameters;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;

/**
 * Funding rate of the perpetual contract, as exchanges define it: {@code F = P + clamp(I - P, -0.05 %, +0.05 %)}, where P is
 * the premium over the index averaged since the last payment at 00, 08 or 16 UTC, weighted towards late minutes. F equals I
 * as long as P is within 0.05 % of it, which is most of the time.
 *
 * <p>The premium follows the price moves of about a day, with noise that reverts within the hour.
 */
final class FundingRate {

    private static final long INTERVAL_MINUTES = 8 * 60;
    private static final double INTEREST_BPS = MarketSnapshot.BASELINE_FUNDING_BPS;

    private final RandomStream draws;
    private final double clampBps;
    private final double noiseStepBps;
    private final double premiumBpsPerPercent;
    private final DecayingSum noiseBps;
    private final DecayingSum recentMove;
    private double weighted;
    private double weights;
    private double rateBps = INTEREST_BPS;

    FundingRate(FundingParameters parameters, RandomStream draws) {
        this.draws = draws;
        clampBps = parameters.clampBps();
        noiseStepBps = parameters.premiumNoiseBps() * Math.sqrt(2 / parameters.premiumNoiseMinutes());
        premiumBpsPerPercent = parameters.premiumBpsPerPercent();
        noiseBps = new DecayingSum(parameters.premiumNoiseMinutes());
        recentMove = new DecayingSum(parameters.premiumMemoryMinutes());
    }

    void updateMinute(long minute, double minuteReturn) {
        recentMove.add(minuteReturn);
        noiseBps.add(noiseStepBps * draws.normal(minute, SingleDraw.VALUE));
        long sincePaid = Math.floorMod(minute, INTERVAL_MINUTES);
        if (sincePaid == 0) {
            weighted = 0;
            weights = 0;
        }
        double premiumBps = INTEREST_BPS + premiumBpsPerPercent * 100 * recentMove.value() + noiseBps.value();
        weighted += (sincePaid + 1) * premiumBps;
        weights += sincePaid + 1;
        rateBps = rateBps(weighted / weights);
    }

    /** The rate if the payment were due now, basis points per 8 hours. */
    double rateBps() {
        return rateBps;
    }

    double rateBps(double premiumBps) {
        return premiumBps + Math.min(clampBps, Math.max(-clampBps, INTEREST_BPS - premiumBps));
    }
}
