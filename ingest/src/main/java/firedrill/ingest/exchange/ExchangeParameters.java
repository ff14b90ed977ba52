package firedrill.ingest.exchange;

import firedrill.ingest.market.Asset;
import firedrill.ingest.parameters.ParameterSet;
import java.util.concurrent.TimeUnit;

/** Parameters of the exchange, from {@code exchange.yaml}, which says what each one means. */
public record ExchangeParameters(ReviewParameters review, BookParameters book, EconomicParameters economics) {

    /** The values of the file. */
    public static final ExchangeParameters DEFAULT =
            ParameterSet.load("exchange").bind("exchange", ExchangeParameters.class);

    /** Cost of a review in cents: an analyst's minutes at the hourly rate. */
    public long reviewCostCents() {
        return Math.round(review.minutes() * economics.analystHourUsd() * 100 / 60);
    }

    /** Review operations. */
    public record ReviewParameters(
            double withdrawalsPerUserDay,
            double capacityPerWithdrawal,
            int minutes,
            double sensitivity,
            double specificity) {

        long durationMillis() {
            return TimeUnit.MINUTES.toMillis(minutes);
        }
    }

    /** The order book. */
    public record BookParameters(
            CoinValues halfSpreadBps,
            CoinValues depthCents,
            double depthImpactBps,
            double maxOffsetBps,
            double limitFullFillBps,
            double limitFillDecayBps,
            double limitMinFillShare) {}

    /** A number for each coin. */
    public record CoinValues(double btc, double eth, double sol, double thinCoin) {

        /** The value of this coin; cash counts as BTC. */
        double of(Asset coin) {
            return switch (coin) {
                case CASH, BTC -> btc;
                case ETH -> eth;
                case SOL -> sol;
                case VIA -> thinCoin;
            };
        }
    }

    /** Fees, recovery, the cost of review and penalties. */
    public record EconomicParameters(
            double orderFeeBps, double recoveryShare, double analystHourUsd, double launderingPenaltyShare) {

        /** The fee of an order, rounded to a cent. */
        public long orderFeeCents(long notionalCents) {
            return Math.round(notionalCents * orderFeeBps / 10_000);
        }
    }
}
