package firedrill.dashboard.runtime.broker;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.jspecify.annotations.Nullable;

/**
 * The broker's own process: formats its folder where that is new, runs Kafka, and ends when its standard input does.
 *
 * <p>Standard input is a pipe from the process that started it. The system closes that pipe when the starter ends, even
 * by {@code kill -9}, so a broker never outlives its run.
 */
public final class BrokerMain {

    /** Time limit of an orderly shutdown. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

    private BrokerMain() {}

    /**
     * Runs a broker until its standard input ends.
     *
     * @param args its properties file, its cluster id, the file it locks while it runs
     */
    public static void main(String[] args) throws IOException {
        exitOnEndOfInput();
        ignoreInterrupts();
        // Held until the process ends: protects the data while the broker shuts down.
        var lock = FileChannel.open(Path.of(args[2]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.lock().isValid()) {
            int code = StorageTool.execute(
                    new String[] {"format", "--ignore-formatted", "--standalone", "-t", args[1], "-c", args[0]},
                    System.out);
            if (code != 0) {
                System.exit(code);
            }
            Kafka.main(new String[] {args[0]});
        }
    }

    private static void exitOnEndOfInput() {
        startDaemon("parent-watch", () -> {
            awaitEndOfInput();
            startDaemon("halt-timer", () -> {
                pause(SHUTDOWN_TIMEOUT);
                Runtime.getRuntime().halt(1);
            });
            System.exit(0);
        });
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // The content is irrelevant; only the end counts.
            }
        } catch (IOException e) {
            // Counts as the end.
        }
    }

    private static void pause(Duration length) {
        try {
            // The length is the purpose: the thread ends the process when the shutdown has had its time.
            Thread.sleep(length.toMillis());
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static void startDaemon(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Ctrl-C reaches every process of the terminal at once, while the parent still needs the broker for an orderly end; it
     * closes standard input afterwards. Reflection, as in Kafka itself, because the signal classes are no API.
     */
    private static void ignoreInterrupts() {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var ignoringHandler = Proxy.newProxyInstance(
                    BrokerMain.class.getClassLoader(),
                    new Class<?>[] {handler},
                    (proxy, method, arguments) -> nothing());
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ignoringHandler);
        } catch (ReflectiveOperationException notThisJvm) {
            System.out.println("WARN Ctrl-C will end the broker before its run: " + notThisJvm);
        }
    }

    private static @Nullable Object nothing() {
        return null;
    }
}
