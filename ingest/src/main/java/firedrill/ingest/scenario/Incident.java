package firedrill.ingest.scenario;

/** Something that goes wrong with the world; a distortion of what happens, never a switch in what judges it. */
public sealed interface Incident {

    /**
     * The price falls evenly, in logarithms, while the incident lasts, and stays down; the market is as nervous as in
     * its stress regime meanwhile.
     *
     * @param percent of the price at the start, in (0, 95]
     */
    record PriceFall(double percent) implements Incident {

        private static final double MAX_PERCENT = 95;

        public PriceFall {
            if (!(percent > 0 && percent <= MAX_PERCENT)) {
                throw new IllegalArgumentException(
                        "percent must be above 0 and at most " + (int) MAX_PERCENT + ", was " + percent);
            }
        }
    }
}
