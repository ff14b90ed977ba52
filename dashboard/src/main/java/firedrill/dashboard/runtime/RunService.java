package firedrill.dashboard.runtime;

import static java.util.Objects.requireNonNull;

import firedrill.dashboard.health.BrokerFacts;
import firedrill.dashboard.health.JobFacts;
import firedrill.dashboard.health.JobFacts.JobStage;
import firedrill.dashboard.health.RunFacts;
import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.health.RunPhase;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.monitor.BillComparison;
import firedrill.dashboard.monitor.BillComparison.BillStatus;
import firedrill.dashboard.monitor.OrderFates.OrderFate;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.runtime.order.OrderDelivery;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.Scenario;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Successive runs on one broker: starts and ends them, computes their bills and accepts the operator's commands.
 *
 * <p>Each run has a job of its own, because the scorer's state belongs to the run whose events produced it. Phase
 * changes are atomic: of two commands that exclude each other, one is refused.
 */
public final class RunService implements RunControls, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunService.class);
    private static final long CLOSE_TIMEOUT_SECONDS = 20;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration ABANDON_PATIENCE = Duration.ofSeconds(1);

    private final RunEnvironment environment;
    private final JobDeployment deployment;
    private final BaselineRunner baselines;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "firedrill-run-service");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<RunPhase> phase = new AtomicReference<>(RunPhase.STARTING);

    private final HealthWatch health;

    private volatile RunPlan plan;
    private volatile RunSession session;
    private volatile BillComparison comparison = BillComparison.PENDING;
    private volatile String startFailure = "";
    private volatile boolean isAbandoned;

    /** A service whose first session is open but not started. */
    public RunService(
            RunEnvironment environment, JobDeployment deployment, BaselineRunner baselines, RunPlan firstPlan) {
        this.environment = environment;
        this.deployment = deployment;
        this.baselines = baselines;
        this.plan = firstPlan;
        this.session = environment.openSession(firstPlan);
        this.health = new HealthWatch(firstFacts(), this::facts);
    }

    /** Starts the first run: the job, then the exchange. */
    public void start() throws UserFacingException, InterruptedException {
        health.start();
        environment.start(plan.settings().startMillis());
        deployment.start();
        startSession();
    }

    private void startSession() {
        session.start();
        phase.set(RunPhase.RUNNING);
    }

    public RunSession session() {
        return session;
    }

    public RegistryHistory registry() {
        return environment.registry();
    }

    public RunPhase phase() {
        return requireNonNull(phase.get());
    }

    /** Ends the active run without a bill, and waits until its last records are read. */
    public void endWithoutBill() throws InterruptedException {
        phase.compareAndSet(RunPhase.RUNNING, RunPhase.FINISHED);
        session.end();
    }

    /** The bill of the last finished run; pending while a run is active. */
    public BillComparison comparison() {
        return comparison;
    }

    /** Whether the active run has lasted as long as its scenario. */
    public boolean hasReachedEnd() {
        return phase() == RunPhase.RUNNING
                && session.health().simulatedMillis() >= session.plan().endMillis();
    }

    /** Ends the active run and computes its bill in the background; false if no run is active. */
    public boolean finishRun() {
        if (!phase.compareAndSet(RunPhase.RUNNING, RunPhase.FINISHED)) {
            return false;
        }
        var ended = session;
        comparison = new BillComparison(BillStatus.COMPUTING, List.of(), null);
        worker.execute(() -> computeBill(ended));
        return true;
    }

    private void computeBill(RunSession ended) {
        try {
            ended.end();
            ended.settle(Lab.SETTLING_TIME);
            comparison = baselines.compare(ended, partial -> comparison = partial);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Thrown on the worker, which nobody waits for: without this the bill would be computing for ever.
            LOG.error("cost comparison failed", e);
            comparison = new BillComparison(BillStatus.FAILED, List.of(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ControlResult pinMode(Optional<Mode> mode, String reason) {
        if (phase() != RunPhase.RUNNING) {
            return new ControlResult.Refused("No run is active; start one first.");
        }
        return send(new OperatorMode(0, session.health().simulatedMillis(), OPERATOR, reason, mode));
    }

    @Override
    public ControlResult orderModel(ModelOrder order, String reason) {
        var refusal = registry().control().registry().refusal(order);
        if (refusal.isPresent()) {
            return new ControlResult.Refused("Nothing was changed: " + refusal.get() + ".");
        }
        return send(new ModelCommand(
                0,
                session.health().simulatedMillis(),
                OPERATOR,
                reason,
                UUID.randomUUID().toString(),
                order));
    }

    private ControlResult send(ControlCommand command) {
        try {
            return environment
                    .send(command)
                    .match(
                            written -> new ControlResult.Accepted(),
                            notWritten -> new ControlResult.Refused(notWritten.reason()),
                            uncertain -> new ControlResult.Uncertain(uncertain.orderId(), uncertain.reason()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ControlResult.Refused("Nothing was changed: the program is shutting down.");
        }
    }

    @Override
    public Optional<OrderFate> orderFate(String orderId) {
        return registry().fates().fate(orderId);
    }

    @Override
    public ControlResult startScenario(String id) {
        if (!ScenarioCatalogue.ids().contains(id)) {
            return new ControlResult.Refused(
                    "No scenario is called '" + id + "'; there are " + String.join(", ", ScenarioCatalogue.ids()));
        }
        if (!deployment.isManaged()) {
            return new ControlResult.Refused("The job is external; restart with up --scenario.");
        }
        if (phase.getAndSet(RunPhase.STARTING) == RunPhase.STARTING) {
            return new ControlResult.Refused("A run is starting; retry when it is running.");
        }
        worker.execute(() -> restart(load(id)));
        return new ControlResult.Accepted();
    }

    private static Scenario load(String id) {
        try {
            return ScenarioCatalogue.load(id);
        } catch (BadScenarioException e) {
            throw new IllegalStateException("the bundled scenario " + id + " is invalid", e);
        }
    }

    private void restart(Scenario scenario) {
        try {
            // Advanced before anything can fail, so that no later attempt reuses the event ids of this one.
            plan = plan.nextRun(scenario);
            session.close();
            deployment.stop(STOP_PATIENCE);
            for (var command : RunReset.commands(
                    registry().control().registry(), plan.settings().startMillis(), OPERATOR)) {
                requireWritten(environment.send(command));
            }
            comparison = BillComparison.PENDING;
            startFailure = "";
            session = environment.openSession(plan);
            deployment.start();
            startSession();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UserFacingException | RuntimeException e) {
            // Thrown on the worker, which nobody waits for: without this the run would be starting for ever.
            LOG.error("the next run did not start", e);
            startFailure = "The next run did not start: " + e.getMessage();
            comparison = new BillComparison(BillStatus.FAILED, List.of(), startFailure);
            phase.set(RunPhase.FINISHED);
        }
    }

    private static void requireWritten(OrderDelivery delivery) throws UserFacingException {
        Optional<String> failure = delivery.match(
                written -> Optional.empty(),
                notWritten -> Optional.of(notWritten.reason()),
                uncertain -> Optional.of(uncertain.reason()));
        if (failure.isPresent()) {
            throw new UserFacingException(failure.get());
        }
    }

    @Override
    public ControlResult endRun() {
        return finishRun() ? new ControlResult.Accepted() : new ControlResult.Refused("No run is active.");
    }

    /** The health of the run, at most some seconds old; answers at once. */
    public RunHealth health() {
        return health.last();
    }

    /** The health of the run at this moment; takes some seconds when a part does not answer. */
    public RunHealth currentHealth() throws InterruptedException {
        return health.refresh();
    }

    private RunFacts facts() throws InterruptedException {
        return facts(deployment.facts(), environment.broker());
    }

    private RunFacts firstFacts() {
        return facts(JobFacts.of(JobStage.NOT_STARTED), BrokerFacts.reachable(""));
    }

    private RunFacts facts(JobFacts job, BrokerFacts broker) {
        var now = session;
        return new RunFacts(
                phase(),
                new RunFacts.ExchangeFacts(now.health(), now.counts(), now.waits()),
                job,
                broker,
                environment.storage(),
                startFailure,
                now.monitorFailure());
    }

    /** Makes {@link #close} wait for nothing that needs the broker, because the run has failed. */
    public void abandon() {
        isAbandoned = true;
        session.abandon();
        environment.abandon();
    }

    @Override
    public void close() throws InterruptedException {
        health.close();
        worker.shutdownNow();
        worker.awaitTermination(isAbandoned ? 1 : CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        session.close();
        environment.close();
        deployment.stop(isAbandoned ? ABANDON_PATIENCE : STOP_PATIENCE);
    }
}
