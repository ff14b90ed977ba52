package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Arguments and files that somebody made up to do harm: each is refused in one sentence, and nothing is changed. */
class HostileInputTest {

    private static final int INVALID_ARGUMENT = 2;
    private static final String NOBODY = "127.0.0.1:9";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aNumberThatOnlyJavaReadsIsRefusedInEveryOption() {
        refuses(INVALID_ARGUMENT, "'--speed': '12d' is not a number such as 3 or 0.5", "up", "--speed", "12d");
        refuses(INVALID_ARGUMENT, "'--hours': '0x1p3' is not a number", "lab", "run", "--hours", "0x1p3");
        refuses(INVALID_ARGUMENT, "'--share': '1f' is not a number", "model", "stage", "abcd", "--share", "1f");
        refuses(INVALID_ARGUMENT, "'--users': '٣٠٠' is not a whole number", "lab", "run", "--users", "٣٠٠");
        refuses(INVALID_ARGUMENT, "'--seed': '0x10' is not a whole number", "lab", "run", "--seed", "0x10");
        refuses(INVALID_ARGUMENT, "'--port': '99999999999' is not a whole number", "up", "--port", "99999999999");
        refuses(1, "was '0x1p-3'", "lab", "run", "--operator", "threshold-0x1p-3");
        refuses(INVALID_ARGUMENT, "12d", "lab", "run", "--set", "customer.churn.peopleTold=12d");
        refuses(1, "from 0h to 30d such as 72h, was '72'", "lab", "run", "--aftermath", "72");
        refuses(1, "from 0h to 30d such as 72h, was ''", "lab", "compare", "--aftermath", "");
        refuses(1, "from 0h to 30d such as 72h, was '-1h'", "lab", "run", "--aftermath=-1h");
        refuses(1, "--people-told", "lab", "run", "--people-told", "12d");
    }

    @Test
    void anEmptyPathIsRefusedInEveryOption() {
        refuses(INVALID_ARGUMENT, "a path must not be empty", "up", "--work", "");
        refuses(INVALID_ARGUMENT, "a path must not be empty", "lab", "run", "--market", "");
        refuses(INVALID_ARGUMENT, "a path must not be empty", "savepoint", "migrate", "", "copy");
    }

    @Test
    void aFolderOfSomebodyElseIsNoWorkFolderAndIsLeftAsItIs() throws IOException {
        write("checkpoints/epoch10/weights.bin", "weights");
        write("broker/data/mine.txt", "mine");
        var before = tree();
        for (var command : List.of("up", "bench latency", "bench swap")) {
            var arguments = Stream.concat(Stream.of(command.split(" ", -1)), Stream.of("--work", folder.toString()));
            refuses(
                    INVALID_ARGUMENT,
                    folder + " holds files that no run of Firedrill made (broker, checkpoints)",
                    arguments.toArray(String[]::new));
        }
        var doctor = CommandLineRun.of("doctor", "--work", folder.toString(), "--port", "0");
        assertThat(doctor.code()).isEqualTo(1);
        assertThat(doctor.out()).contains("FAIL  work folder  " + folder + " holds files that no run");
        assertThat(CommandLineRun.of("tail", "fraud.control", "--work", folder.toString())
                        .code())
                .isEqualTo(1);
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void actorAndReasonHaveTheBoundsOfThePage() {
        for (var option : List.of("--by", "--why")) {
            refuses(INVALID_ARGUMENT, option + " must have 1 to 300 characters, has none", order(option, " "));
            refuses(
                    INVALID_ARGUMENT,
                    option + " must have 1 to 300 characters, has 100000",
                    order(option, "x".repeat(100_000)));
            refuses(
                    INVALID_ARGUMENT,
                    option + " must not contain invisible characters, contains U+001B",
                    order(option, "evil\u001b[2J\u001b]0;pwned\u0007"));
        }
    }

    private static String[] order(String option, String text) {
        return new String[] {"model", "rollback", "--bootstrap", NOBODY, option, text};
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no devices among the files")
    void aDeviceIsNoInputFile() {
        var zero = "/dev/zero";
        refuses(1, "/dev/zero: is not a file.", "lab", "run", "--users", "100", "--market", zero);
        refuses(INVALID_ARGUMENT, "/dev/zero: is not a file.", "lab", "run", "--parameters", zero);
        refuses(1, "/dev/zero: neither the id of a scenario", "lab", "run", "--scenario", zero);
        refuses(1, "/dev/zero: is not a file", "up", "--bootstrap", NOBODY, "--kafka-properties", zero);
        refuses(1, "is not a file, and would be replaced", "lab", "run", "--users", "100", "--ledger", "/dev/null");
    }

    @Test
    void aScenarioWithEndlessTextsIsRefusedWithItsLine() throws IOException {
        refuses(
                1,
                "line 1: id must have at most 64 characters, has 60,001",
                "scenario",
                "check",
                scenario("id: " + "a-".repeat(30_000) + "a\ntitle: T\n"));
        refuses(
                1,
                "line 2: title must have at most 300 characters, has 500,000",
                "scenario",
                "check",
                scenario("id: t\ntitle: \"" + "x".repeat(500_000) + "\"\n"));
        refuses(
                1,
                "is longer than 1,000,000 bytes",
                "scenario",
                "check",
                scenario("id: t\ntitle: \"" + "x ".repeat(5_000_000) + "\"\n"));
        refuses(1, "found undefined alias nope", "scenario", "check", scenario("id: t\ntitle: *nope\n"));
    }

    @Test
    void whatAFileOrAnArgumentSaysReachesTheTerminalOnOneLine() throws IOException {
        var file = scenario("id: t\ntitle: \"\\e[31mred\\a\\r\\n line2\"\n");
        assertThat(CommandLineRun.of("scenario", "check", file).out())
                .isEqualTo(file + " is valid: \\u001b[31mred\\u0007\\r\\n line2, 1h, 0 incident(s).\n");
        refuses(1, "x\\u001b[2J\\n.yaml", "scenario", "check", "x\u001b[2J\n.yaml");
        refuses(INVALID_ARGUMENT, "\\u001b[2J", "up", "--speed", "\u001b[2J");
        refuses(INVALID_ARGUMENT, "\\u001b[2J", "jugg\u001b[2Jle");
        refuses(1, "characters left out]", "scenario", "check", "y".repeat(100_000));
        assertThat(CommandLineRun.of("scenario", "check", "x\u001b[2J", "--verbose")
                        .err())
                .contains("\tat firedrill")
                .doesNotContain("\u001b");
    }

    private void refuses(int code, String words, String... arguments) {
        var run = CommandLineRun.of(arguments);
        assertThat(run.err())
                .contains(words)
                .doesNotContain("\u001b", "unexpected")
                .hasSizeLessThan(4_000);
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(code);
    }

    private String scenario(String beginning) throws IOException {
        return write("scenario.yaml", beginning + "briefing: B\nlength: 1h\ntimeline: []\n")
                .toString();
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> tree() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
