package firedrill.dashboard.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The TCP sockets on which processes listen, as the kernel of Linux lists them. */
public final class ListeningSockets {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String LISTEN = "0A";

    /** One socket; {@code ::} and {@code 0.0.0.0} mean all interfaces. */
    public record Listener(long pid, InetAddress address, int port) {}

    /** Whether this machine lists its sockets. */
    public static boolean areListed() {
        return Files.isReadable(TABLES.get(0));
    }

    /** What these processes listen on. */
    public static List<Listener> of(Stream<ProcessHandle> processes) throws IOException {
        Map<String, Listener> unowned = listeners();
        var found = new ArrayList<Listener>();
        for (var process : processes.toList()) {
            for (var inode : socketInodes(process.pid())) {
                var listener = unowned.get(inode);
                if (listener != null) {
                    found.add(new Listener(process.pid(), listener.address(), listener.port()));
                }
            }
        }
        return found;
    }

    /** By inode, without their processes. */
    private static Map<String, Listener> listeners() throws IOException {
        var listeners = new HashMap<String, Listener>();
        for (var table : TABLES) {
            for (var line : Files.exists(table) ? Files.readAllLines(table, US_ASCII) : List.<String>of()) {
                var fields = line.strip().split("\\s+", -1);
                if (fields.length > 9 && fields[3].equals(LISTEN)) {
                    var local = fields[1].split(":", 2);
                    listeners.put(fields[9], new Listener(0, address(local[0]), Integer.parseInt(local[1], 16)));
                }
            }
        }
        return listeners;
    }

    /** The table has an address as words of 32 bits, each in the byte order of the machine. */
    private static InetAddress address(String hex) throws IOException {
        var words = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        var bytes = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            bytes.putInt(words.getInt());
        }
        return InetAddress.getByAddress(bytes.array());
    }

    private static List<String> socketInodes(long pid) throws IOException {
        var inodes = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (var file : files) {
                var target = targetOf(file);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    private static String targetOf(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private ListeningSockets() {}
}
