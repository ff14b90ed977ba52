package firedrill.dashboard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firedrill.dashboard.runtime.ListeningSockets.Listener;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scan sees what it is there to find; otherwise a test that finds nothing would say nothing. */
class ListeningSocketsTest {

    @Test
    void aSocketOnAllInterfacesAndOneOnLoopbackAreToldApart() throws Exception {
        assumeTrue(ListeningSockets.areListed(), "this machine has no /proc/net/tcp");
        try (var everywhere = new ServerSocket(0);
                var loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(loopback.getInetAddress(), loopback.getLocalPort())) {
            var found = ListeningSockets.of(Stream.of(ProcessHandle.current()));
            assertThat(found)
                    .filteredOn(listener -> listener.port() == everywhere.getLocalPort())
                    .singleElement()
                    .satisfies(listener ->
                            assertThat(listener.address().isAnyLocalAddress()).isTrue());
            assertThat(found)
                    .contains(new Listener(
                            ProcessHandle.current().pid(), InetAddress.getLoopbackAddress(), loopback.getLocalPort()))
                    .as("an established connection is not listening")
                    .noneMatch(listener -> listener.port() == client.getLocalPort());
        }
    }
}
