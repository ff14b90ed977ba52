package firedrill.ingest.market;

import static firedrill.ingest.market.MarketParameters.FUNDING_CLAMP_BPS;
import static firedrill.ingest.market.MarketParameters.FUNDING_INTEREST_BPS;
import static firedrill.ingest.market.MarketParameters.PREMIUM_BPS_PER_PERCENT;
import static firedrill.ingest.market.MarketParameters.PREMIUM_MEMORY_MINUTES;
import static firedrill.ingest.market.MarketParameters.PREMIUM_NOISE_BPS;
import static firedrill.ingest.market.MarketParameters.PREMIUM_NOISE_MINUTES;

import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;

/**
 * The funding rate of the perpetual contract, as exchanges show it: {@code F = P + clamp(I - P, -0.05 %, +0.05 %)}, where P is
 * the premium over the index averaged since the last payment at 00, 08 or 16 UTC, late minutes weighing more. F equals I as
 * long as P is within 0.05 % of it, which is most of the time.
 *
 * <p>The premium follows the moves of about a day, with noise that reverts within the hour.
 */
final class FundingRate {

    private static final long INTERVAL_MINUTES = 8 * 60;
    private static final double NOISE_STEP_BPS = PREMIUM_NOISE_BPS * Math.sqrt(2 / PREMIUM_NOISE_MINUTES);

    private final RandomStream draws;
    private double noiseBps;
    private double recentMove;
    private double weighted;
    private double weights;
    private double rateBps = FUNDING_INTEREST_BPS;

    FundingRate(RandomStream draws) {
        this.draws = draws;
    }

    void updateMinute(long minute, double minuteReturn) {
        recentMove += minuteReturn - recentMove / PREMIUM_MEMORY_MINUTES;
        noiseBps += NOISE_STEP_BPS * draws.normal(minute, SingleDraw.VALUE) - noiseBps / PREMIUM_NOISE_MINUTES;
        long sincePaid = Math.floorMod(minute, INTERVAL_MINUTES);
        if (sincePaid == 0) {
            weighted = 0;
            weights = 0;
        }
        double premiumBps = FUNDING_INTEREST_BPS + PREMIUM_BPS_PER_PERCENT * 100 * recentMove + noiseBps;
        weighted += (sincePaid + 1) * premiumBps;
        weights += sincePaid + 1;
        rateBps = rateBps(weighted / weights);
    }

    /** Per 8 hours, in basis points, if the payment were due now. */
    double rateBps() {
        return rateBps;
    }

    static double rateBps(double premiumBps) {
        return premiumBps
                + Math.min(FUNDING_CLAMP_BPS, Math.max(-FUNDING_CLAMP_BPS, FUNDING_INTEREST_BPS - premiumBps));
    }
}
