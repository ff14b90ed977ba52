package firedrill.ingest.attack;

import java.util.List;

/**
 * A line of crime: what one kind of ring does. A ring that can do several things shifts between them as they pay; what it
 * has not learned it cannot do.
 */
enum Line {
    ACCOUNTS(Assumptions.ACCOUNT_RINGS, 0, Assumptions.ACCOUNTS_PER_HOUR),
    BREAK_IN(1, 0, Assumptions.BREAK_INS_PER_DAY / 24),
    LAUNDRY(Assumptions.LAUNDRY_RINGS, Assumptions.MULES_PER_RING, Assumptions.LAUNDRY_PER_HOUR),
    KEYS(1, Assumptions.BENEFICIARIES, Assumptions.KEYS_PER_DAY / 24),
    FARM(Assumptions.FARM_RINGS, 0, Assumptions.FARMS_PER_DAY / 24),
    DEPOSITS(Assumptions.DEPOSIT_RINGS, 0, Assumptions.DEPOSIT_FRAUDS_PER_HOUR),
    MARKET(Assumptions.MARKET_RINGS, Assumptions.TRADERS_PER_RING, Assumptions.MARKET_PER_DAY / 24);

    /** Rings per 10,000 users. */
    final int rings;
    /** Accounts that each owns from the beginning. */
    final int accountsPerRing;
    /** Strikes per 10,000 users and hour. */
    final double perHour;

    Line(int rings, int accountsPerRing, double perHour) {
        this.rings = rings;
        this.accountsPerRing = accountsPerRing;
        this.perHour = perHour;
    }

    /** Whether its strikes take so much work that they keep a distance: they come evenly, others by chance. */
    boolean isPlanned() {
        return switch (this) {
            case BREAK_IN, KEYS, FARM, MARKET -> true;
            case ACCOUNTS, LAUNDRY, DEPOSITS -> false;
        };
    }

    /** What its rings can do. */
    List<Typology> crafts() {
        return switch (this) {
            case ACCOUNTS -> List.of(Typology.ACCOUNT_TAKEOVER, Typology.SIM_SWAP, Typology.SOCIAL_ENGINEERING);
            case BREAK_IN -> List.of(Typology.CONTROL_BYPASS);
            case LAUNDRY -> List.of(Typology.MULE_RING, Typology.STRUCTURING);
            case KEYS -> List.of(Typology.API_KEY_THEFT);
            case FARM -> List.of(Typology.PROMO_FARMING);
            case DEPOSITS -> List.of(Typology.DEPOSIT_FRAUD);
            case MARKET -> List.of(Typology.WASH_TRADING, Typology.SPOOFING, Typology.PUMP_AND_DUMP);
        };
    }

    /** How its rings divide their strikes among what they can do, before they learn anything; sums to 1. */
    double[] craftShares() {
        return switch (this) {
            case ACCOUNTS -> Assumptions.ACCOUNTS_CRAFTS.clone();
            case LAUNDRY -> Assumptions.LAUNDRY_CRAFTS.clone();
            case MARKET -> Assumptions.MARKET_CRAFTS.clone();
            case BREAK_IN, KEYS, FARM, DEPOSITS -> new double[] {1};
        };
    }
}
