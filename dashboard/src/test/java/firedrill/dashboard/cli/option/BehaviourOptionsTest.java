package firedrill.dashboard.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.cli.CommandLineRun;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BehaviourOptionsTest {

    private static final List<String> RUN = List.of("lab", "run", "--users", "600", "--json");
    private static final List<String> BLOCKED =
            List.of("lab", "run", "--users", "600", "--hours", "3", "--operator", "block-all", "--json");
    private static final List<String> COMPARE =
            List.of("lab", "compare", "--users", "200", "--hours", "1", "--seeds", "1", "--json");

    @Test
    void anExplicitDefaultChangesNothing() {
        var silent = of(BLOCKED);

        assertThat(of(BLOCKED, "--people-told", "10", "--notice", "duration-only"))
                .isEqualTo(silent);
        assertThat(silent.code()).isZero();
    }

    @Test
    void wordOfMouthAndTheFrictionNoticeChangeTheRun() {
        var usual = of(BLOCKED);

        assertAnother(of(BLOCKED, "--people-told", "200"), usual);
        assertAnother(of(BLOCKED, "--notice", "reason-and-end"), usual);
        assertAnother(of(BLOCKED, "--notice", "REASON-AND-END"), usual);
    }

    @Test
    void attackersWithoutLearningBehaveDifferently() {
        assertAnother(of(RUN, "--hours", "12", "--freeze-attackers"), of(RUN, "--hours", "12"));
    }

    @Test
    void comparisonsTakeTheSameOptions() {
        var other = of(COMPARE, "--people-told", "200", "--notice", "reason-and-end", "--freeze-attackers");

        assertThat(other.code()).isZero();
        assertThat(other.out()).isNotEqualTo(of(COMPARE).out());
    }

    @Test
    void badValuesAreRefusedByNameAndValue() {
        for (var command : List.of(RUN, COMPARE)) {
            assertRefused(of(command, "--people-told", "-1"), "--people-told must lie in [0, 1000] (persons), was -1.");
            assertRefused(
                    of(command, "--people-told", "1001"), "--people-told must lie in [0, 1000] (persons), was 1001.");
            assertRefused(of(command, "--people-told", "NaN"), "--people-told must be a number, was 'NaN'.");
            assertRefused(
                    of(command, "--notice", "none"), "--notice must be duration-only or reason-and-end, was 'none'.");
        }
    }

    private static void assertAnother(CommandLineRun run, CommandLineRun usual) {
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).isNotEqualTo(usual.out());
    }

    private static void assertRefused(CommandLineRun run, String message) {
        assertThat(run).isEqualTo(new CommandLineRun(1, "", message + "\n"));
    }

    private static CommandLineRun of(List<String> command, String... more) {
        return CommandLineRun.of(
                Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
