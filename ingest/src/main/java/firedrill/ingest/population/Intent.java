package firedrill.ingest.population;

import firedrill.ingest.event.Market;

/**
 * What brings an honest user to the exchange, how often, and how a moving market multiplies it.
 *
 * <p>The multiplier is {@code exp(a * max(0, |returnZ| - 1) + b * max(0, volatilityZ))}, at most {@code most}. It is set
 * so that a fall of 10 % within the hour brings about six times the withdrawals (3 to 10 are plausible) and several
 * times the deposits: in crashes both flows rise. Of orders it is the smaller part: the market's own bursts multiply them,
 * {@link firedrill.ingest.market.PricePath#orderIntensity}.
 */
enum Intent {
    LOGIN(Assumptions.LOGINS_PER_DAY - Assumptions.WITHDRAWALS_PER_DAY * Assumptions.LOGS_IN_FIRST, 0.055, 0.05, 6),
    DEPOSIT(Assumptions.DEPOSITS_PER_DAY, 0.055, 0.05, 6),
    ORDER(Assumptions.ORDERS_PER_DAY, 0.02, 0.02, 2),
    WITHDRAWAL(Assumptions.WITHDRAWALS_PER_DAY, 0.12, 0.07, 10),
    CLAIM(Assumptions.CLAIMS_PER_DAY, 0, 0, 1);

    private final double perDay;
    private final double returnGain;
    private final double volatilityGain;
    private final double most;

    Intent(double perDay, double returnGain, double volatilityGain, double most) {
        this.perDay = perDay;
        this.returnGain = returnGain;
        this.volatilityGain = volatilityGain;
        this.most = most;
    }

    /** Expected number per second of this many users. */
    double perSecond(int users, Market market) {
        return perDay / 86_400 * users * multiplier(market);
    }

    /** How many times the usual number this market brings; 1 when nothing unusual happens. */
    double multiplier(Market market) {
        double excitement = returnGain * Math.max(0, Math.abs(market.returnZ()) - 1)
                + volatilityGain * Math.max(0, market.volatilityZ());
        return Math.min(most, StrictMath.exp(excitement));
    }
}
