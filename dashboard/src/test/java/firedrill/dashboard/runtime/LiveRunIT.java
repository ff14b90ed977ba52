package firedrill.dashboard.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.LabVectors;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.dashboard.monitor.OrderFates;
import firedrill.dashboard.monitor.TopicFeed;
import firedrill.dashboard.runtime.broker.BrokerProcess;
import firedrill.dashboard.runtime.flink.LocalDeployment;
import firedrill.dashboard.runtime.order.OrderChannel;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.TopicSetup;
import firedrill.ingest.kafka.WallClock;
import firedrill.ingest.parameters.ParameterSet;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.engine.ScoringParameters;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import firedrill.scoring.model.artifact.ModelFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole loop for real: broker, job, exchange, feed. */
class LiveRunIT {

    private static final int GARBAGE = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ExchangeSettings WORLD = ExchangeSettings.DEFAULT.withUsers(3_000);

    private static final Withdrawal POISON = new Withdrawal(
            1_000_000,
            1,
            4_102_444_799_999L,
            new MarketSnapshot(0, 0, 6_000_000),
            new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, WORLD.startMillis()),
            12,
            13,
            "BTC",
            10_000,
            20_000,
            false,
            0,
            true);

    @TempDir
    Path folder;

    @Test
    void everyRequestIsDecidedOnceAndAReplayInOneThreadTheLabAndTrainingSeeTheSame() throws Exception {
        try (var live = new Live(folder)) {
            live.session.start();
            await().atMost(PATIENCE).until(() -> live.recorded.decisionCount() > 200);
            live.pin(Mode.RULES);
            await().atMost(PATIENCE).until(() -> live.recorded.decisionCount() > 400);
            live.sendMalformedRecords();
            live.report(live.recorded.sampleWithdrawals());
            await().atMost(PATIENCE)
                    .until(() -> live.recorded.decisionCount() > 800 && live.recorded.hasConfirmedFraudFeatures());
            live.end();

            var recorded = live.recorded;
            assertThat(recorded.decisionsPerEvent())
                    .hasSizeGreaterThan(800)
                    .allSatisfy((event, times) -> assertThat(times).isEqualTo(1));
            assertThat(recorded.replay(ScoringBundle.shipped().createDecider())).isEqualTo(recorded.sortedByEventId());
            var shipped = ModelFile.loadBundled();
            assertThat(recorded.featureVectors())
                    .as("in the job, in the lab and in training")
                    .isEqualTo(LabVectors.of(
                            recorded::replayInTimeOrder, ScoringBundle.shipped().createDecider(), shipped.reference()))
                    .isEqualTo(recorded.trainingVectors());
            assertThat(recorded.clusterFeatureCount()).isPositive();
            assertThat(recorded.decisions).extracting(Decision::mode).contains(Mode.MODEL, Mode.RULES);
            assertThat(recorded.signals)
                    .filteredOn(signal -> signal instanceof ModeChange change && change.to() == Mode.RULES)
                    .hasSize(1);
            assertThat(recorded.deadLetters)
                    .hasSize(GARBAGE)
                    .allSatisfy(letter -> assertThat(letter.topic()).isEqualTo(Topics.EVENTS))
                    .extracting(letter -> letter.partition() + "@" + letter.offset())
                    .doesNotHaveDuplicates();
            assertThat(live.session.counts().pendingAnswers()).isZero();
            assertThat(live.session.run().bill().counts().decisions()).isEqualTo(recorded.decisions.size());
        }
    }

    @Test
    void aBrokerThatIsKilledComesBackAndNoDecisionIsMissing() throws Exception {
        try (var live = new Live(folder)) {
            live.session.start();
            await().atMost(PATIENCE).until(() -> live.recorded.decisionCount() > 200);
            long killed = live.broker.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await().atMost(PATIENCE).until(() -> live.broker.pid() != killed);
            int before = live.recorded.decisionCount();
            await().atMost(PATIENCE).until(() -> live.recorded.decisionCount() > before + 200);
            live.end();

            assertThat(live.recorded.decisionsPerEvent())
                    .allSatisfy((event, times) -> assertThat(times).isPositive());
            assertThat(live.session.counts().pendingAnswers()).isZero();
        }
    }

    @Test
    void aWithdrawalOf2099StopsNeitherReadingsNorClustersNorMovesTheClock() throws Exception {
        try (var live = new Live(folder, 240, withSmallSamples())) {
            live.session.start();
            var run = live.session.run();
            await().atMost(PATIENCE.multipliedBy(2))
                    .until(() -> run.snapshot(1).lastReading().isPresent()
                            && !run.clusters().rows().isEmpty());
            live.send(POISON);
            await().atMost(PATIENCE).until(() -> run.snapshot(1).deadLetters() == 1);
            long reading = run.snapshot(1).lastReading().orElseThrow().timeMillis();
            await().atMost(PATIENCE)
                    .until(() -> run.snapshot(1).lastReading().orElseThrow().timeMillis()
                            >= reading + Duration.ofMinutes(35).toMillis());
            assertThat(run.clusters().rows()).isNotEmpty();
            assertThat(run.snapshot(1).nowMillis())
                    .isBetween(reading, WORLD.startMillis() + Duration.ofDays(1).toMillis());
            assertThat(run.snapshot(1).minutes())
                    .allSatisfy(minute -> assertThat(minute.startMillis()).isLessThan(POISON.timeMillis() / 2));
            live.end();
            assertThat(live.recorded.deadLetters)
                    .extracting(DeadLetter::reason)
                    .singleElement()
                    .satisfies(reason -> assertThat(reason).startsWith("timeMillis 4102444799999 lies "));
        }
    }

    /** A small world has few withdrawals in the window of the drift monitor. */
    private static ScoringSettings withSmallSamples() throws Exception {
        var parameters = ParameterSet.load(ScoringParameters.MODULES).with("drift.minimumSampleSize", "20");
        return ScoringSettings.DEFAULT.withParameters(ScoringParameters.of(parameters));
    }

    /** Everything that {@code up} starts, but the page. */
    private static final class Live implements AutoCloseable {

        private final WorkFolder work;
        private final BrokerProcess broker;
        private final KafkaSettings kafka;
        private final LocalDeployment jobs;
        private final RecordedRun recorded = new RecordedRun();
        private final TopicFeed recorder;
        private final KafkaRunSession session;

        Live(Path folder) throws Exception {
            this(folder, 60, ScoringSettings.DEFAULT);
        }

        Live(Path folder, double speed, ScoringSettings scoring) throws Exception {
            work = WorkFolder.open(folder.resolve("work"));
            broker = BrokerProcess.start(work, false, line -> {});
            kafka = KafkaSettings.at(broker.bootstrap());
            TopicSetup.create(kafka, 1, PATIENCE);
            jobs = new LocalDeployment(kafka, work, 1, scoring.withRunStart(WORLD.startMillis()));
            jobs.start();
            recorder = new TopicFeed(kafka, recorded);
            recorder.start();
            var wall = new WallClock(Clock.systemUTC(), System::nanoTime);
            var plan = new RunPlan(ScenarioCatalogue.load("quiet"), WORLD, 7, speed, 1);
            session =
                    new KafkaRunSession(kafka, plan, new LiveRun(Lab.tariff(WORLD.world()), WORLD.startMillis()), wall);
        }

        void pin(Mode mode) throws Exception {
            try (var orders = new OrderChannel(kafka, new OrderFates(), System::currentTimeMillis)) {
                orders.send(new OperatorMode(1, WORLD.startMillis(), "operator", "a test", Optional.of(mode)));
            }
        }

        /** Fraud reports, at the moment at which the exchange is; sent at once, for a label that is minutes late counts later. */
        void report(List<Withdrawal> stolen) throws Exception {
            long now = recorded.latestMillis();
            try (var producer = kafka.producer("reports")) {
                var sent = new ArrayList<Future<?>>();
                for (var withdrawal : stolen) {
                    var report = new FraudReport(withdrawal.userId(), now, withdrawal.id());
                    sent.add(producer.send(new ProducerRecord<>(
                            Topics.OUTCOMES, EventCodec.key(withdrawal.userId()), OutcomeCodec.encode(report))));
                }
                for (var one : sent) {
                    one.get(30, SECONDS);
                }
            }
        }

        void send(ExchangeEvent event) throws Exception {
            try (var producer = kafka.producer("hostile")) {
                producer.send(new ProducerRecord<>(
                                Topics.EVENTS, EventCodec.key(event.userId()), EventCodec.encode(event)))
                        .get(30, SECONDS);
            }
        }

        /** Random bytes, nothing, null, and events cut short. */
        void sendMalformedRecords() throws Exception {
            var random = new Random(7);
            try (var producer = kafka.producer("garbage")) {
                var sent = new ArrayList<Future<?>>();
                IntStream.range(0, GARBAGE)
                        .forEach(i -> sent.add(producer.send(new ProducerRecord<>(Topics.EVENTS, garbage(i, random)))));
                for (var one : sent) {
                    one.get(30, SECONDS);
                }
            }
        }

        private static byte @Nullable [] garbage(int number, Random random) {
            var bytes = new byte[number % 4 == 1 ? 0 : 1 + random.nextInt(200)];
            random.nextBytes(bytes);
            if (number % 4 == 3) {
                // The length of a nested message that is not there: a truncated event.
                bytes = new byte[] {0x52, 0x40, 0x08, 0x01};
            }
            return number % 4 == 2 ? null : bytes;
        }

        void end() throws Exception {
            session.end();
            assertThat(recorder.awaitCaughtUp(PATIENCE)).isTrue();
        }

        @Override
        public void close() throws Exception {
            session.close();
            recorder.close();
            jobs.stop(PATIENCE);
            broker.close();
            work.close();
        }
    }
}
