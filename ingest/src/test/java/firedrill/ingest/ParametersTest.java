package firedrill.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The numbers of the world, in one document that is checked against the code. After a change, run this test with {@code
 * -Dfiredrill.write=true} and read what it wrote.
 */
class ParametersTest {

    private static final Path DOCUMENT = Path.of("../docs/parameters.md");
    private static final Path SOURCES = Path.of("src/main/java/firedrill/ingest");
    private static final Path SOURCED = Path.of("src/test/resources/parameters/sourced.csv");
    private static final List<String> HOLDERS = List.of(
            "market/Assumptions",
            "population/Assumptions",
            "population/Ways",
            "attack/Assumptions",
            "attack/Footprints",
            "exchange/Assumptions");
    private static final Pattern CONSTANT =
            Pattern.compile("\\s+(?:public |private )?static final [\\w<>\\[\\], ]+ ([A-Z_0-9]+) =\\s*(.*)");

    private record Sourced(String what, String holder, String constant, double lowest, double highest, String basis) {

        static Sourced of(String line) {
            String[] part = line.split("\\|", -1);
            return new Sourced(
                    part[0], part[1], part[2], Double.parseDouble(part[3]), Double.parseDouble(part[4]), part[5]);
        }

        double value() {
            try {
                Field field = Class.forName("firedrill.ingest." + holder).getDeclaredField(constant);
                field.setAccessible(true);
                return ((Number) field.get(null)).doubleValue();
            } catch (ReflectiveOperationException gone) {
                throw new LinkageError("sourced.csv names what is not there: " + this, gone);
            }
        }
    }

    @Test
    void everySourcedParameterLiesWithinItsPlausibleRange() throws IOException {
        assertThat(sourced())
                .isNotEmpty()
                .allSatisfy(
                        parameter -> assertThat(parameter.value()).isBetween(parameter.lowest(), parameter.highest()));
    }

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("firedrill.write")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(DOCUMENT).as("write it anew with -Dfiredrill.write=true").hasContent(expected);
    }

    private static List<Sourced> sourced() throws IOException {
        return Files.readAllLines(SOURCED).stream().skip(1).map(Sourced::of).toList();
    }

    private static String document() throws IOException {
        var text = new StringBuilder("""
                # Parameters of the world

                Written from the code by `ParametersTest`, which fails when the two differ. Exchanges publish almost none of
                these numbers; what has no source is an assumption, and a knob.

                ## With a source, or with a range that experts find plausible

                | parameter | value | plausible | basis | constant |
                |---|---|---|---|---|
                """);
        for (Sourced parameter : sourced()) {
            text.append("| %s | %s | %s to %s | %s | `%s.%s` |\n"
                    .formatted(
                            parameter.what(),
                            plain(parameter.value()),
                            plain(parameter.lowest()),
                            plain(parameter.highest()),
                            parameter.basis(),
                            parameter.holder(),
                            parameter.constant()));
        }
        for (String holder : HOLDERS) {
            text.append("\n## All of `")
                    .append(holder.replace('/', '.'))
                    .append("`\n\n| constant | value | note |\n|---|---|---|\n");
            constants(holder).forEach(text::append);
        }
        return text.toString();
    }

    private static List<String> constants(String holder) {
        var rows = new ArrayList<String>();
        var note = new StringBuilder();
        for (String line : lines(SOURCES.resolve(holder + ".java"))) {
            Matcher constant = CONSTANT.matcher(line);
            if (constant.matches()) {
                String value = constant.group(2).replaceAll(";$", "");
                rows.add("| `%s` | %s | %s |\n"
                        .formatted(
                                constant.group(1),
                                value.isEmpty() || value.endsWith("(") ? "see the code" : "`" + value + "`",
                                note.toString().strip().replace("|", "\\|")));
                note.setLength(0);
            } else if (line.strip().startsWith("//")) {
                note.append(line.strip().substring(2));
            } else if (line.matches("\\s+/?\\*.*") && line.startsWith("    ")) {
                note.append(' ')
                        .append(line.strip()
                                .replaceAll("^/?\\*+/?", "")
                                .replaceAll("\\*/$", "")
                                .strip());
            } else {
                note.setLength(0);
            }
        }
        return rows;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
