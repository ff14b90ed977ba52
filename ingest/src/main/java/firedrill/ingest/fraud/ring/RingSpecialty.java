package firedrill.ingest.fraud.ring;

import firedrill.ingest.event.FraudTypology;

import java.util.List;

/**
 * A line of crime: what one kind of ring does. A ring that can do several things shifts between them as they pay; what it
 * has not learned it cannot do.
 */
public enum RingSpecialty {
    ACCOUNT_THEFT(FraudParameters.ACCOUNT_THEFT_RINGS, 0, FraudParameters.ACCOUNT_THEFTS_PER_HOUR),
    CONTROL_BYPASS(1, 0, FraudParameters.CONTROL_BYPASSES_PER_DAY / 24),
    LAUNDERING(FraudParameters.LAUNDERING_RINGS, FraudParameters.MULES_PER_RING, FraudParameters.LAUNDERING_PER_HOUR),
    API_KEY_THEFT(1, FraudParameters.BENEFICIARIES_PER_RING, FraudParameters.API_KEY_THEFTS_PER_DAY / 24),
    PROMO_FARMING(FraudParameters.PROMO_FARM_RINGS, 0, FraudParameters.PROMO_FARMS_PER_DAY / 24),
    DEPOSIT_FRAUD(FraudParameters.DEPOSIT_FRAUD_RINGS, 0, FraudParameters.DEPOSIT_FRAUDS_PER_HOUR),
    MARKET_ABUSE(
            FraudParameters.MARKET_ABUSE_RINGS,
            FraudParameters.TRADERS_PER_RING,
            FraudParameters.MARKET_ABUSES_PER_DAY / 24);

    /** Rings per 10,000 users. */
    final int ringsPer10kUsers;
    /** Accounts that each owns from the beginning. */
    public final int accountsPerRing;
    /** Strikes per 10,000 users and hour. */
    public final double attacksPerHour;

    RingSpecialty(int rings, int accountsPerRing, double perHour) {
        this.ringsPer10kUsers = rings;
        this.accountsPerRing = accountsPerRing;
        this.attacksPerHour = perHour;
    }

    /** Whether its strikes take so much work that they keep a distance: they come evenly, others by chance. */
    public boolean hasRegularArrivals() {
        return switch (this) {
            case CONTROL_BYPASS, API_KEY_THEFT, PROMO_FARMING, MARKET_ABUSE -> true;
            case ACCOUNT_THEFT, LAUNDERING, DEPOSIT_FRAUD -> false;
        };
    }

    /** What its rings can do. */
    List<FraudTypology> typologies() {
        return switch (this) {
            case ACCOUNT_THEFT ->
                List.of(FraudTypology.ACCOUNT_TAKEOVER, FraudTypology.SIM_SWAP, FraudTypology.SOCIAL_ENGINEERING);
            case CONTROL_BYPASS -> List.of(FraudTypology.CONTROL_BYPASS);
            case LAUNDERING -> List.of(FraudTypology.MULE_RING, FraudTypology.STRUCTURING);
            case API_KEY_THEFT -> List.of(FraudTypology.API_KEY_THEFT);
            case PROMO_FARMING -> List.of(FraudTypology.PROMO_FARMING);
            case DEPOSIT_FRAUD -> List.of(FraudTypology.DEPOSIT_FRAUD);
            case MARKET_ABUSE ->
                List.of(FraudTypology.WASH_TRADING, FraudTypology.SPOOFING, FraudTypology.PUMP_AND_DUMP);
        };
    }

    /** How its rings divide their strikes among what they can do, before they learn anything; sums to 1. */
    double[] typologyShares() {
        return switch (this) {
            case ACCOUNT_THEFT -> FraudParameters.ACCOUNT_THEFT_MIX.clone();
            case LAUNDERING -> FraudParameters.LAUNDERING_MIX.clone();
            case MARKET_ABUSE -> FraudParameters.MARKET_ABUSE_MIX.clone();
            case CONTROL_BYPASS, API_KEY_THEFT, PROMO_FARMING, DEPOSIT_FRAUD -> new double[] {1};
        };
    }
}
