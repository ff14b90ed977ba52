package firedrill.ingest.attack;

/**
 * The numbers behind the simulated fraudsters. Account takeover strikes 0.01 % of users a year at a listed exchange; here
 * it is accelerated some five thousand times, so that one watched hour shows some that were caught and some that were
 * missed. The fraud share of withdrawals that results, 0.6 to 0.8 %, is above the plausible range of 0.01 to 0.5 %.
 */
public final class AttackAssumptions {

    /** Takeovers per user and simulated hour. */
    public static final double TAKEOVERS_PER_USER_HOUR = 5.5e-4;

    static final int RINGS = 12;
    static final int DEVICES_PER_RING = 3;
    static final int ADDRESSES_PER_RING = 4;
    /** A ring replaces devices and addresses this often, in simulated hours. */
    static final double ROTATION_HOURS = 36;

    /** How the account is opened; the rest steals a session and changes nothing. */
    static final double CHANGES_CREDENTIAL = 0.6;

    /** Of those, who wait a day before they take anything. */
    static final double PATIENT = 0.2;

    /** From which device; the rest is one never seen before. */
    static final double VICTIMS_DEVICE = 0.2;

    static final double RING_DEVICE = 0.3;

    /** To which address; the rest is one never seen before. */
    static final double RING_ADDRESS = 0.3;

    static final double HUB_ADDRESS = 0.15;

    /** Sell out first. */
    static final double SELLS_FIRST = 0.5;

    /** Take everything at once, or in parts; the rest takes a modest share and hopes not to be seen. */
    static final double ALL_AT_ONCE = 0.4;

    static final double IN_PARTS = 0.3;

    /** Passes a challenge (range 2 to 40 %, assumption). */
    static final double PASSES_STEP_UP = 0.15;

    /** Mean time until the owner notices a held withdrawal and recalls it (assumption). */
    static final double NOTICED_MEAN_MINUTES = 40;

    static final double RETRIES = 0.6;
    static final int MOST_ATTEMPTS = 4;

    /** Median and P90 of 12 h and 72 h until the victim reports; 3 % never do (assumptions). */
    static final double REPORT_MEDIAN_HOURS = 12;

    static final double REPORT_SIGMA = 1.4;
    static final double NEVER_REPORTED = 0.03;

    private AttackAssumptions() {}
}
