package firedrill.ingest.fraud.parameters;

/** Weights of typologies among the attacks of a specialty before anything is learned. */
public record SpecialtyMix(AccountTheft accountTheft, Laundering laundering, MarketAbuse marketAbuse) {

    /** Specialty with three typologies: T1, T2, T4. */
    public record AccountTheft(double accountTakeover, double simSwap, double socialEngineering) {
        public double[] weights() {
            return new double[] {accountTakeover, simSwap, socialEngineering};
        }
    }

    /** Specialty with two typologies: T5, T6. */
    public record Laundering(double muleRing, double structuring) {
        public double[] weights() {
            return new double[] {muleRing, structuring};
        }
    }

    /** Specialty with three typologies: T10, T11, T12. */
    public record MarketAbuse(double washTrading, double spoofing, double pumpAndDump) {
        public double[] weights() {
            return new double[] {washTrading, spoofing, pumpAndDump};
        }
    }
}
