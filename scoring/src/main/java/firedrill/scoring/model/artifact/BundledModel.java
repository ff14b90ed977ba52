package firedrill.scoring.model.artifact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The models that are bundled with this version. */
public enum BundledModel {
    /** Trained on a market with falls, rises and their aftermath. */
    CHAMPION,
    /** Trained on calm days alone: it takes the customers of a falling market for frauds. A flaw for drills. */
    CALM_ONLY;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Name on the command line, and of its files: lower case, with hyphens. */
    public String label() {
        return label;
    }

    /** The model with this label; empty if there is none. */
    public static Optional<BundledModel> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(model -> model.label.equals(label))
                .findFirst();
    }

    /** All labels, separated by commas. */
    public static String labels() {
        return Arrays.stream(values()).map(BundledModel::label).collect(Collectors.joining(", "));
    }
}
