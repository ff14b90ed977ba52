package firedrill.ingest.market;

/** How nervous the market is. Switches each minute with a small probability, which makes a Markov chain. */
enum Regime {
    CALM(0.35),
    NORMAL(0.65),
    STRESS(2.0);

    /** Mean stays of 6 hours in calm, 4 in normal and 45 minutes in stress; about 1 minute in 40 is stress. Assumption. */
    private static final double CALM_ENDS = 1 / 360.0;

    private static final double NORMAL_CALMS = 0.8 / 240;
    private static final double NORMAL_EXCITES = 0.2 / 240;
    private static final double STRESS_ENDS = 1 / 45.0;

    /** Standard deviation of a year's logarithmic return; an assumption, as is usual for a large coin. */
    final double annualSigma;

    Regime(double annualSigma) {
        this.annualSigma = annualSigma;
    }

    /** The regime a minute later; {@code uniform} in (0, 1). */
    Regime next(double uniform) {
        return switch (this) {
            case CALM -> uniform < CALM_ENDS ? NORMAL : CALM;
            case NORMAL -> {
                if (uniform < NORMAL_CALMS) {
                    yield CALM;
                }
                yield uniform < NORMAL_CALMS + NORMAL_EXCITES ? STRESS : NORMAL;
            }
            case STRESS -> uniform < STRESS_ENDS ? NORMAL : STRESS;
        };
    }
}
