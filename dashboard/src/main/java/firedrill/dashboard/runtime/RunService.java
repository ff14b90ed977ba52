package firedrill.dashboard.runtime;

import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.ledger.LedgerEntry.Tariff;
import firedrill.dashboard.monitor.BillComparison;
import firedrill.dashboard.monitor.ClusterDetail;
import firedrill.dashboard.monitor.ClusterRow;
import firedrill.dashboard.monitor.DecisionProvenance;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.dashboard.monitor.RegistryFeed;
import firedrill.dashboard.monitor.RunHealth;
import firedrill.dashboard.web.PageSource;
import firedrill.dashboard.web.view.PageState;
import firedrill.dashboard.web.view.PageState.RunPhase;
import firedrill.dashboard.web.view.PageStateAssembler;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.LiveHealth;
import firedrill.ingest.kafka.WallClock;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.Scenario;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.evaluation.card.ModelCardDocument;
import firedrill.scoring.registry.ModelOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs, one after the other, on one broker: starts them, ends them, makes their bills, takes the page's orders.
 *
 * <p>Each run gets a job of its own, because the memory of the scorer belongs to the run whose events filled it.
 */
public final class RunService implements PageSource, RunControls, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunService.class);
    private static final String OPERATOR = "operator";

    private final KafkaSettings kafka;
    private final WallClock wallClock;
    private final Tariff tariff;
    private final JobDeployment deployment;
    private final ControlCommandProducer control;
    private final RegistryFeed registry;
    private final PageStateAssembler assembly;
    private final BaselineRunner baselines;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "firedrill-station");
        thread.setDaemon(true);
        return thread;
    });

    private volatile RunSession session;
    private volatile RunPhase phase = RunPhase.STARTING;
    private volatile BillComparison comparison = BillComparison.PENDING;

    /** A station whose first run is made but not started. */
    public RunService(
            KafkaSettings kafka,
            WallClock wall,
            ScoringBundle scorers,
            Tariff tariff,
            JobDeployment jobs,
            RunPlan first) {
        this.kafka = kafka;
        this.wallClock = wall;
        this.tariff = tariff;
        this.deployment = jobs;
        this.control = new ControlCommandProducer(kafka);
        this.registry = new RegistryFeed(kafka);
        this.assembly = new PageStateAssembler(scorers, choices());
        this.baselines = new BaselineRunner(new Lab(
                first.settings(), scorers::createDecider, scorers.model().reference(), tariff));
        this.session = session(first);
    }

    private RunSession session(RunPlan plan) {
        return new RunSession(
                kafka, plan, new LiveRun(tariff, plan.settings().startMillis(), registry.history()), wallClock);
    }

    private static List<PageState.ScenarioChoice> choices() {
        return ScenarioCatalogue.ids().stream()
                .map(RunService::scenario)
                .map(scenario -> new PageState.ScenarioChoice(scenario.id(), scenario.title(), scenario.briefing()))
                .toList();
    }

    private static Scenario scenario(String id) {
        try {
            return ScenarioCatalogue.load(id);
        } catch (BadScenarioException impossible) {
            throw new IllegalStateException("a shipped scenario is broken", impossible);
        }
    }

    /** Starts the first run: the job, then the exchange. */
    public void start() throws UserFacingException, InterruptedException {
        registry.start();
        SeedModel.announce(kafka, session.plan().settings().startMillis());
        deployment.start();
        begin();
    }

    private void begin() {
        session.start();
        phase = RunPhase.RUNNING;
    }

    public RunSession session() {
        return session;
    }

    boolean isRunning() {
        return phase == RunPhase.RUNNING;
    }

    /** Whether the run has lasted as long as its scenario. */
    public boolean hasReachedEnd() {
        return isRunning()
                && session.health().simulatedMillis() >= session.plan().endMillis();
    }

    /** Ends the run that goes on and makes its bill, in the background; nothing happens if none does. */
    public void finishRun() {
        if (phase != RunPhase.RUNNING) {
            return;
        }
        phase = RunPhase.FINISHED;
        var ended = session;
        comparison = new BillComparison(BillComparison.BillStatus.COMPUTING, List.of(), null);
        worker.execute(() -> conclude(ended));
    }

    @Override
    public ModelCardDocument card() {
        return assembly.championCard(registry.history());
    }

    private void conclude(RunSession ended) {
        try {
            ended.end();
            comparison = baselines.compare(ended, made -> comparison = made);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.error("the bill could not be made", failed);
            comparison = new BillComparison(
                    BillComparison.BillStatus.FAILED, List.of(), String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public ControlResult pinMode(Optional<Mode> mode, String why) {
        if (phase != RunPhase.RUNNING) {
            return new ControlResult.Refused("No run goes on; start one first.");
        }
        return sent(new OperatorMode(1, session.health().simulatedMillis(), OPERATOR, why, mode));
    }

    @Override
    public ControlResult orderModel(ModelOrder order, String why) {
        var refusal = registry.history().control().registry().refusal(order);
        if (refusal.isPresent()) {
            return new ControlResult.Refused("Nothing was changed: " + refusal.get() + ".");
        }
        return sent(new ModelCommand(
                0,
                session.health().simulatedMillis(),
                OPERATOR,
                why,
                UUID.randomUUID().toString(),
                order));
    }

    private ControlResult sent(ControlCommand command) {
        try {
            control.send(command);
            return new ControlResult.Accepted();
        } catch (UserFacingException unreachable) {
            return new ControlResult.Refused(String.valueOf(unreachable.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new ControlResult.Refused("The program is ending.");
        }
    }

    @Override
    public ControlResult startScenario(String id) {
        if (!ScenarioCatalogue.ids().contains(id)) {
            return new ControlResult.Refused(
                    "No scenario is called '" + id + "'; there are " + String.join(", ", ScenarioCatalogue.ids()));
        }
        if (!deployment.isManaged()) {
            return new ControlResult.Refused(
                    "The job is run by a cluster: start the scenario there, with up --scenario.");
        }
        if (phase == RunPhase.STARTING) {
            return new ControlResult.Refused("A run is being started; wait until it goes on.");
        }
        phase = RunPhase.STARTING;
        worker.execute(() -> restart(scenario(id)));
        return new ControlResult.Accepted();
    }

    private void restart(Scenario next) {
        try {
            var plan = session.plan().nextRun(next);
            session.close();
            deployment.stop();
            for (var command : RunReset.commands(
                    registry.history().control().registry(), plan.settings().startMillis(), OPERATOR)) {
                control.send(command);
            }
            comparison = BillComparison.PENDING;
            session = session(plan);
            deployment.start();
            begin();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (UserFacingException | RuntimeException failed) {
            LOG.error("the next run could not be started", failed);
            phase = RunPhase.FINISHED;
            comparison = new BillComparison(
                    BillComparison.BillStatus.FAILED,
                    List.of(),
                    "The next run could not be started: " + failed.getMessage());
        }
    }

    @Override
    public ControlResult endRun() {
        if (phase != RunPhase.RUNNING) {
            return new ControlResult.Refused("No run goes on.");
        }
        finishRun();
        return new ControlResult.Accepted();
    }

    @Override
    public PageState state() {
        return assembly.assemble(
                session,
                registry.history(),
                phase,
                comparison,
                health(),
                wallClock.nanoTime().getAsLong());
    }

    @Override
    public Optional<DecisionProvenance> provenance(long eventId) {
        return session.run().provenance(eventId);
    }

    @Override
    public List<ClusterRow> clusters() {
        return session.run().clusters().rows();
    }

    @Override
    public Optional<ClusterDetail> cluster(long id) {
        return session.run().clusters().detail(id);
    }

    @Override
    public RunHealth health() {
        var live = session.health();
        return new RunHealth(List.of(
                new RunHealth.HealthCheck(
                        "broker", live.phase() != LiveHealth.LivePhase.BROKER_UNAVAILABLE, broker(live)),
                deployment.health(),
                new RunHealth.HealthCheck("exchange", live.phase() != LiveHealth.LivePhase.FAILED, exchange(live))));
    }

    private String broker(LiveHealth live) {
        return live.phase() == LiveHealth.LivePhase.BROKER_UNAVAILABLE
                ? live.detail()
                : "answers at " + kafka.bootstrapServers();
    }

    private static String exchange(LiveHealth live) {
        return live.detail().isEmpty() ? "is " + live.phase().name().toLowerCase(Locale.ROOT) : live.detail();
    }

    @Override
    public String metrics() {
        return session.run().metrics().scrape();
    }

    @Override
    public void close() throws InterruptedException {
        worker.shutdownNow();
        worker.awaitTermination(20, TimeUnit.SECONDS);
        session.close();
        registry.close();
        control.close();
        deployment.stop();
    }
}
