package firedrill.scoring.feature.catalogue;

import firedrill.scoring.feature.Feature;

/** The catalogue as {@code docs/features.md}, which is made from it and from nothing else. */
public final class CatalogueDocument {

    /** The document, which ends with a line's end. */
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

            <!-- Made from the catalogue by: ./firedrill features --markdown > docs/features.md -->

            The %d numbers that models and rules see of an order or a withdrawal, in the order of the vector. The one
            definition of each is a constant of `scoring.feature.Feature`; stream, lab, training, page and this document
            read it there. Fingerprint of the catalogue: `%s`.

            Each is computed from what was told before the event, plus what the event says of itself; the event is not
            part of its own windows. A window is half open: what is exactly as old as the window no longer counts. A sum
            over a window never counts more than the window, and may already have dropped the oldest part of it, at most
            the *edge*. Where nothing is known, or where a feature does not apply, it has the value under *missing*.

            | name | of | window | edge | unit | missing | what it counts | helps to tell |
            |---|---|---|---|---|---|---|---|
            """.formatted(Feature.COUNT, Feature.FINGERPRINT);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private CatalogueDocument() {}
}
