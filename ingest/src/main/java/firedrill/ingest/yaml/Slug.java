package firedrill.ingest.yaml;

import java.util.regex.Pattern;

/** The form of an id that files give, such as {@code crash-day}: lower-case words and digits, joined by hyphens. */
public final class Slug {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public static boolean matches(String text) {
        return FORM.matcher(text).matches();
    }

    private Slug() {}
}
