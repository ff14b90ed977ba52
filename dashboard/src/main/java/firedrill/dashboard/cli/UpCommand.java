package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.KafkaOptions;
import firedrill.dashboard.cli.option.MarketOption;
import firedrill.dashboard.cli.option.OptionRange;
import firedrill.dashboard.cli.option.SimulationOptions;
import firedrill.dashboard.cli.option.WorkFolderOption;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.cli.output.HeadlessReport;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.runtime.BaselineRunner;
import firedrill.dashboard.runtime.JobDeployment;
import firedrill.dashboard.runtime.KafkaRunEnvironment;
import firedrill.dashboard.runtime.KafkaWatch;
import firedrill.dashboard.runtime.Preflight;
import firedrill.dashboard.runtime.RunPlan;
import firedrill.dashboard.runtime.RunService;
import firedrill.dashboard.runtime.ScoringBundle;
import firedrill.dashboard.runtime.ShutdownSequence;
import firedrill.dashboard.runtime.SystemTime;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WorkFolder;
import firedrill.dashboard.runtime.WorkFolderWatch;
import firedrill.dashboard.runtime.broker.BrokerProcess;
import firedrill.dashboard.runtime.flink.ExternalDeployment;
import firedrill.dashboard.runtime.flink.LocalDeployment;
import firedrill.dashboard.web.PageSource;
import firedrill.dashboard.web.RunPageSource;
import firedrill.dashboard.web.WebServer;
import firedrill.dashboard.web.WebSettings;
import firedrill.dashboard.web.view.PageStateAssembler;
import firedrill.ingest.kafka.ExchangeLease;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.PublishedEventIds;
import firedrill.ingest.kafka.TopicSetup;
import firedrill.ingest.kafka.WallClock;
import firedrill.scoring.engine.ScoringParameters;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Broker, job, exchange and page, in one go. */
@Command(name = "up", description = "Start broker, job, exchange and page, and run a scenario.")
final class UpCommand implements Callable<Integer> {

    private static final Duration TOPIC_TIMEOUT = Duration.ofSeconds(20);

    @Mixin
    private Console console = new Console();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private WorkFolderOption workOption = new WorkFolderOption();

    @Mixin
    private SimulationOptions world = new SimulationOptions();

    @Mixin
    private MarketOption market = new MarketOption();

