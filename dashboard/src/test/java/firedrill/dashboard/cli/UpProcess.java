package firedrill.dashboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code firedrill up} in a process of its own, which can be killed. */
final class UpProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Process process;
    private final Path output;

    private UpProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it and waits until it says that it is up.
     *
     * @param scratch for its output and, below {@code tmp}, its java.io.tmpdir
     */
    static UpProcess start(Path scratch, Path work, String... options) throws IOException, InterruptedException {
        var output = Files.createTempFile(scratch, "up", ".log");
        var arguments = new ArrayList<>(List.of("up", "--work", work.toString(), "--port", "0"));
        arguments.addAll(List.of(options));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.time=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + Files.createDirectories(scratch.resolve("tmp")),
                "-cp",
                System.getProperty("java.class.path", ""),
                Firedrill.class.getName()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var up = new UpProcess(process, output);
        up.await("Up after");
        return up;
    }

    private void await(String words) throws IOException, InterruptedException {
        for (long looks = PATIENCE.dividedBy(POLL); looks > 0 && process.isAlive(); looks--) {
            if (said().contains(words)) {
                return;
            }
            Thread.sleep(POLL.toMillis()); // Between two looks at the output of another process.
        }
        String said = said();
        close();
        throw new IllegalStateException("it did not say \"" + words + "\", but: " + said);
    }

    /** What it has printed so far, on both streams. */
    String said() throws IOException {
        return Files.readString(output);
    }

    /** Itself and its children. */
    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    long pid() {
        return process.pid();
    }

    /** {@code kill -9}; returns when its children have noticed and ended. */
    void kill() throws Exception {
        var children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        for (var child : children) {
            child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** {@code kill -TERM}, by force after a time limit. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
