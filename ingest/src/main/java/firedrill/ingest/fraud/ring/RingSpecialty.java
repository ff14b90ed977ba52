package firedrill.ingest.fraud.ring;

import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.fraud.parameters.AttackRates;
import firedrill.ingest.fraud.parameters.RingParameters;
import firedrill.ingest.fraud.parameters.SpecialtyMix;
import java.util.List;

/** Specialty of a ring: the typologies it can carry out. Rings shift between these by observed reward. */
public enum RingSpecialty {
    ACCOUNT_THEFT,
    CONTROL_BYPASS,
    LAUNDERING,
    API_KEY_THEFT,
    PROMO_FARMING,
    DEPOSIT_FRAUD,
    MARKET_ABUSE;

    /** Number of rings per {@link AttackRates#BASE_USERS} users. */
    int rings(RingParameters parameters) {
        return switch (this) {
            case ACCOUNT_THEFT -> parameters.accountTheftRings();
            case CONTROL_BYPASS -> parameters.controlBypassRings();
            case LAUNDERING -> parameters.launderingRings();
            case API_KEY_THEFT -> parameters.apiKeyTheftRings();
            case PROMO_FARMING -> parameters.promoFarmingRings();
            case DEPOSIT_FRAUD -> parameters.depositFraudRings();
            case MARKET_ABUSE -> parameters.marketAbuseRings();
        };
    }

    /** Number of accounts that each ring owns from the start. */
    public int accountsPerRing(RingParameters parameters) {
        return switch (this) {
            case LAUNDERING -> parameters.mulesPerRing();
            case API_KEY_THEFT -> parameters.beneficiariesPerRing();
            case MARKET_ABUSE -> parameters.tradersPerRing();
            case ACCOUNT_THEFT, CONTROL_BYPASS, PROMO_FARMING, DEPOSIT_FRAUD -> 0;
        };
    }

    /** Attacks per {@link AttackRates#BASE_USERS} users and simulated hour. */
    public double attacksPerHour(AttackRates rates) {
        return rates.perHour(
                switch (this) {
                    case ACCOUNT_THEFT -> rates.accountTheftPerYear();
                    case CONTROL_BYPASS -> rates.controlBypassPerYear();
                    case LAUNDERING -> rates.launderingPerYear();
                    case API_KEY_THEFT -> rates.apiKeyTheftPerYear();
                    case PROMO_FARMING -> rates.promoFarmingPerYear();
                    case DEPOSIT_FRAUD -> rates.depositFraudPerYear();
                    case MARKET_ABUSE -> rates.marketAbusePerYear();
                });
    }

    /** Whether attacks arrive at regular intervals, because of long preparation, instead of as a Poisson process. */
    public boolean hasRegularArrivals() {
        return switch (this) {
            case CONTROL_BYPASS, API_KEY_THEFT, PROMO_FARMING, MARKET_ABUSE -> true;
            case ACCOUNT_THEFT, LAUNDERING, DEPOSIT_FRAUD -> false;
        };
    }

    /** Typologies that rings of this specialty carry out. */
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

    /** Weights of {@link #typologies()} before anything is learned. */
    double[] typologyWeights(SpecialtyMix mix) {
        return switch (this) {
            case ACCOUNT_THEFT -> mix.accountTheft().weights();
            case LAUNDERING -> mix.laundering().weights();
            case MARKET_ABUSE -> mix.marketAbuse().weights();
            case CONTROL_BYPASS, API_KEY_THEFT, PROMO_FARMING, DEPOSIT_FRAUD -> new double[] {1};
        };
    }
}
