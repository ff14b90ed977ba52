package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabLedgerTest {

    private static final String[] RUN = {
        "lab", "run", "--users", "600", "--hours", "3", "--operator", "block-all", "--json", "--ledger"
    };

    @TempDir
    private Path folder;

    @Test
    void theLedgerOfARunAddsUpToItsBill() throws IOException {
        var file = folder.resolve("ledger.csv");

        var run = run(file);

        assertThat(run.err()).isEmpty();
        var bill = new ObjectMapper().readTree(run.out());
        var lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo("event_id,what,usd");
        for (String what : new String[] {"fee_lost", "lifetime_value_lost", "honest_delayed"}) {
            var key = switch (what) {
                case "fee_lost" -> "feeLossUsd";
                case "honest_delayed" -> "legitHeldUsd";
                default -> "ltvLostUsd";
            };
            var sum = lines.stream()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[1].equals(what))
                    .map(cells -> new BigDecimal(cells[2]))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isPositive();
            assertThat(sum.doubleValue()).isEqualTo(bill.get(key).asDouble());
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        var file = folder.resolve("none").resolve("ledger.csv");
        var run = run(file);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("The ledger cannot be written to " + file + ": ");
    }

    private static CommandLineRun run(Path file) {
        String[] args = Arrays.copyOf(RUN, RUN.length + 1);
        args[RUN.length] = file.toString();
        return CommandLineRun.of(args);
    }
}
