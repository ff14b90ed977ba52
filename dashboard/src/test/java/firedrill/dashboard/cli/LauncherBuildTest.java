package firedrill.dashboard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firedrill.dashboard.runtime.OddFolder;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who builds, when several want to: the launcher in a checkout whose Maven and Java are a few lines of shell. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "firedrill.cmd stands in for the launcher there")
class LauncherBuildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RAN = "-jar firedrill.jar doctor";

    @TempDir
    Path folder = Path.of("");

    private Path checkout = Path.of("");

    @BeforeEach
    void aCheckoutWhoseBuildEndsWhenItMay() throws Exception {
        checkout = Files.createDirectories(OddFolder.in(folder));
        Files.copy(Path.of("..", "firedrill"), checkout.resolve("firedrill"));
        script("firedrill", Files.readString(checkout.resolve("firedrill")));
        script("mvnw", """
                #!/bin/sh
                echo begun >>builds
                until [ -e may-end ]; do sleep 0.1; done
                echo jar >dashboard/target/firedrill.jar
                """);
        script("jdk/bin/javac", "#!/bin/sh\n");
        script("jdk/bin/java", """
                #!/bin/sh
                case $1 in
                    -version) echo 'openjdk version "17.0.1"' >&2 ;;
                    *) echo "$LC_ALL" >"$JAVA_HOME/locale"
                       for last; do before=$jar jar=$word word=$last; done; echo "$before ${jar##*/} $word" ;;
                esac
                """);
    }

    private void script(String name, String text) throws Exception {
        var file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Process doctor() throws Exception {
        return doctor(Map.of());
    }

    private Process doctor(Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder(checkout.resolve("firedrill").toString(), "doctor").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", checkout.resolve("jdk").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Process building() throws Exception {
        var process = doctor();
        await().atMost(PATIENCE).until(() -> Files.exists(checkout.resolve("builds")));
        return process;
    }

    private void mayEnd() throws Exception {
        Files.createFile(checkout.resolve("may-end"));
    }

    private Path lock() {
        return checkout.resolve("dashboard/target/build.lock");
    }

    private List<String> builds() throws Exception {
        return Files.readAllLines(checkout.resolve("builds"));
    }

    private static void waits(BufferedReader said) throws Exception {
        assertThat(said.readLine())
                .matches("Another firedrill builds this checkout \\(process \\d+\\): waiting for it \\.\\.\\.");
    }

    private void runs(Process process, BufferedReader said) throws Exception {
        assertThat(said.lines().reduce((line, next) -> next)).contains(RAN);
        assertThat(process.waitFor()).isZero();
        assertThat(lock()).doesNotExist();
    }

    @Test
    void aConcurrentLauncherWaitsForTheBuildAndRunsIt() throws Exception {
        var first = building();
        var second = doctor();
        var said = second.inputReader(UTF_8);
        waits(said);
        mayEnd();
        runs(first, first.inputReader(UTF_8));
        runs(second, said);
        assertThat(builds()).hasSize(1);
    }

    @Test
    void aBuildWhoseLauncherWasKilledIsWaitedFor() throws Exception {
        building().destroyForcibly().waitFor();
        var second = doctor();
        var said = second.inputReader(UTF_8);
        waits(said);
        mayEnd();
        runs(second, said);
        assertThat(builds()).hasSize(1);
    }

    @Test
    void theLockOfTheDeadIsBroken() throws Exception {
        var dead = new ProcessBuilder("true").start();
        assertThat(dead.waitFor()).isZero();
        Files.createDirectories(lock().getParent());
        Files.writeString(lock(), dead.pid() + "\n");
        mayEnd();
        var process = doctor();
        runs(process, process.inputReader(UTF_8));
        assertThat(builds()).hasSize(1);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Java takes the encoding of paths from the locale there alone")
    void inALocaleWithoutUmlautsJavaGetsOneThatNamesEveryFile() throws Exception {
        mayEnd();
        var process = doctor(Map.of("LC_ALL", "C"));
        runs(process, process.inputReader(UTF_8));
        assertThat(checkout.resolve("jdk/locale")).content().containsIgnoringCase("UTF");
    }

    @Test
    void aCheckoutWithAColonInItsPathIsRefusedInOneSentence() throws Exception {
        checkout = Files.move(checkout, folder.resolve("a:b"));
        var process = doctor();
        assertThat(process.inputReader(UTF_8).lines())
                .containsExactly("The folder " + checkout.toRealPath()
                        + " has a colon in its path, which Java takes for a separator: move it.");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void anInterruptedBuildLeavesNoLock() throws Exception {
        var process = building();
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(lock()).doesNotExist();
    }
}
