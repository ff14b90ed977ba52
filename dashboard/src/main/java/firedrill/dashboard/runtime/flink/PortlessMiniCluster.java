package firedrill.dashboard.runtime.flink;

import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.blob.BlobServer;
import org.apache.flink.runtime.dispatcher.SessionDispatcherFactory;
import org.apache.flink.runtime.dispatcher.runner.DefaultDispatcherRunnerFactory;
import org.apache.flink.runtime.entrypoint.component.DefaultDispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.entrypoint.component.DispatcherResourceManagerComponent;
import org.apache.flink.runtime.entrypoint.component.DispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.heartbeat.HeartbeatServices;
import org.apache.flink.runtime.metrics.MetricRegistry;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;
import org.apache.flink.runtime.rpc.FatalErrorHandler;
import org.apache.flink.runtime.security.token.DelegationTokenManager;
import org.apache.flink.runtime.webmonitor.retriever.MetricQueryServiceRetriever;

/**
 * A Flink cluster of one task manager inside this process that listens on no port once it has started.
 *
 * <p>Neither Flink's REST nor its blob server has a login: whoever reaches them cancels jobs, writes savepoints to any
 * folder and fills the disk. A cluster within one process needs neither: the job is submitted and cancelled by method
 * calls, and its files are read from the folder of the blob server. Calls between its parts need no RPC port, and a
 * single task manager needs no data port. While it starts, both are bound to loopback for a moment.
 */
final class PortlessMiniCluster extends MiniCluster {

    private static final String LOOPBACK = "127.0.0.1";

    private final Path temporary;

    /**
     * A cluster that has not been started.
     *
     * @param temporary an existing folder for all its temporary files; deleted when it closes
     */
    PortlessMiniCluster(int slots, Path temporary) {
        super(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(temporary))
                .setCommonBindAddress(LOOPBACK)
                // One task manager: with two, they would listen for each other.
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
        this.temporary = temporary;
    }

    private static Configuration configuration(Path temporary) {
        var configuration = new Configuration();
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_PORT, "0");
        // The blob server binds to all interfaces without it.
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(CoreOptions.TMP_DIRS, temporary.toString());
        configuration.set(WebOptions.TMP_DIR, temporary.toString());
        // State is on the heap; managed memory would lie idle.
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(8));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
        return configuration;
    }

    @Override
    protected DispatcherResourceManagerComponentFactory createDispatcherResourceManagerComponentFactory() {
        return new DefaultDispatcherResourceManagerComponentFactory(
                DefaultDispatcherRunnerFactory.createSessionRunner(SessionDispatcherFactory.INSTANCE),
                StandaloneResourceManagerFactory.getInstance(),
                ClosedRestEndpoint::new);
    }

    /** Stops the blob server from listening; its store stays usable within this process. */
    @Override
    protected Collection<? extends DispatcherResourceManagerComponent> createDispatcherResourceManagerComponents(
            Configuration configuration,
            RpcServiceFactory rpcServiceFactory,
            BlobServer blobServer,
            HeartbeatServices heartbeatServices,
            DelegationTokenManager delegationTokenManager,
            MetricRegistry metricRegistry,
            MetricQueryServiceRetriever metricQueryServiceRetriever,
            FatalErrorHandler fatalErrorHandler)
            throws Exception {
        blobServer.close();
        return super.createDispatcherResourceManagerComponents(
                configuration,
                rpcServiceFactory,
                blobServer,
                heartbeatServices,
                delegationTokenManager,
                metricRegistry,
                metricQueryServiceRetriever,
                fatalErrorHandler);
    }

    @Override
    public CompletableFuture<Void> closeAsync() {
        return super.closeAsync().whenComplete((closed, failed) -> TemporaryFolder.delete(temporary));
    }
}
