package firedrill.dashboard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher refuses before there is any Java to say it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "firedrill.cmd stands in for the launcher there")
class LauncherTest {

    private static final Path LAUNCHER =
            Path.of("..", "firedrill").toAbsolutePath().normalize();

    @TempDir
    Path folder = Path.of("");

    private String refusal(Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder(LAUNCHER.toString(), "--version").directory(folder.toFile());
        builder.environment().putAll(environment);
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        return said;
    }

    @Test
    void aJavaOlderThan17IsRefusedInOneSentence() throws Exception {
        var java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        assertThat(refusal(Map.of("JAVA_HOME", folder.toString())))
                .isEqualTo(java + " is Java 11: Firedrill needs a JDK 17 or newer, set JAVA_HOME to one.\n");
    }

    @Test
    void aWrongJavaHomeIsRefusedInOneSentence() throws Exception {
        assertThat(refusal(Map.of("JAVA_HOME", folder.toString())))
                .isEqualTo("JAVA_HOME is " + folder + ", where there is no bin/java: set it to a JDK 17 or newer.\n");
    }
}
