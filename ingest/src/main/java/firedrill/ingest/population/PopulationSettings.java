package firedrill.ingest.population;

/**
 * How honest users talk and are talked to.
 *
 * @param peopleTold how many others hear of a user's departure, on average; above 0. Customers tell 9 to 24
 * @param notice what users are told when something of theirs is stopped
 */
public record PopulationSettings(double peopleTold, Notice notice) {

    /** Ten are told; the exchange says nothing but how long. */
    public static final PopulationSettings DEFAULT =
            new PopulationSettings(Assumptions.PEOPLE_TOLD_MEAN, Notice.DURATION_ONLY);

    public PopulationSettings {
        if (!(peopleTold > 0 && peopleTold <= 1_000)) {
            throw new IllegalArgumentException("peopleTold must lie in (0, 1000], was " + peopleTold);
        }
    }

    /** The same, with more or fewer told. */
    public PopulationSettings withPeopleTold(double mean) {
        return new PopulationSettings(mean, notice);
    }

    /** The same, with another notice. */
    public PopulationSettings withNotice(Notice other) {
        return new PopulationSettings(peopleTold, other);
    }

    /** What the exchange tells a user whom it stops. */
    public enum Notice {
        /** That it waits, and for how long. */
        DURATION_ONLY(1),
        /** A specific reason as well, and when it will be over. */
        REASON_AND_END(Assumptions.ODDS_WITH_REASON_AND_END);

        final double leavingOdds;

        Notice(double leavingOdds) {
            this.leavingOdds = leavingOdds;
        }
    }
}
