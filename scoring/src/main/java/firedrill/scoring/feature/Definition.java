package firedrill.scoring.feature;

import java.time.Duration;
import java.util.List;

/** One line of the catalogue: everything that fixes what a feature means. */
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
            // The record's own text names each component, so no two catalogues share one.
            text.append(line).append('\n');
        }
        return Fingerprint.of(text.toString());
    }
}
