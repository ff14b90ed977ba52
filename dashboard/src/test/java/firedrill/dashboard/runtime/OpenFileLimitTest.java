package firedrill.dashboard.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

class OpenFileLimitTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aLimitThatTheBrokerWouldExhaustFailsTheCheckWithASentence() {
        assertThat(Preflight.openFiles(OptionalLong.of(256)))
                .isEqualTo(new Preflight.PreflightCheck(
                        "open files",
                        false,
                        "This process may have 256 files open, and 1024 are needed: raise the hard limit (ulimit -Hn, or"
                                + " the limits of the service or container)."));
    }

    @Test
    void theUsualLimitAndAnUnknownOnePass() {
        assertThat(Preflight.openFiles(OptionalLong.of(1_024)).pass()).isTrue();
        assertThat(Preflight.openFiles(OptionalLong.empty()).pass()).isTrue();
    }

    @Test
    @DisabledOnOs(value = WINDOWS, disabledReason = "there is no ulimit")
    void upAndDoctorSayItInOneSentenceBeforeAnythingStarts() throws Exception {
        var work = folder.resolve("work");
        for (int limit : new int[] {100, 256}) {
            var up = firedrill(limit, "up", "--headless", "--seconds", "5", "--work", work.toString());
            assertThat(up).isEqualTo(new Ended(1, refusal(limit, limit < 256 ? 256 : 1_024)));
            assertThat(work.resolve("broker")).doesNotExist();
            var doctor = firedrill(limit, "doctor", "--port", "0", "--work", work.toString());
            assertThat(doctor.code()).isEqualTo(1);
            assertThat(doctor.said()).contains("This process may have " + limit + " files open");
        }
    }

    private static String refusal(int limit, int needed) {
        return "This process may have " + limit + " files open, and " + needed
                + " are needed: raise the hard limit (ulimit -Hn, or the limits of the service or container).\n";
    }

    /** What a process came to. */
    private record Ended(int code, String said) {}

    private static Ended firedrill(int limit, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("sh", "-c", "ulimit -n " + limit + "; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
        command.add("firedrill.dashboard.cli.Firedrill");
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
