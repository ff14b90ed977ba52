package firedrill.ingest.fraud.parameters;

/** Number of rings per specialty and {@link AttackRates#BASE_USERS} users, and number of accounts per ring. */
public record RingParameters(
        int accountTheftRings,
        int controlBypassRings,
        int launderingRings,
        int apiKeyTheftRings,
        int promoFarmingRings,
        int depositFraudRings,
        int marketAbuseRings,
        int mulesPerRing,
        int beneficiariesPerRing,
        int tradersPerRing) {}
