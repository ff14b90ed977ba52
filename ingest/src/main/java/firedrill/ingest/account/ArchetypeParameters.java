package firedrill.ingest.account;

import java.util.Map;
import java.util.Objects;

/** Frequencies and activity of the customer archetypes. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record ArchetypeParameters(
        int newcomerDays,
        double promoHunterShareOfNewcomers,
        ArchetypeShares shares,
        Map<Archetype, RelativeRates> rates) {

    /** Rates of an archetype. */
    RelativeRates of(Archetype archetype) {
        return Objects.requireNonNull(rates.get(archetype));
    }

    /** The archetype that {@code uniform}, in (0, 1), selects for an account that is neither new nor large. */
    Archetype establishedArchetype(double uniform) {
        double rest = uniform - shares.algoTrader;
        if (rest < 0) {
            return Archetype.ALGO_TRADER;
        }
        rest -= shares.recurringBuyer;
        if (rest < 0) {
            return Archetype.RECURRING_BUYER;
        }
        rest -= shares.promoHunter;
        if (rest < 0) {
            return Archetype.PROMO_HUNTER;
        }
        return rest - shares.feeTierSeeker < 0 ? Archetype.FEE_TIER_SEEKER : Archetype.ORDINARY;
    }

    /** Shares of accounts that are neither new nor large; the rest are ordinary. */
    public record ArchetypeShares(double algoTrader, double recurringBuyer, double promoHunter, double feeTierSeeker) {}

    /** Rates relative to an ordinary customer: of orders, and of everything else. */
    public record RelativeRates(double orders, double others) {}
}
