package firedrill.dashboard.cli;

import firedrill.dashboard.feed.ClusterDetail;
import firedrill.dashboard.feed.ClusterRow;
import firedrill.dashboard.feed.RegistryFeed;
import firedrill.dashboard.feed.Run;
import firedrill.dashboard.feed.WhichModel;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.ledger.Entry.Tariff;
import firedrill.dashboard.web.Bill;
import firedrill.dashboard.web.Health;
import firedrill.dashboard.web.PageControls;
import firedrill.dashboard.web.PageSource;
import firedrill.dashboard.web.PageState;
import firedrill.dashboard.web.PageState.Phase;
import firedrill.ingest.incident.BadScenarioException;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.incident.Scenarios;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.ingest.publish.LiveHealth;
import firedrill.ingest.publish.Wall;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.ModelOrder;
import firedrill.scoring.evaluation.CardDocument;
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
final class Station implements PageSource, PageControls, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Station.class);
    private static final String OPERATOR = "operator";

    private final KafkaSettings kafka;
    private final Wall wall;
    private final Tariff tariff;
    private final Jobs jobs;
    private final ControlSender control;
    private final RegistryFeed registry;
    private final PageAssembly assembly;
    private final BillMaker bills;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "firedrill-station");
        thread.setDaemon(true);
        return thread;
    });

    private volatile Session session;
    private volatile Phase phase = Phase.STARTING;
    private volatile Bill bill = Bill.NOT_YET;

    /** A station whose first run is made but not started. */
    Station(KafkaSettings kafka, Wall wall, Scorers scorers, Tariff tariff, Jobs jobs, RunPlan first) {
        this.kafka = kafka;
        this.wall = wall;
        this.tariff = tariff;
        this.jobs = jobs;
        this.control = new ControlSender(kafka);
        this.registry = new RegistryFeed(kafka);
        this.assembly = new PageAssembly(scorers, choices());
        this.bills = new BillMaker(
                new Lab(first.settings(), scorers::decider, scorers.model().reference(), tariff));
        this.session = session(first);
    }

    private Session session(RunPlan plan) {
        return new Session(kafka, plan, new Run(tariff, plan.settings().startMillis(), registry.book()), wall);
    }

    private static List<PageState.ScenarioChoice> choices() {
        return Scenarios.ids().stream()
                .map(Station::scenario)
                .map(scenario -> new PageState.ScenarioChoice(scenario.id(), scenario.title(), scenario.briefing()))
                .toList();
    }

    private static Scenario scenario(String id) {
        try {
            return Scenarios.named(id);
        } catch (BadScenarioException impossible) {
            throw new IllegalStateException("a shipped scenario is broken", impossible);
        }
    }

    /** Starts the first run: the job, then the exchange. */
    void start() throws CliFailure, InterruptedException {
        registry.start();
        Founding.announce(kafka, session.plan().settings().startMillis());
        jobs.start();
        begin();
    }

    private void begin() {
        session.start();
        phase = Phase.RUNNING;
    }

    Session session() {
        return session;
    }

    boolean isRunning() {
        return phase == Phase.RUNNING;
    }

    /** Whether the run has lasted as long as its scenario. */
    boolean isDue() {
        return isRunning()
                && session.health().simulatedMillis() >= session.plan().endMillis();
    }

    /** Ends the run that goes on and makes its bill, in the background; nothing happens if none does. */
    void finish() {
        if (phase != Phase.RUNNING) {
            return;
        }
        phase = Phase.FINISHED;
        var ended = session;
        bill = new Bill(Bill.Stage.COMPUTING, List.of(), null);
        worker.execute(() -> conclude(ended));
    }

    @Override
    public CardDocument card() {
        return assembly.card(registry.book());
    }

    private void conclude(Session ended) {
        try {
            ended.end();
            bill = bills.make(ended, made -> bill = made);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.error("the bill could not be made", failed);
            bill = new Bill(Bill.Stage.FAILED, List.of(), String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public Outcome pinMode(Optional<Mode> mode, String why) {
        if (phase != Phase.RUNNING) {
            return new Outcome.Refused("No run goes on; start one first.");
        }
        return sent(new OperatorMode(1, session.health().simulatedMillis(), OPERATOR, why, mode));
    }

    @Override
    public Outcome orderModel(ModelOrder order, String why) {
        var refusal = registry.book().control().roster().refusal(order);
        if (refusal.isPresent()) {
            return new Outcome.Refused("Nothing was changed: " + refusal.get() + ".");
        }
        return sent(new ModelCommand(
                0,
                session.health().simulatedMillis(),
                OPERATOR,
                why,
                UUID.randomUUID().toString(),
                order));
    }

    private Outcome sent(ControlCommand command) {
        try {
            control.send(command);
            return new Outcome.Accepted();
        } catch (CliFailure unreachable) {
            return new Outcome.Refused(String.valueOf(unreachable.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome.Refused("The program is ending.");
        }
    }

    @Override
    public Outcome startScenario(String id) {
        if (!Scenarios.ids().contains(id)) {
            return new Outcome.Refused(
                    "No scenario is called '" + id + "'; there are " + String.join(", ", Scenarios.ids()));
        }
        if (!jobs.isOurs()) {
            return new Outcome.Refused("The job is run by a cluster: start the scenario there, with up --scenario.");
        }
        if (phase == Phase.STARTING) {
            return new Outcome.Refused("A run is being started; wait until it goes on.");
        }
        phase = Phase.STARTING;
        worker.execute(() -> restart(scenario(id)));
        return new Outcome.Accepted();
    }

    private void restart(Scenario next) {
        try {
            var plan = session.plan().next(next);
            session.close();
            jobs.stop();
            for (var command : NewRun.commands(
                    registry.book().control().roster(), plan.settings().startMillis(), OPERATOR)) {
                control.send(command);
            }
            bill = Bill.NOT_YET;
            session = session(plan);
            jobs.start();
            begin();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (CliFailure | RuntimeException failed) {
            LOG.error("the next run could not be started", failed);
            phase = Phase.FINISHED;
            bill = new Bill(Bill.Stage.FAILED, List.of(), "The next run could not be started: " + failed.getMessage());
        }
    }

    @Override
    public Outcome endRun() {
        if (phase != Phase.RUNNING) {
            return new Outcome.Refused("No run goes on.");
        }
        finish();
        return new Outcome.Accepted();
    }

    @Override
    public PageState state() {
        return assembly.state(
                session, registry.book(), phase, bill, health(), wall.nanoTime().getAsLong());
    }

    @Override
    public Optional<WhichModel> which(long eventId) {
        return session.run().which(eventId);
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
    public Health health() {
        var live = session.health();
        return new Health(List.of(
                new Health.Check("broker", live.phase() != LiveHealth.Phase.BROKER_AWAY, broker(live)),
                jobs.health(),
                new Health.Check("exchange", live.phase() != LiveHealth.Phase.FAILED, exchange(live))));
    }

    private String broker(LiveHealth live) {
        return live.phase() == LiveHealth.Phase.BROKER_AWAY ? live.detail() : "answers at " + kafka.bootstrap();
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
        jobs.stop();
    }
}