    @Option(names = "--speed", defaultValue = "60", description = "Simulated seconds per second (${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--port",
            defaultValue = "" + Preflight.PAGE_PORT,
            description = "Port of the page; 0 for any free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--headless", description = "No page; report at the end.")
    private boolean headless;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "End after N seconds of wall time from the first event.")
    private @Nullable Integer seconds;

    @Option(names = "--resume", description = "Keep the local broker's data of earlier runs.")
    private boolean resume;

    @Option(
            names = "--partitions",
            defaultValue = "1",
            description = "Partitions of topics that are created (${DEFAULT-VALUE}).")
    private int partitions;

    @Option(names = "--external-job", description = "The scoring job runs on a Flink cluster; do not start one.")
    private boolean isJobExternal;

    @Option(
            names = "--bind",
            defaultValue = "127.0.0.1",
            description =
                    "Address on which the page listens (${DEFAULT-VALUE}). Any other address exposes the page to the network.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--allow-host",
            paramLabel = "HOST:PORT",
            description = "Additional allowed Host header; repeatable.")
    private Set<String> allowedHosts = Set.of();

    private final WallClock wallClock = SystemTime.WALL_CLOCK;
    private final CountDownLatch shutdownRequested = new CountDownLatch(1);

    @Override
    public Integer call() throws Exception {
        validate();
        workOption.requireOwn();
        var external = kafka.externalKafka();
        var scenario = market.applyTo(world.scenario());
        var exchange = market.applyTo(world.settings());
        if (isJobExternal && !ScoringParameters.of(exchange.world().set()).equals(ScoringParameters.DEFAULT)) {
            throw UserFacingException.ofInput(
                    "Parameters of policy and drift cannot be set with --external-job: that job has its own.", null);
        }
        new Preflight(workOption.folder(), headless ? 0 : port, external).requirePass();
        long startNanos = SystemTime.nanos();
        var scorers =
                ScoringBundle.shipped(ScoringParameters.of(exchange.world().set()));
        try (var closing = new ShutdownSequence(shutdownRequested, console::progress)) {
            // Closed last, also on Ctrl-C, when this thread may not come to it.
            var work = closing.add("work folder", workOption.open());
            var broker = external.isEmpty() ? Optional.of(startBroker(work, closing)) : Optional.<BrokerProcess>empty();
            var settings = external.orElseGet(() -> broker.orElseThrow().kafka());
            work.writeBootstrap(settings.bootstrapServers());
            console.progress("Topics ...");
            TopicSetup.create(settings, partitions, TOPIC_TIMEOUT);
            var lease = closing.add("lease of Kafka", ExchangeLease.acquire(settings));
            var plan = new RunPlan(scenario, exchange, world.seed(), speed, firstEventId(settings));
            var watch = new KafkaWatch(
                    settings,
                    lease,
                    () -> broker.map(BrokerProcess::giveUpReason).orElse(""));
            var environment = new KafkaRunEnvironment(settings, wallClock, watch, new WorkFolderWatch(work.path()));
            var service = closing.add(
                    "exchange and the scoring job",
                    new RunService(
                            environment,
                            deployment(settings, work, scorers, plan),
                            new BaselineRunner(lab(plan, scorers)),
                            plan));
            var page = new RunPageSource(service, new PageStateAssembler(scorers), wallClock.nanoTime());
            return run(service, page, closing, startNanos);
        }
    }

    private JobDeployment deployment(KafkaSettings settings, WorkFolder work, ScoringBundle scorers, RunPlan plan) {
        if (isJobExternal) {
            return new ExternalDeployment();
        }
        var scoring = ScoringSettings.DEFAULT
                .withParameters(scorers.parameters())
                .withRunStart(plan.settings().startMillis());
        return new LocalDeployment(settings, work, partitions, scoring);
    }

    private long firstEventId(KafkaSettings settings) throws Exception {
        boolean isFresh = kafka.externalKafka().isEmpty() && !resume;
        return isFresh
                ? 1
                : RunPlan.firstEventIdAfter(
                        PublishedEventIds.highest(settings), wallClock.clock().millis());
    }

    private BrokerProcess startBroker(WorkFolder work, ShutdownSequence closing) throws Exception {
        console.progress("Broker ...");
        if (!resume) {
            // Its quarantines are about models on the topics that the broker deletes.
            WorkFolder.deleteRecursively(work.loadJournal());
        }
        return closing.add(
                "Kafka broker",
                BrokerProcess.start(work, resume, console::progress, () -> shutdownRequested.getCount() == 0));
    }

    private static BaselineRunner.ArmRunner lab(RunPlan plan, ScoringBundle scorers) {
        var lab = new Lab(plan.settings(), scorers::createDecider, scorers.model());
        return lab.withAftermath(Lab.SETTLING_TIME)::run;
    }

    private int run(RunService service, PageSource page, ShutdownSequence closing, long startNanos) throws Exception {
        if (!headless) {
            var web = closing.add("page", WebServer.start(new WebSettings(bind, port, allowedHosts), page, service));
            console.progress("Page: " + web.page());
        }
        console.progress(isJobExternal ? "Exchange ..." : "Flink job, exchange ...");
        var watch = new RunWatch(service, console, headless, seconds);
        if (watch.start()) {
            console.progress("Up after " + SystemTime.secondsSince(startNanos) + " s. Ctrl-C ends it.");
            watch.await(shutdownRequested);
        }
        return conclude(service, watch, closing);
    }

    /** The exit code and the last sentence follow from the health at the end; on Ctrl-C, the system sets the code. */
    private int conclude(RunService service, RunWatch watch, ShutdownSequence closing) throws Exception {
        boolean isInterrupted = shutdownRequested.getCount() == 0;
        var before = service.health();
        if (before.state().isFailure()) {
            closing.hurry();
            service.abandon();
        } else if (headless) {
            service.endWithoutBill();
        }
        var health = isInterrupted ? before : service.currentHealth();
        if (headless && service.session().counts().liveEvents() > 0) {
            report(HeadlessReport.of(watch.liveSeconds(), service.session(), health, SystemTime.nanos()));
        }
        if (!health.ready() && !isInterrupted) {
            watch.say(health);
        }
        return health.ready() ? 0 : 1;
    }

    private void report(HeadlessReport report) {
        if (console.isJson()) {
            console.printJson(report);
        } else {
            console.print(report.toText());
        }
    }

    private void validate() throws UserFacingException {
        if (!(speed > 0 && speed <= 3_600)) {
            throw new UserFacingException("--speed must be above 0 and at most 3600, was " + speed + ".");
        }
        if (seconds != null && seconds < 1) {
            throw new UserFacingException("--seconds must be at least 1, was " + seconds + ".");
        }
        OptionRange.require("--partitions", partitions, 1, 16);
        OptionRange.require("--port", port, 0, 65_535);
    }
}
