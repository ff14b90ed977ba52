package firedrill.dashboard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's sentence when the memory does not suffice, spoken by a Java that is a few lines of shell. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "firedrill.cmd stands in for the launcher there")
class LauncherMemoryTest {

    @TempDir
    Path checkout = Path.of("");

    @BeforeEach
    void aCheckoutWhoseJavaRunsOutOfMemory() throws Exception {
        script("firedrill", Files.readString(Path.of("..", "firedrill")));
        script("dashboard/target/firedrill.jar", "");
        // Like the JVM, it splits the command at semicolons and runs each part by itself.
        script("jdk/bin/java", """
                #!/bin/bash
                [ "$1" != -version ] || { echo 'openjdk version "17.0.1"' >&2; exit; }
                for option; do
                    case $option in
                        -Dfiredrill.loading=*) [ -z "$MODEL" ] || printf %s "$MODEL" >"${option#*=}" ;;
                    esac
                done
                for option; do
                    case $option in
                        -XX:OnOutOfMemoryError=*) tr ';' '\\n' <<<"${option#*=}" | while read -r part; do sh -c "$part"; done ;;
                    esac
                done
                """);
    }

    private void script(String name, String text) throws Exception {
        var file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String lastWords(String model) throws Exception {
        var builder = new ProcessBuilder(checkout.resolve("firedrill").toString(), "up").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", checkout.resolve("jdk").toString());
        builder.environment().put("MODEL", model);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }

    @Test
    void aModelThatIsBeingLoadedIsNamed() throws Exception {
        assertThat(lastWords("0123456789ab"))
                .isEqualTo("Out of memory while model 0123456789ab was being loaded: ./firedrill up --resume goes on"
                        + " without it. Set FIREDRILL_JAVA_OPTS=-Xmx8g to give it more memory.\n");
    }

    @Test
    void otherwiseTheUsersAre() throws Exception {
        assertThat(lastWords(""))
                .isEqualTo("Out of memory: ask for fewer --users or --seeds, or set FIREDRILL_JAVA_OPTS=-Xmx8g\n");
    }
}
