package firedrill.ingest.population;

import firedrill.ingest.event.Market;

/**
 * What the market does to people: a fall frightens, and any turmoil makes them move money both ways.
 *
 * <p>Calibrated so that a fall of 10 to 14 % within an hour gives about six times the usual withdrawals (range 3 to 10)
 * and about three times the deposits, as exchanges saw in March 2020 and October 2025: margin is topped up while others
 * flee.
 */
public record Mood(double fear, double stir) {

    private static final double MOST_FEAR = 2;

    /** The mood in {@code market}. */
    public static Mood in(Market market) {
        double fall = Math.max(0, -market.returnZ() - 2) / 8;
        double turmoil = Math.max(0, Math.abs(market.returnZ()) - 2) / 10 + Math.max(0, market.volatilityZ() - 2) / 20;
        return new Mood(Math.min(MOST_FEAR, fall), Math.min(MOST_FEAR, turmoil));
    }

    public double withdrawals() {
        return 1 + 3 * fear + stir;
    }

    public double deposits() {
        return 1 + 1.5 * stir;
    }

    public double orders() {
        return 1 + 2 * stir;
    }

    /** Chance that a withdrawal of a frightened user takes everything. */
    public double panicDrain() {
        return Math.min(0.8, Assumptions.PANIC_DRAIN * fear);
    }
}
