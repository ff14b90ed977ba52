package firedrill.dashboard.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketOptionTest {

    private static final String BARS = """
            1767571200000,100,110,90,105,5,1767571259999,500,50,2,200,0
            1767571260000,105,120,104,118,7,1767571319999,800,100,3,300,0
            1767571320000,118,118,100,101,6,1767571379999,600,75,3,300,0
            """;

    @TempDir
    private Path folder;

    @Test
    void aRunOnRecordLastsAsLongAsTheRecord() throws IOException {
        assertThat(lab("run", BARS)).satisfies(run -> {
            assertThat(run.err()).isEmpty();
            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("\"simulatedSeconds\":180");
        });
        assertThat(lab("run", BARS, "--hours", "2").out()).contains("\"simulatedSeconds\":180");
        assertThat(lab("run", BARS, "--hours", "0.025").out()).contains("\"simulatedSeconds\":90");
        assertThat(lab("run", BARS, "--scenario", "crash-day").out()).contains("\"simulatedSeconds\":180");
    }

    @Test
    void operatorsCanBeComparedOnARecord() throws IOException {
        assertThat(lab("compare", BARS, "--seeds", "1").code()).isZero();
    }

    @Test
    void aBadFileIsRefusedWithLineAndReason() throws IOException {
        for (String command : new String[] {"run", "compare"}) {
            assertThat(lab(command, BARS.replace(",104,", ",-104,"))).satisfies(run -> {
                assertThat(run.code()).isEqualTo(1);
                assertThat(run.out()).isEmpty();
                assertThat(run.err())
                        .isEqualTo("The market cannot be replayed. " + folder.resolve("m.csv")
                                + ":2: low must be above 0, was -104.\n");
            });
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var run = CommandLineRun.of(
                "up", "--headless", "--market", folder.resolve("none.csv").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).endsWith("none.csv: there is no such file.\n");
    }

    private CommandLineRun lab(String command, String bars, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("m.csv"), bars);
        String[] args = {"lab", command, "--market", file.toString(), "--users", "200", "--json"};
        String[] all = new String[args.length + more.length];
        System.arraycopy(args, 0, all, 0, args.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return CommandLineRun.of(all);
    }
}
