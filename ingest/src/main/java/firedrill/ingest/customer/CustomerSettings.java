package firedrill.ingest.customer;

import firedrill.ingest.account.CustomerParameters;

/**
 * How honest users talk and are talked to.
 *
 * @param peopleTold how many others hear of a user's departure, on average; above 0. Customers tell 9 to 24
 * @param notice what users are told when something of theirs is stopped
 */
public record CustomerSettings(double peopleTold, CustomerNotice notice) {

    /** Ten are told; the exchange says nothing but how long. */
    public static final CustomerSettings DEFAULT =
            new CustomerSettings(CustomerParameters.PEOPLE_TOLD_MEAN, CustomerNotice.DURATION_ONLY);

    public CustomerSettings {
        if (!(peopleTold > 0 && peopleTold <= 1_000)) {
            throw new IllegalArgumentException("peopleTold must lie in (0, 1000], was " + peopleTold);
        }
    }

    /** The same, with more or fewer told. */
    public CustomerSettings withPeopleTold(double mean) {
        return new CustomerSettings(mean, notice);
    }

    /** The same, with another notice. */
    public CustomerSettings withNotice(CustomerNotice other) {
        return new CustomerSettings(peopleTold, other);
    }

    /** What the exchange tells a user whom it stops. */
    public enum CustomerNotice {
        /** That it waits, and for how long. */
        DURATION_ONLY(1),
        /** A specific reason as well, and when it will be over. */
        REASON_AND_END(CustomerParameters.CHURN_ODDS_WITH_REASON_AND_END);

        public final double churnOddsFactor;

        CustomerNotice(double leavingOdds) {
            this.churnOddsFactor = leavingOdds;
        }
    }
}
