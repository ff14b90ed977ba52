package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class FiredrillTest {

    @TempDir
    Path folder = Path.of("");

    static Stream<String> everyCommand() {
        return paths(new CommandLine(new Firedrill()), "");
    }

    private static Stream<String> paths(CommandLine command, String above) {
        return command.getSubcommands().entrySet().stream().flatMap(entry -> {
            var path = (above + " " + entry.getKey()).strip();
            return Stream.concat(Stream.of(path), paths(entry.getValue(), path));
        });
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandHasHelp(String path) {
        var run = CommandLineRun.of((path + " --help").split(" ", -1));
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: firedrill " + path).contains("--help");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandRefusesAnUnknownOptionInOneSentence(String path) {
        var run = CommandLineRun.of((path + " --nonsense").split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(3);
        assertThat(run.err()).contains("See firedrill " + path + " --help.").doesNotContain("\tat ");
    }

    @Test
    void aSlipIsMetWithASuggestion() {
        assertThat(CommandLineRun.of("doctor", "--ports")).isEqualTo(new CommandLineRun(2, "", """
                        Unknown option: '--ports'.
                        Did you mean: --port?
                        See firedrill doctor --help.
                        """));
    }

    @Test
    void withoutACommandTheCommandsAreListed() {
        var run = CommandLineRun.of();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Missing required subcommand.");
    }

    @Test
    void aCommandThatDoesNotExistIsNamed() {
        assertThat(CommandLineRun.of("juggle"))
                .isEqualTo(new CommandLineRun(2, "", "There is no command juggle.\nSee firedrill --help.\n"));
    }

    @Test
    void aPortThatCannotBeIsRefused() {
        var run = CommandLineRun.of("doctor", "--work", folder.toString(), "--port", "99999");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("FAIL  port         --port must be from 0 to 65535, was 99999.");
    }

    @Test
    void aTakenPortIsNamedAndFailsTheCommand() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(busy.getLocalPort());
            var run = CommandLineRun.of("doctor", "--work", folder.toString(), "--port", port, "--json");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).isEmpty();
            assertThat(run.out().lines()).hasSize(1);
            assertThat(run.out())
                    .contains("\"pass\":false")
                    .contains("Port " + port + " is in use: stop what uses it, or choose another with --port N");
        }
    }

    @Test
    void aWorkFolderThatCannotBeIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("a-file"), "");
        var run = CommandLineRun.of("doctor", "--work", file.resolve("below").toString(), "--port", "0");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAIL  work folder  Cannot write in the work folder " + file.resolve("below"))
                .contains("choose another with --work FOLDER");
    }

    @Test
    void tailWithoutARunNamesTheNextStep() {
        assertThat(CommandLineRun.of("tail", "fraud.decisions", "--work", folder.toString()))
                .isEqualTo(new CommandLineRun(
                        1,
                        "",
                        "Nothing runs in the work folder " + folder
                                + ": start ./firedrill up, or name a Kafka with --bootstrap HOST:PORT.\n"));
    }

    @Test
    void tailOfAnUnknownTopicNamesTheTopics() {
        var run = CommandLineRun.of("tail", "decisions");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("There is no topic decisions; there are exchange.events, fraud.decisions,");
    }

    @Test
    void aMalformedAddressIsRefusedBeforeAnyConnection() {
        assertThat(CommandLineRun.of("tail", "fraud.decisions", "--bootstrap", "localhost"))
                .isEqualTo(new CommandLineRun(
                        1, "", "--bootstrap must be HOST:PORT, several separated by commas, was localhost.\n"));
    }

    @Test
    void verbosePrintsTheStackTrace() {
        assertThat(CommandLineRun.of("tail", "decisions", "--verbose").err()).contains("\tat firedrill.dashboard.cli");
    }
}
