package firedrill.scoring.job.state;

import firedrill.scoring.drift.ReferenceDistribution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Distribution of one model's scores at training time, in Flink's state. */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record ReferenceState(String model, double[] innerEdges, long[] counts) {

    public static List<ReferenceState> of(Map<String, ReferenceDistribution> references) {
        return references.entrySet().stream()
                .map(entry -> new ReferenceState(
                        entry.getKey(),
                        entry.getValue().innerEdges(),
                        entry.getValue().counts()))
                .toList();
    }

    /** By hash of the model. */
    static Map<String, ReferenceDistribution> toMap(List<ReferenceState> states) {
        Map<String, ReferenceDistribution> references = new LinkedHashMap<>();
        states.forEach(state -> references.put(state.model(), state.reference()));
        return references;
    }

    public ReferenceDistribution reference() {
        return ReferenceDistribution.of(innerEdges, counts);
    }
}
