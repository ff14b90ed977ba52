package firedrill.dashboard.runtime.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The loopback ports of a broker: for its clients, and for its controller. */
public record BrokerPorts(int broker, int controller) {

    /** Two ports that were free a moment ago; somebody may still be faster. */
    static BrokerPorts findFree() throws IOException {
        try (var broker = listenOn(0);
                var controller = listenOn(0)) {
            return new BrokerPorts(broker.getLocalPort(), controller.getLocalPort());
        }
    }

    /** Whether both could be had now. */
    boolean areFree() {
        return isFree(broker) && isFree(controller);
    }

    public static boolean isFree(int port) {
        try (var socket = listenOn(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket listenOn(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    String bootstrap() {
        return "127.0.0.1:" + broker;
    }
}
