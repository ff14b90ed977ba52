package firedrill.ingest.fraud.parameters;

/** Weights of tactic choices before anything is learned, each record in the order of its enum. */
public record TacticPriors(Amount amount, DwellTime dwellTime, Device device, Address address, Timing timing) {

    /** Share of the balance that is taken. */
    public record Amount(double fullBalance, double partial, double underLimit) {
        public double[] weights() {
            return new double[] {fullBalance, partial, underLimit};
        }
    }

    /** Time between access and withdrawal. */
    public record DwellTime(double minutes, double hours, double nextDay) {
        public double[] weights() {
            return new double[] {minutes, hours, nextDay};
        }
    }

    /** Device and network used. */
    public record Device(double ring, double proxy, double owner) {
        public double[] weights() {
            return new double[] {ring, proxy, owner};
        }
    }

    /** Destination address. */
    public record Address(double ring, double custodian, double saved, double fresh) {
        public double[] weights() {
            return new double[] {ring, custodian, saved, fresh};
        }
    }

    /** Start time. */
    public record Timing(double any, double volatilitySpike) {
        public double[] weights() {
            return new double[] {any, volatilitySpike};
        }
    }
}
