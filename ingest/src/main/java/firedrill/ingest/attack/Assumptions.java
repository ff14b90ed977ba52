package firedrill.ingest.attack;

/**
 * What is assumed of thieves who take over accounts. Where no source stands beside a number it is an assumption, chosen
 * so that no single feature finds them: each sign of theft is missing in a good part of thefts.
 *
 * <p>Shares are in [0, 1], times in the unit of the name.
 */
final class Assumptions {

    /**
     * Takeovers per 10,000 users and simulated hour. Coinbase put account takeover below 0.01 % of users; here it is
     * sped up even more than honest life, to some 0.7 % of withdrawals, so that one watched hour shows thefts that were
     * caught and thefts that were missed.
     */
    static final double TAKEOVERS_PER_HOUR = 8;

    static final int RINGS = 6;
    /** How long a ring keeps a set of devices, and of addresses. */
    static final long DEVICES_ROTATE_MINUTES = 6 * 60;

    static final long ADDRESSES_ROTATE_MINUTES = 4 * 60;
    static final int DEVICES_AT_A_TIME = 3;
    static final int ADDRESSES_AT_A_TIME = 2;

    // The device of a takeover: the ring's, else one behind a residential proxy, never seen, else the victim's own.
    static final double ON_RING_DEVICE = 0.35;
    static final double ON_PROXY = 0.30;

    // The address: one that the ring uses for several thefts; an account at a custodian; an address that the victim has
    // saved, whose keys were stolen with the account's; else one for this theft.
    static final double TO_RING_ADDRESS = 0.45;
    static final double TO_CUSTODIAN = 0.12;
    static final double TO_SAVED_ADDRESS = 0.15;

    static final double CHANGES_CREDENTIAL = 0.65;
    /** With a stolen session on the victim's own device there is less need to. */
    static final double CHANGES_CREDENTIAL_IN_SESSION = 0.25;

    static final double PATIENT = 0.15;
    static final double PATIENT_LEAST_HOURS = 24;
    static final double PATIENT_MOST_HOURS = 42;
    static final double IMPATIENT_MEAN_MINUTES = 45;

    static final double SELLS_FIRST = 0.6;
    /** Take a part that looks like the owner's, rather than everything. */
    static final double MODEST = 0.35;

    static final double MODEST_LEAST_FRACTION = 0.15;
    static final double MODEST_MOST_FRACTION = 0.55;
    /** Withdraw in one go; else in two or three. */
    static final double ONE_GO = 0.6;

    static final double TWO_GOES = 0.25;
    static final double BETWEEN_GOES_MEAN_MINUTES = 9;

    // Taking no for an answer.
    /** Double-digit shares pass when the second factor was stolen too; 2 to 40 % are plausible. */
    static final double STEP_UP_PASSED = 0.15;

    static final double STEP_UP_MEAN_SECONDS = 90;
    static final double TRIES_AGAIN = 0.6;
    static final int MOST_TRIES = 3;
    static final double RETRY_MEAN_MINUTES = 12;
    static final double SMALLER = 0.5;
    static final double OTHER_DEVICE = 0.4;
    static final double OTHER_ADDRESS = 0.5;
    /** Until the owner reads that money is held and recalls it. */
    static final double OWNER_NOTICES_MEAN_HOURS = 6;

    // Reports. Median 12 h, 9 in 10 within 72 h.
    static final double REPORT_MEDIAN_HOURS = 12;
    static final double REPORT_SIGMA = 1.398;
    static final double NEVER_REPORTED = 0.03;

    private Assumptions() {}
}
