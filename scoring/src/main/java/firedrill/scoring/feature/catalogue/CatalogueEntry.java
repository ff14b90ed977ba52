package firedrill.scoring.feature.catalogue;

import firedrill.scoring.feature.Feature;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One feature as the page, the command line and the documents show it.
 *
 * @param name name in rules and models
 * @param entity entity whose state it reads, in lower case
 * @param window length of history that counts, as text; empty if none or unlimited
 * @param granularity by how much the covered history may fall short of the window, as text; empty if it is exact
 * @param missing value where nothing is known, or where the feature does not apply
 * @param typologies fraud typologies that it helps to separate, sorted
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
