package firedrill.ingest.incident;

/** Something that goes wrong with the world; a distortion of what happens, never a switch in what judges it. */
public sealed interface Incident {

    /**
     * The price falls evenly, in logarithms, while the incident lasts, and stays down; the market is as nervous as in
     * its stress regime meanwhile.
     *
     * @param percent of the price at the start, in (0, 95]
     */
    record PriceFall(double percent) implements Incident {

        private static final double DEEPEST_PERCENT = 95;

        public PriceFall {
            if (!(percent > 0 && percent <= DEEPEST_PERCENT)) {
                throw new IllegalArgumentException(
                        "percent must be above 0 and at most " + (int) DEEPEST_PERCENT + ", was " + percent);
            }
        }
    }
}
