package firedrill.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.FraudTypology;
import java.io.IOException;
import java.io.UncheckedIOException;
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
            "market/MarketParameters",
            "market/Regime",
            "account/CustomerParameters",
            "account/ProfileGenerator",
            "account/AddressGenerator",
            "customer/behaviour/HistoryGenerator",
            "customer/BehaviourParameters",
            "fraud/ring/FraudParameters",
            "fraud/ring/TypologyParameters",
            "exchange/ExchangeParameters");
    private static final Pattern CONSTANT =
            Pattern.compile("\\s+(?:public |private )?static final [\\w<>\\[\\], ]+ ([A-Z_0-9]+) =\\s*(.*)");

    private record Sourced(String what, String holder, String constant, double lowest, double highest, String basis) {

        static Sourced of(String line) {
            String[] part = line.split("\\|", -1);
            return new Sourced(
                    part[0], part[1], part[2], Double.parseDouble(part[3]), Double.parseDouble(part[4]), part[5]);
        }

        double value() {
            return ParameterReader.value(holder, constant);
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
                these numbers; what has no source is an assumption, and can be changed.

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
        return text.append(regimes()).append(profiles()).toString();
    }

    /** One row for each market regime. */
    private static String regimes() {
        var text = new StringBuilder("""

                ## Market regimes, `market.Regime`

                Volatility is annual and without jumps; a jump's mean is logarithmic; branching is how many further orders one
                order brings; depth is a share of the usual.

                | regime | volatility | jumps a day | mean jump down | branching | depth |
                |---|---|---|---|---|---|
                """);
        double rootOfYear = Math.sqrt(ParameterReader.value("market.MarketParameters", "SECONDS_PER_YEAR"));
        for (String regime : List.of("CALM", "NORMAL", "STRESS")) {
            text.append("| `%s` | %.2f | %s | %s | %s | %s |\n"
                    .formatted(
                            regime,
                            rootOfYear * ParameterReader.value("market.Regime", regime + ".sigmaPerSecond"),
                            ofRegime(regime, "jumpsPerDay"),
                            ofRegime(regime, "meanDownJump"),
                            ofRegime(regime, "branchingRatio"),
                            ofRegime(regime, "depth")));
        }
        return text.toString();
    }

    private static String ofRegime(String regime, String figure) {
        return plain(ParameterReader.value("market.Regime", regime + "." + figure));
    }

    /** One row for each kind of fraud. */
    private static String profiles() {
        var text = new StringBuilder("""

                ## What happens around each kind of fraud, `fraud.ring.FraudParameters.profile`

                Hours are those until the owner notices (mean; 0 if the account is the fraudsters' own) and until the fraud is
                reported (median), with the standard deviation of the logarithm of the latter.

                | fraud | challenges passed | hours to notice | hours to report | log-sigma | never reported |
                |---|---|---|---|---|---|
                """);
        for (FraudTypology typology : FraudTypology.values()) {
            text.append("| `%s` | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            typology.label(),
                            ofProfile(typology, "stepUpPassRate"),
                            ofProfile(typology, "meanHoursToNotice"),
                            ofProfile(typology, "medianHoursToReport"),
                            ofProfile(typology, "reportLogSigma"),
                            ofProfile(typology, "neverReportedShare")));
        }
        return text.toString();
    }

    private static String ofProfile(FraudTypology typology, String figure) {
        return plain(ParameterReader.value("fraud.ring.FraudParameters", "profile(" + typology.name() + ")." + figure));
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
            return Files.readString(file)
                    .replaceAll("(= ?|\\()\n\\s+", "$1 ")
                    .replace("=  ", "= ")
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
