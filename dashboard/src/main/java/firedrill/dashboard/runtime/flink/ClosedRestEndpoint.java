package firedrill.dashboard.runtime.flink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.blob.TransientBlobService;
import org.apache.flink.runtime.dispatcher.DispatcherGateway;
import org.apache.flink.runtime.leaderelection.LeaderElection;
import org.apache.flink.runtime.resourcemanager.ResourceManagerGateway;
import org.apache.flink.runtime.rest.RestEndpointFactory;
import org.apache.flink.runtime.rest.handler.RestHandlerConfiguration;
import org.apache.flink.runtime.rest.handler.RestHandlerSpecification;
import org.apache.flink.runtime.rest.handler.legacy.metrics.MetricFetcher;
import org.apache.flink.runtime.rpc.FatalErrorHandler;
import org.apache.flink.runtime.webmonitor.RestfulGateway;
import org.apache.flink.runtime.webmonitor.WebMonitorEndpoint;
import org.apache.flink.runtime.webmonitor.retriever.LeaderGatewayRetriever;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandler;
import org.apache.flink.util.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A REST endpoint without routes that stops listening as soon as it has been started.
 *
 * <p>A cluster of Flink cannot be made without a REST endpoint, and its start binds a port in a final method. The start
 * returns once the port is closed again; in between, any request gets a 404.
 */
final class ClosedRestEndpoint extends WebMonitorEndpoint<RestfulGateway> {

    private static final long CLOSE_TIMEOUT_SECONDS = 30;

    private @Nullable CompletableFuture<Void> closed;

    /** Has the signature of {@link RestEndpointFactory}. */
    ClosedRestEndpoint(
            Configuration configuration,
            LeaderGatewayRetriever<DispatcherGateway> dispatcher,
            LeaderGatewayRetriever<ResourceManagerGateway> resourceManager,
            TransientBlobService blobs,
            ScheduledExecutorService executor,
            MetricFetcher metrics,
            LeaderElection election,
            FatalErrorHandler onFatalError)
            throws IOException, ConfigurationException {
        super(
                dispatcher,
                configuration,
                RestHandlerConfiguration.fromConfiguration(configuration),
                resourceManager,
                blobs,
                executor,
                metrics,
                election,
                RestEndpointFactory.createExecutionGraphCache(
                        RestHandlerConfiguration.fromConfiguration(configuration)),
                onFatalError);
    }

    @Override
    protected List<Tuple2<RestHandlerSpecification, ChannelInboundHandler>> initializeHandlers(
            CompletableFuture<String> address) {
        return new ArrayList<>(); // Flink sorts it.
    }

    /** Closes the port. Does not stand for election, so nobody looks for this endpoint. */
    @Override
    public void startInternal() throws Exception {
        shutDownInternal().get(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        log.info("This REST endpoint listens no more");
    }

    @Override
    protected synchronized CompletableFuture<Void> shutDownInternal() {
        var alreadyClosed = closed;
        if (alreadyClosed != null) {
            return alreadyClosed;
        }
        var closing = super.shutDownInternal();
        closed = closing;
        return closing;
    }
}
