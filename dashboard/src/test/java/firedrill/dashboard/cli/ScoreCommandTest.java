package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path mapping = Path.of("");

    @BeforeEach
    void map() throws IOException {
        mapping = Files.writeString(folder.resolve("map.yaml"), """
                id: ID
                time: AT
                user: WHO
                counterparty: TO
                amount: SUM
                label: FRAUD
                """);
    }

    @Test
    void theResultHasTheDocumentedKeysAndEachTestedRowItsScore() throws IOException {
        Path scores = folder.resolve("scores.csv");
        var run = score(table(rows()), "--json", "--top", "5,20", "--scores", scores.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith(
                        "{\"model\":\"xgboost\",\"rows\":4000,\"train\":{\"from\":\"2020-01-01\",\"to\":\"2020-01-07\","
                                + "\"rows\":1400,")
                .contains("\"delayDays\":3,\"test\":{\"from\":\"2020-01-11\",\"to\":\"2020-01-14\",\"days\":4,")
                .containsPattern("\"aucRoc\":0\\.\\d+,\"averagePrecision\":0\\.\\d+,\"cardPrecisionAt\":\\{\"5\":")
                .contains(",\"20\":")
                .containsPattern("\"cardPrecisionCeilingAt\":\\{\"5\":.*}}\n");
        assertThat(run.err()).contains("train on 1,400 rows with ");
        List<String> written = Files.readAllLines(scores);
        assertThat(written.get(0)).isEqualTo("id,score");
        assertThat(run.out()).contains("\"rows\":" + (written.size() - 1) + ",");
        assertThat(written.subList(1, written.size())).allMatch(line -> line.matches("\"\\d+,x\",\\d\\.\\d+(E-\\d+)?"));
        assertThat(folder.resolve("scores.csv.part")).doesNotExist();
    }

    @Test
    void theMappingInTheDocumentsWorks() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "external-data.md"));
        int start = document.indexOf("```yaml\n") + "```yaml\n".length();
        Files.writeString(mapping, document.substring(start, document.indexOf("```", start)));
        Path table = table(rows());
        Files.writeString(
                table,
                Files.readString(table)
                        .replace(
                                "ID,AT,WHO,TO,SUM,FRAUD",
                                "TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_FRAUD"));
        assertThat(score(table)).extracting(CommandLineRun::code).isEqualTo(0);
    }

    @Test
    void withoutJsonTheResultIsInWords() throws IOException {
        var run = score(table(rows()));
        assertThat(run.out())
                .startsWith("trained on 1,400 rows with ")
                .contains("AUC ROC            0.")
                .contains("card precision @100 0.");
    }

    @Test
    void aBadRowIsRefusedWithItsLineAndNoScoresAreLeftBehind() throws IOException {
        List<String> rows = rows();
        rows.set(3_900, rows.get(3_900).replaceAll(",[01]$", ",maybe"));
        Path scores = folder.resolve("scores.csv");
        var run = score(table(rows), "--scores", scores.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("table.csv:3902: the label must be 0 or 1, not 'maybe'.\n");
        assertThat(scores).doesNotExist();
        assertThat(folder.resolve("scores.csv.part")).doesNotExist();
    }

    @Test
    void daysThatDoNotFitAreRefused() throws IOException {
        Path table = table(rows());
        assertThat(of(table, "2020-01-01..2020-01-07", "3", "2020-01-10..2020-01-14")
                        .err())
                .isEqualTo("The labels of 2020-01-07 arrive 3 days later, so the test can begin on 2020-01-11, not on"
                        + " 2020-01-10.\n");
        assertThat(of(table, "2020-01-01", "3", "2020-01-10..2020-01-14").err())
                .isEqualTo(
                        "--train needs two days, for example 2018-07-25..2018-07-31: expected two days with .. between them, was"
                                + " 2020-01-01.\n");
        assertThat(of(table, "2020-01-01..2020-01-07", "-1", "2020-01-10..2020-01-14")
                        .err())
                .isEqualTo("A label cannot arrive before its transaction: delay of -1 days.\n");
        assertThat(score(table, "--top", "0").err()).isEqualTo("--top must be positive, was [0].\n");
    }

    @Test
    void filesThatAreNotThereAreNamed() throws IOException {
        assertThat(score(folder.resolve("none.csv")).err()).endsWith("none.csv: there is no such file.\n");
        Path table = table(rows());
        Files.delete(mapping);
        assertThat(score(table).err()).endsWith("map.yaml: there is no such file.\n");
    }

    private CommandLineRun score(Path table, String... more) {
        return of(table, "2020-01-01..2020-01-07", "3", "2020-01-11..2020-01-14", more);
    }

    private CommandLineRun of(Path table, String train, String delay, String test, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "score",
                "--csv",
                table.toString(),
                "--mapping",
                mapping.toString(),
                "--train",
                train,
                "--label-delay",
                delay));
        args.addAll(List.of("--test", test));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private Path table(List<String> rows) throws IOException {
        return Files.writeString(
                folder.resolve("table.csv"), "\uFEFFID,AT,WHO,TO,SUM,FRAUD\r\n" + String.join("\r\n", rows) + "\r\n");
    }

    /** Two hundred payments a day for twenty days; one in twenty is a fraud, and most of those are large. */
    private static List<String> rows() {
        var random = new SplittableRandom(1);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            boolean fraud = random.nextInt(20) == 0;
            rows.add("\"%d,x\",%s,%d,%d,%.2f,%d"
                    .formatted(
                            i,
                            LocalDateTime.of(2020, 1, 1, 0, 0).plusMinutes(i * 1440L / 200),
                            random.nextInt(500),
                            random.nextInt(50),
                            (fraud ? 200 : 50) * random.nextDouble(),
                            fraud ? 1 : 0));
        }
        return rows;
    }
}
