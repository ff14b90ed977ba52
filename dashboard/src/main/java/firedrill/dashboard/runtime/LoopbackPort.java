package firedrill.dashboard.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback address. */
public final class LoopbackPort {

    /** Whether {@code port} can be bound at this moment; another process may bind it afterwards. */
    public static boolean isFree(int port) {
        try (var socket = bind(port)) {
            return socket.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }

    /** Binds {@code port}, or any free one for 0. */
    public static ServerSocket bind(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    private LoopbackPort() {}
}
