package firedrill.dashboard.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.scoring.decision.AuditNote;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AuditTrailOptionsTest {

    @Test
    void actorAndReasonAreOneLineEach() throws Exception {
        assertThat(options("--by", "ana", "--why", "scores\nlook  odd").note())
                .isEqualTo(new AuditNote("ana", "scores look odd"));
    }

    @Test
    void aFaultNamesItsOption() {
        for (String text : List.of("", " ", "\u200b", "x".repeat(301), "x".repeat(60_000), "a\u001b[2Jb")) {
            assertRefused("--why", options("--by", "ana", "--why", text));
            assertRefused("--by", options("--by", text, "--why", "because"));
        }
    }

    private static void assertRefused(String option, AuditTrailOptions options) {
        assertThatThrownBy(options::note)
                .isInstanceOfSatisfying(
                        UserFacingException.class,
                        refused -> assertThat(refused.isInvalidInput()).isTrue())
                .hasMessageStartingWith(option + " must ");
    }

    private static AuditTrailOptions options(String... arguments) {
        AuditTrailOptions options = new AuditTrailOptions();
        new CommandLine(options).parseArgs(arguments);
        return options;
    }
}
