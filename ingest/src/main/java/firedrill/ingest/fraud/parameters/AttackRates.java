package firedrill.ingest.fraud.parameters;

/** Attack rates per specialty, per {@link #BASE_USERS} users and simulated hour or day. */
public record AttackRates(
        double accountTheftPerHour,
        double launderingPerHour,
        double depositFraudPerHour,
        double controlBypassPerDay,
        double apiKeyTheftPerDay,
        double promoFarmingPerDay,
        double marketAbusePerDay,
        double regularBelowPerHour) {

    /** Number of users that rates and numbers of rings refer to. */
    public static final double BASE_USERS = 10_000;
}
