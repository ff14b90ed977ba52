package firedrill.scoring.engine;

import firedrill.ingest.parameters.ParameterSet;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.policy.Policy;
import java.io.Serializable;
import java.util.List;

/** Parameters of the scorer: one record per module. */
public record ScoringParameters(Policy policy, DriftSettings drift) implements Serializable {

    /** Their files, {@code parameters/<module>.yaml}. */
    public static final List<String> MODULES = List.of(Policy.PARAMETERS, DriftSettings.PARAMETERS);

    public static final ScoringParameters DEFAULT = new ScoringParameters(Policy.DEFAULT, DriftSettings.DEFAULT);

    /**
     * The parameters of {@code set}; the defaults, if it has none of these modules.
     *
     * @throws IllegalArgumentException if overridden values do not fit each other
     */
    public static ScoringParameters of(ParameterSet set) {
        boolean hasModules =
                set.parameters().stream().anyMatch(parameter -> parameter.name().startsWith(Policy.PARAMETERS + "."));
        return hasModules ? new ScoringParameters(Policy.of(set), DriftSettings.of(set)) : DEFAULT;
    }
}
