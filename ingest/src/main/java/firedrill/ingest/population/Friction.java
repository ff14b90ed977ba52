package firedrill.ingest.population;

/** Whether an honest user leaves over how a request was handled. */
public final class Friction {

    /** What was done to the user. */
    public enum Experience {
        PASSED_STEP_UP(Assumptions.LEAVES_AFTER_STEP_UP),
        REFUSED_ORDER(Assumptions.LEAVES_AFTER_REFUSED_ORDER),
        SHORT_HOLD(Assumptions.LEAVES_AFTER_SHORT_HOLD),
        LONG_HOLD(Assumptions.LEAVES_AFTER_LONG_HOLD),
        REFUSED_WITHDRAWAL(Assumptions.LEAVES_AFTER_REFUSED_WITHDRAWAL);

        private final double leaves;

        Experience(double leaves) {
            this.leaves = leaves;
        }
    }

    /**
     * Chance to leave, in (0, 1); odds multiply.
     *
     * @param moveAgainstUser share by which the price moved against the user meanwhile, at least 0
     * @param grievances bad experiences so far, this one included
     */
    public static double leaves(Experience experience, double moveAgainstUser, int grievances) {
        double odds = experience.leaves / (1 - experience.leaves);
        odds *= moveAgainstUser > Assumptions.ADVERSE_MOVE ? Assumptions.ODDS_AGAINST_USER : 1;
        odds *= grievances > 1 ? Assumptions.ODDS_AGAIN : 1;
        return odds / (1 + odds);
    }

    private Friction() {}
}
