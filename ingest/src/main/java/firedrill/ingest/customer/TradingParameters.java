package firedrill.ingest.customer;

import firedrill.ingest.parameters.UniformRange;

/** Manual trading. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record TradingParameters(
        double login,
        double loginToTradeMeanMinutes,
        double otherCoin,
        double sell,
        double sellInFall,
        double fallReturnZ,
        double allAtOnce,
        UniformRange fraction,
        double limitOrder,
        double limitOffsetMedianBps,
        double limitOffsetSigma,
        double cancelAndCross,
        double cancelledToTakenMedian,
        double cancelledToTakenSigma,
        double thinBookMakerFillShare,
        int thinBookMakers,
        double singleCounterpartyShare,
        double feeTierRoundTrip,
        int maxRoundTrips,
        double roundTripToWealth,
        UniformRange roundTripMinutes) {}
