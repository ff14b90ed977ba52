package firedrill.dashboard.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firedrill.dashboard.runtime.ListeningSockets;
import firedrill.dashboard.runtime.ListeningSockets.Listener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run opens to others and leaves behind, seen from outside of its processes. */
class UpIsolationIT {

    private static final int ANSWER_TIMEOUT_MILLIS = 10_000;

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Routes of Flink's REST that read, write, cancel or end something. */
    private static final List<String> FLINK_ROUTES = List.of(
            "/config",
            "/overview",
            "/cluster",
            "/jars",
            "/jars/upload",
            "/jobs",
            "/jobs/overview",
            "/jobs/00000000000000000000000000000000",
            "/jobs/00000000000000000000000000000000/yarn-cancel",
            "/jobs/00000000000000000000000000000000/savepoints",
            "/jobs/00000000000000000000000000000000/stop",
            "/jobmanager/config",
            "/jobmanager/thread-dump",
            "/taskmanagers",
            "/v1/jobs");

    @TempDir
    Path scratch = Path.of("");

    @Test
    void allThatARunListensOnIsItsPageAndItsBrokerOnLoopbackAndNothingSpeaksFlinksRest() throws Exception {
        assumeTrue(ListeningSockets.areListed(), "this machine has no /proc/net/tcp");
        try (var up = UpProcess.start(scratch, scratch.resolve("work"), "--users", "1000")) {
            var listeners = ListeningSockets.of(up.processes());
            assertThat(listeners)
                    .allMatch(listener -> listener.address().isLoopbackAddress(), "is on loopback")
                    .as("the page, the broker, its controller")
                    .hasSize(3);
            assertThat(listeners)
                    .filteredOn(listener -> listener.pid() == up.pid())
                    .as("the page, and nothing of Flink")
                    .hasSize(1);
            for (var listener : listeners) {
                assertThat(flinkAnswers(listener)).isEmpty();
            }
        }
    }

    /** Successful answers, or answers that another web page may read, to requests for Flink's REST. */
    private static Set<String> flinkAnswers(Listener listener) throws IOException {
        var answers = new TreeSet<String>();
        for (var method : METHODS) {
            for (var route : FLINK_ROUTES) {
                for (var host : List.of("127.0.0.1:" + listener.port(), "evil.example")) {
                    for (var origin : List.of("", "Origin: http://evil.example\r\n")) {
                        var head = method + " " + route + " HTTP/1.1\r\nHost: " + host + "\r\n" + origin;
                        var answer = answer(listener, head + "Content-Length: 0\r\nConnection: close\r\n\r\n");
                        if (answer.startsWith("HTTP/1.1 2") || answer.contains("access-control-allow-origin")) {
                            answers.add(head + answer);
                        }
                    }
                }
            }
        }
        return answers;
    }

    private static String answer(Listener listener, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.setSoTimeout(ANSWER_TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(2_000), US_ASCII);
        } catch (SocketException reset) {
            return ""; // The broker closes what is not Kafka's protocol.
        }
    }

    @Test
    void whatKillLeavesIsInTheWorkFolderAndTheNextStartRemovesIt() throws Exception {
        var work = scratch.resolve("work");
        var temporary = work.resolve("temporary");
        try (var killed = UpProcess.start(scratch, work, "--users", "1000")) {
            killed.kill();
        }
        assertThat(list(temporary)).as("files of the killed run").isNotEmpty();
        var left = Files.writeString(temporary.resolve("left"), "");
        assertThat(list(scratch.resolve("tmp"))).as("java.io.tmpdir").isEmpty();
        try (var next = UpProcess.start(scratch, work, "--users", "1000")) {
            assertThat(next.processes()).isNotEmpty();
            assertThat(list(temporary)).isNotEmpty().doesNotContain(left);
        }
        assertThat(temporary).doesNotExist();
        assertThat(list(scratch.resolve("tmp"))).as("java.io.tmpdir").isEmpty();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
