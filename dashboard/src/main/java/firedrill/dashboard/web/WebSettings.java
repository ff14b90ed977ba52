package firedrill.dashboard.web;

import java.util.Set;

/**
 * Address of the page.
 *
 * @param bindAddress the address of this machine that is listened on
 * @param port 0 for any free one
 * @param otherHosts further values of the Host header that are ours, port included, such as {@code dashboard:8080} in
 *     a container; the loopback names with the port that is listened on always are
 */
public record WebSettings(String bindAddress, int port, Set<String> otherHosts) {

    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be in 0..65535, was " + port);
        }
        otherHosts = Set.copyOf(otherHosts);
    }

    /** Reachable from this machine alone. */
    public static WebSettings loopback(int port) {
        return new WebSettings("127.0.0.1", port, Set.of());
    }
}
