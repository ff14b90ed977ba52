package firedrill.scoring.feature;

import firedrill.ingest.parameters.Fingerprint;
import java.time.Duration;
import java.util.List;

/**
 * What the fingerprint covers of one feature. The record's text is hashed: its name, the names of its components and of
 * the constants of {@link Entity} and {@link Scale} cannot change without a new fingerprint.
 */
record Definition(
        String label, Entity entity, Duration window, String unit, String meaning, double missing, Scale scale) {

    static Definition of(Feature feature) {
        return new Definition(
                feature.label(),
                feature.entity(),
                feature.window(),
                feature.unit(),
                feature.meaning(),
                feature.missing(),
                feature.scale());
    }

    /** SHA-256 over all of {@code catalogue}, in order; the first 12 hex digits. */
    static String fingerprint(List<Definition> catalogue) {
        StringBuilder text = new StringBuilder();
        for (Definition line : catalogue) {
            text.append(line).append('\n');
        }
        return Fingerprint.of(text.toString());
    }
}
