package firedrill.dashboard.web;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** HTTP connector: one address, bounded threads and bodies, no server headers. */
final class HttpConnector {
    private static final int MAX_THREADS = 24;
    private static final int IDLE_MILLIS = 20_000;

    private HttpConnector() {}

    /** Binds the port before anything else is started, so that a port in use fails at once. */
    static ServerSocketChannel bind(WebSettings settings) throws PortUnavailableException {
        try {
            return ServerSocketChannel.open()
                    .setOption(StandardSocketOptions.SO_REUSEADDR, true)
                    .bind(new InetSocketAddress(settings.bindAddress(), settings.port()));
        } catch (IOException | UnresolvedAddressException | SecurityException cause) {
            throw new PortUnavailableException(settings, cause);
        }
    }

    static void configure(ServerSocketChannel channel, RequestGuard guard, JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = CommandBody.MAX_BYTES;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new ErrorPages());
            server.setHandler(new RequestGate(guard));
        });
        config.jetty.addConnector((server, http) -> connector(server, http, channel));
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, ServerSocketChannel channel) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setIdleTimeout(IDLE_MILLIS);
        try {
            connector.open(channel);
        } catch (IOException cause) {
            throw new UncheckedIOException("the open port cannot be listened on", cause);
        }
        return connector;
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
        threads.setName("page-http");
        threads.setDaemon(true);
        return threads;
    }
}
