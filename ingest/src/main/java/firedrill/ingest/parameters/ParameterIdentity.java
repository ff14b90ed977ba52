package firedrill.ingest.parameters;

import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What distinguishes the parameters of a run from the defaults.
 *
 * @param hash twelve hexadecimal digits over the overrides; "default" if there are none
 * @param overrides the values that differ, by name; each a Long, Double, Boolean, String or list of Double
 */
public record ParameterIdentity(String hash, SortedMap<String, Object> overrides) {

    /** The parameters as their files give them. */
    public static final String DEFAULT_HASH = "default";

    /** The overrides in words: "customer.churn.peopleTold = 20.0, ..."; empty if there are none. */
    public String text() {
        return overrides.entrySet().stream()
                .map(override -> override.getKey() + " = " + override.getValue())
                .collect(Collectors.joining(", "));
    }
}
