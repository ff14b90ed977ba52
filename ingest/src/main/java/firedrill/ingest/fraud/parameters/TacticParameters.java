package firedrill.ingest.fraud.parameters;

import firedrill.ingest.parameters.UniformRange;
import java.util.List;

/** What the choices of a tactic mean in hours, fractions and dollars. */
public record TacticParameters(
        UniformRange dwellHours,
        UniformRange dwellNextDayHours,
        double spikeVolatilityZ,
        double spikeMaxWaitHours,
        double spikePollMinutes,
        UniformRange partialFraction,
        UniformRange belowThresholdFraction,
        Thresholds threshold) {

    /** Amounts at which stricter checks begin, in dollars, in descending order. */
    public record Thresholds(double recordKeepingUsd, double travelRuleUsd, double unverifiedAccountUsd) {
        public List<Double> descendingUsd() {
            return List.of(recordKeepingUsd, travelRuleUsd, unverifiedAccountUsd);
        }
    }
}
