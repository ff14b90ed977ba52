package firedrill.dashboard.runtime.flink;

import firedrill.dashboard.health.JobFacts;
import firedrill.dashboard.health.JobFacts.JobStage;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WorkFolder;
import firedrill.scoring.job.ScoringJob;
import firedrill.scoring.job.migration.SavepointMigration;
import firedrill.scoring.job.settings.FlinkFolder;
import firedrill.scoring.job.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job on a Flink cluster inside this process, which listens on no port. */
public final class FlinkMiniCluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FlinkMiniCluster.class);

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final Duration LOOK_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final MiniCluster cluster;
    private final JobID job;

    private FlinkMiniCluster(MiniCluster cluster, JobID job) {
        this.cluster = cluster;
        this.job = job;
    }

    /**
     * Starts a job and waits until every part of it runs.
     *
     * @param graph defines the job
     * @param temporary folder for temporary files; made anew, and deleted in the end
     * @param restoreFrom a checkpoint to begin with
     * @throws UserFacingException when it does not run within {@code timeout}; nothing is left running then
     */
    public static FlinkMiniCluster start(
            Consumer<StreamExecutionEnvironment> graph,
            int parallelism,
            Path temporary,
            Optional<Path> restoreFrom,
            Duration timeout)
            throws UserFacingException, InterruptedException {
        var env = new StreamExecutionEnvironment(new Configuration());
        graph.accept(env);
        var plan = env.getStreamGraph();
        restoreFrom.ifPresent(checkpoint ->
                plan.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(FlinkFolder.text(checkpoint))));
        TemporaryFolder.prepare(temporary);
        var cluster = new PortlessMiniCluster(parallelism, temporary);
        try {
            cluster.start();
            var job = cluster.submitJob(plan.getJobGraph()).get().getJobID();
            var flink = new FlinkMiniCluster(cluster, job);
            flink.awaitRunning(timeout);
            return flink;
        } catch (InterruptedException | UserFacingException failed) {
            stop(cluster);
            throw failed;
        } catch (Exception failed) { // MiniCluster.start declares no less.
            stop(cluster);
            throw new UserFacingException(
                    "The scoring job did not start (" + failed + "): see firedrill.log in the work folder.", failed);
        }
    }

    /**
     * Starts the scoring job, with checkpoints in a work folder.
     *
     * @param resume whether to go on from the last checkpoint there; otherwise those of earlier runs are deleted
     */
    public static FlinkMiniCluster startScoringJob(JobSettings settings, WorkFolder work, boolean resume)
            throws UserFacingException, InterruptedException {
        var folder = work.checkpoints();
        try {
            var restoreFrom = resume ? restorableCheckpoint(folder) : Optional.<Path>empty();
            if (!resume) {
                WorkFolder.deleteRecursively(folder);
            }
            var chosen = settings.with(settings.execution().withCheckpoints(FlinkFolder.text(folder)));
            return start(
                    env -> ScoringJob.define(env, chosen),
                    chosen.execution().parallelism(),
                    work.temporary(),
                    restoreFrom,
                    START_TIMEOUT);
        } catch (IOException refused) {
            throw new UserFacingException(
                    "Cannot use " + folder + " (" + WorkFolder.describe(refused)
                            + "): make it writable, or choose another" + " with --work FOLDER.",
                    refused);
        }
    }

    private void awaitRunning(Duration timeout) throws UserFacingException, InterruptedException {
        for (long attempts = timeout.dividedBy(POLL_INTERVAL); attempts > 0; attempts--) {
            var graph = graph();
            if (graph.isPresent() && JobInspection.isEveryTaskRunning(graph.get())) {
                return;
            }
            if (graph.isPresent() && graph.get().getState().isGloballyTerminalState()) {
                throw new UserFacingException("The scoring job ended right after its start" + cause(graph.get())
                        + ": see firedrill.log in the work folder.");
            }
            // The mini cluster offers the state of a job, but no signal when its last task runs.
            Thread.sleep(POLL_INTERVAL.toMillis());
        }
        throw new UserFacingException("The scoring job does not run after " + timeout.toSeconds() + " s"
                + graph().map(FlinkMiniCluster::cause).orElse("") + ": see firedrill.log in the work folder.");
    }

    /** Whether every part of the job runs now; not so while it restarts. */
    public boolean isRunning() {
        return facts().stage() == JobStage.RUNNING;
    }

    /** The state of the job now. */
    public JobFacts facts() {
        try {
            return graph().map(JobInspection::facts).orElseGet(() -> JobFacts.of(JobStage.RESTARTING));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return JobFacts.of(JobStage.RESTARTING);
        }
    }

    private Optional<AccessExecutionGraph> graph() throws InterruptedException {
        try {
            return Optional.of(cluster.getExecutionGraph(job).get(LOOK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException notNow) {
            return Optional.empty();
        }
    }

    private static String cause(AccessExecutionGraph graph) {
        var failure = JobInspection.failure(graph);
        return failure.isEmpty() ? "" : " (" + failure + ")";
    }

    /** The newest complete checkpoint under a folder; a copy of it in the present layout if it is of an older one. */
    private static Optional<Path> restorableCheckpoint(Path folder) throws IOException {
        var latest = latestCheckpoint(folder);
        if (latest.isEmpty()) {
            return latest;
        }
        var copy = folder.resolve("migrated").resolve(latest.get().getFileName());
        if (!SavepointMigration.migrate(latest.get(), copy)) {
            return latest;
        }
        LOG.info("{} is of an older layout: the job resumes from the migrated copy {}", latest.get(), copy);
        return Optional.of(copy);
    }

    /** The newest complete checkpoint under a folder. */
    public static Optional<Path> latestCheckpoint(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.walk(folder, 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .map(Path::getParent);
        }
    }

    /** Cancels the job and ends the cluster. */
    @Override
    public void close() {
        close(STOP_TIMEOUT);
    }

    /** The same, waiting at most {@code patience} for the job and for the cluster. */
    void close(Duration patience) {
        try {
            // The job is cancelled first, so that it ends regularly.
            cluster.cancelJob(job).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stuck) {
            // Ending the cluster ends it.
        }
        stop(cluster, patience);
    }

    private static void stop(MiniCluster cluster) {
        stop(cluster, STOP_TIMEOUT);
    }

    private static void stop(MiniCluster cluster, Duration patience) {
        try {
            cluster.closeAsync().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stuck) {
            // Its threads are daemons, and the process is about to end.
        }
    }
}
