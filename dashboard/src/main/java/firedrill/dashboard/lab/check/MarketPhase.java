package firedrill.dashboard.lab.check;

/** Phase of the market around a request. */
public enum MarketPhase {
    CALM,
    /** The hour's return or volatility is beyond three standard deviations. */
    MOVING,
    /** Hours after it, in which customers still behave differently. */
    AFTERMATH
}
