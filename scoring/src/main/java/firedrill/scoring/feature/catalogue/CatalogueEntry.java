package firedrill.scoring.feature.catalogue;

import firedrill.scoring.feature.Feature;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One line of the catalogue as people and programs outside read it: on the page, at the command line and in the documents.
 *
 * @param name its name in rules and models
 * @param entity whose memory it comes from, in lower case
 * @param window how far it looks back, in words; empty if it does not, or if it has no limit
 * @param granularity how much less than that it may look back, in words; empty if it is exact
 * @param missing its value where nothing is known, or where it does not apply
 * @param typologies the typologies that it helps to tell from honest life, sorted
 */
public record CatalogueEntry(
        String name,
        String entity,
        String window,
        String granularity,
        String unit,
        double missing,
        String meaning,
        List<String> typologies) {

    /** The whole catalogue, in the order of the vector. */
    public static List<CatalogueEntry> all() {
        return Stream.of(Feature.values()).map(CatalogueEntry::of).toList();
    }

    private static CatalogueEntry of(Feature feature) {
        return new CatalogueEntry(
                feature.label(),
                feature.entity().name().toLowerCase(Locale.ROOT),
                durationText(feature.window()),
                durationText(feature.granularity()),
                feature.unit(),
                feature.missing(),
                feature.meaning(),
                List.copyOf(feature.typologies()));
    }

    /** In the largest unit that divides it. */
    static String durationText(Duration length) {
        if (length.isZero()) {
            return "";
        }
        if (length.toSeconds() % 60 != 0) {
            return quantityText(length.toSeconds(), "second");
        }
        if (length.toMinutes() % 60 != 0) {
            return quantityText(length.toMinutes(), "minute");
        }
        return length.toHours() % 24 != 0
                ? quantityText(length.toHours(), "hour")
                : quantityText(length.toDays(), "day");
    }

    private static String quantityText(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
