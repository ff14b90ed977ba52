package firedrill.scoring.feature.catalogue;

import firedrill.scoring.feature.Feature;

/** The catalogue as {@code docs/features.md}, which is generated from it alone. */
public final class CatalogueDocument {

    /** The document; ends with a line feed. */
    public static String markdown() {
        StringBuilder text = new StringBuilder(head());
        for (CatalogueEntry line : CatalogueEntry.all()) {
            text.append("| `")
                    .append(String.join(
                            " | ",
                            line.name() + "`",
                            line.entity(),
                            line.window(),
                            line.granularity(),
                            line.unit(),
                            number(line.missing()),
                            line.meaning().replace("|", "\\|"),
                            String.join(", ", line.typologies())))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String head() {
        return """
            # Features

            <!-- Generated from the catalogue by: ./firedrill features --markdown > docs/features.md -->

            The %d numbers that models and rules see of an order or a withdrawal, in the order of the vector. The one
            definition of each is a constant of `scoring.feature.Feature`; stream, lab, training, page and this document
            read it there. Fingerprint of the catalogue: `%s`.

            Each is computed from earlier events and from the event's own content; the event is not part of its own
            windows. A window is half open: what is exactly as old as the window no longer counts. A sum over a window
            never counts more than the window, and may already have dropped the oldest part of it, at most the
            *granularity*. A feature that is unknown or does not apply has the value under *missing*.

            The lengths of windows and tiles, half-lives, capacities, regime bounds and hub thresholds are constants of
            the code and not parameters: a model is trained for them. So is the list of liquid symbols,
            `scoring/src/main/resources/features/liquid-symbols.txt`: a symbol that it names has no state of its own.

            Known gap: the fingerprint covers name, entity, window, unit, meaning, missing value and scale of each
            feature. It does not cover granularity, half-lives, capacities, regime bounds, hub thresholds and liquid
            symbols, so a model that was trained before a change of one of those is still accepted. Such a change needs a
            champion that is trained again.

            | name | entity | window | granularity | unit | missing | meaning | typologies |
            |---|---|---|---|---|---|---|---|
            """.formatted(Feature.COUNT, Feature.FINGERPRINT);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private CatalogueDocument() {}
}
