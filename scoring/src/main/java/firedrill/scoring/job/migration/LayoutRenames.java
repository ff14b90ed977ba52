package firedrill.scoring.job.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Class and field names that one savepoint layout changed.
 *
 * @param layout number of the layout that introduced the new names
 * @param types new binary class name by old
 * @param fields new field name by {@code owner#field}, both old
 */
record LayoutRenames(int layout, Map<String, String> types, Map<String, String> fields) {

    private static final String RESOURCE = "/state/savepoint-renames.txt";

    /** Every layout that renamed anything, oldest first. */
    static final List<LayoutRenames> ALL = read();

    String type(String name) {
        return types.getOrDefault(name, name);
    }

    String field(String owner, String name) {
        return fields.getOrDefault(owner + "#" + name, name);
    }

    private static List<LayoutRenames> read() {
        try (InputStream in = Objects.requireNonNull(LayoutRenames.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return parse(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException for a line that is no layout, type, field or comment and is not blank */
    static List<LayoutRenames> parse(String text) {
        List<LayoutRenames> layouts = new ArrayList<>();
        for (String line : text.lines()
                .filter(one -> !one.isBlank() && !one.startsWith("#"))
                .toList()) {
            String[] words = line.split(" ", -1);
            if (words.length == 2 && words[0].equals("layout")) {
                layouts.add(
                        new LayoutRenames(Integer.parseInt(words[1]), new LinkedHashMap<>(), new LinkedHashMap<>()));
            } else if (words.length == 3 && !layouts.isEmpty()) {
                layouts.get(layouts.size() - 1).namesOf(words[0]).put(words[1], words[2]);
            } else {
                throw new IllegalArgumentException("not a rename: " + line);
            }
        }
        return List.copyOf(layouts);
    }

    private Map<String, String> namesOf(String kind) {
        return switch (kind) {
            case "type" -> types;
            case "field" -> fields;
            default -> throw new IllegalArgumentException("a rename is of a type or a field, was " + kind);
        };
    }
}
