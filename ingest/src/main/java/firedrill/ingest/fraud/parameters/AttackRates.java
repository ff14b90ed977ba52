package firedrill.ingest.fraud.parameters;

/**
 * Attack rates per specialty, per {@link #BASE_USERS} users and year as in life, and the factor by which the simulation
 * is denser.
 *
 * @param timesLife attacks in the simulation per attack in life
 */
public record AttackRates(
        double timesLife,
        double accountTheftPerYear,
        double launderingPerYear,
        double depositFraudPerYear,
        double controlBypassPerYear,
        double apiKeyTheftPerYear,
        double promoFarmingPerYear,
        double marketAbusePerYear,
        double regularBelowPerHour) {

    /** Number of users that rates and numbers of rings refer to. */
    public static final double BASE_USERS = 10_000;

    private static final double HOURS_PER_YEAR = 8_760;

    /** Attacks per simulated hour where life has this many in a year. */
    public double perHour(double perYearOfLife) {
        return timesLife * perYearOfLife / HOURS_PER_YEAR;
    }
}
