package firedrill.dashboard.cli;

import firedrill.dashboard.web.WebServer;
import firedrill.dashboard.web.WebSettings;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.ingest.publish.TopicSetup;
import firedrill.ingest.publish.Wall;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Broker, job, exchange and page, in one go. */
@Command(name = "up", description = "Start broker, job, exchange and page, and run a scenario.")
final class UpCommand implements Callable<Integer> {

    private static final Duration TOPIC_PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 100;
    private static final long SAY_SECONDS = 10;

    @Mixin
    private Console console = new Console();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private WorkOption workOption = new WorkOption();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Mixin
    private MarketOption market = new MarketOption();

    @Option(names = "--speed", defaultValue = "60", description = "Simulated seconds per second (${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--port",
            defaultValue = "" + Preflight.PAGE_PORT,
            description = "Of the page; 0 takes any free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--headless", description = "No page; report at the end.")
    private boolean headless;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "End after so many seconds of wall time, counted from the first event.")
    private @Nullable Integer seconds;

    @Option(names = "--resume", description = "Keep what earlier runs left on our own broker.")
    private boolean resume;

    @Option(names = "--partitions", defaultValue = "1", description = "Of the topics, when they are made (1).")
    private int partitions;

    @Option(names = "--no-job", description = "Start no job: a Flink cluster runs it already.")
    private boolean noJob;

    @Option(
            names = "--bind",
            defaultValue = "127.0.0.1",
            description = "Address on which the page listens (${DEFAULT-VALUE}). Another one lets others in.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--allow-host",
            paramLabel = "HOST:PORT",
            description = "A further name under which browsers may reach the page; can be repeated.")
    private Set<String> allowedHosts = Set.of();

    private final Wall wall = new Wall(Clock.systemUTC(), System::nanoTime);
    private final CountDownLatch told = new CountDownLatch(1);

    @Override
    public Integer call() throws Exception {
        requireSense();
        var external = kafka.chosen();
        var scenario = market.scenario(world.scenario());
        new Preflight(workOption.folder(), headless ? 0 : port, external).require();
        long begun = System.nanoTime();
        var scorers = Scorers.shipped();
        try (var work = workOption.open();
                var closing = new Closing(told)) {
            var settings = external.isPresent() ? external.get() : ownBroker(work, closing);
            work.announce(settings.bootstrap());
            console.say("Topics ...");
            TopicSetup.create(settings, partitions, TOPIC_PATIENCE);
            boolean isFresh = external.isEmpty() && !resume;
            var plan = new RunPlan(
                    scenario,
                    market.settings(ExchangeSettings.DEFAULT.withUsers(world.users())),
                    world.seed(),
                    speed,
                    isFresh ? 1 : RunPlan.firstIdAt(wall.clock().millis()));
            var jobs = noJob ? new ForeignJob() : new LocalJobs(settings, work.checkpoints(), partitions);
            var station = closing.add(new Station(settings, wall, scorers, WorldOptions.tariff(), jobs, plan));
            return run(station, closing, begun);
        }
    }

    private KafkaSettings ownBroker(WorkFolder work, Closing closing) throws Exception {
        console.say("Broker ...");
        var broker = closing.add(BrokerProcess.start(work, resume, console::say, () -> told.getCount() == 0));
        broker.whenGivenUp(why -> {
            console.say(why);
            told.countDown();
        });
        return KafkaSettings.at(broker.bootstrap());
    }

    private int run(Station station, Closing closing, long begun) throws Exception {
        if (!headless) {
            var web = closing.add(WebServer.start(new WebSettings(bind, port, allowedHosts), station, station));
            console.say("Page: " + web.page());
        }
        console.say(noJob ? "Exchange ..." : "Flink job, exchange ...");
        station.start();
        console.say("Up after " + secondsSince(begun) + " s. Ctrl-C ends it.");
        await(station);
        if (headless) {
            station.session().end();
            report(HeadlessReport.of(Math.round(begunLive(station)), station.session(), System.nanoTime()));
        }
        return 0;
    }

    /** Until the time is over, the run is over (without a page), or somebody presses Ctrl-C. */
    private void await(Station station) throws InterruptedException {
        long begun = System.nanoTime();
        long said = 0;
        while (!told.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (seconds != null && station.session().isLive() && begunLive(station) >= seconds) {
                return;
            }
            if (station.isDue()) {
                if (headless) {
                    return;
                }
                station.finish();
            }
            if (secondsSince(begun) / SAY_SECONDS > said) {
                said = secondsSince(begun) / SAY_SECONDS;
                console.say(progress(station));
            }
        }
    }

    private double begunLive(Station station) {
        return (station.session().health().simulatedMillis()
                        - station.session().plan().settings().startMillis())
                / 1e3
                / speed;
    }

    private static String progress(Station station) {
        var session = station.session();
        var counts = session.counts();
        return "%,d events, %,d decisions, %d waiting; %s"
                .formatted(
                        counts.events(),
                        counts.answered(),
                        counts.waiting(),
                        session.health().phase());
    }

    private void report(HeadlessReport report) {
        if (console.isJson()) {
            console.printJson(report);
        } else {
            console.print(report.inWords());
        }
    }

    private void requireSense() throws CliFailure {
        if (!(speed > 0 && speed <= 3_600)) {
            throw new CliFailure("--speed must be above 0 and at most 3600, was " + speed + ".");
        }
        if (seconds != null && seconds < 1) {
            throw new CliFailure("--seconds must be at least 1, was " + seconds + ".");
        }
        if (partitions < 1 || partitions > 16) {
            throw new CliFailure("--partitions must be from 1 to 16, was " + partitions + ".");
        }
        if (port < 0 || port > 65_535) {
            throw new CliFailure("--port must be from 0 to 65535, was " + port + ".");
        }
    }

    private static long secondsSince(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - nanos);
    }
}
