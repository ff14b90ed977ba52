package firedrill.dashboard.health;

import static firedrill.dashboard.health.HealthState.ENDED;
import static firedrill.dashboard.health.HealthState.FAILED;
import static firedrill.dashboard.health.HealthState.IMPAIRED;
import static firedrill.dashboard.health.HealthState.LOST;
import static firedrill.dashboard.health.HealthState.RUNNING;
import static firedrill.dashboard.health.HealthState.STARTING;
import static firedrill.dashboard.health.RunFactsFixture.healthy;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.health.JobFacts.JobStage;
import firedrill.dashboard.health.RunHealth.HealthCheck;
import firedrill.ingest.kafka.LiveHealth.LivePhase;
import firedrill.ingest.kafka.LiveWaits;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fact and what is said of it. */
class RunHealthTest {

    private static final String RESTART = " Start a scenario on the page, or start again with ./firedrill up.";
    private static final String BUFFERED = " No event is lost: they are published when it answers again.";
    private static final String LOG = " See firedrill.log in the work folder.";
    private static final String FREE_SPACE = " Free some space on the disk of the work folder";
    private static final String AGAIN = " Start again with ./firedrill up.";

    static Stream<Arguments> facts() {
        return Stream.of(work(), broker(), job(), exchange()).flatMap(each -> each);
    }

    private static Stream<Arguments> work() {
        return Stream.of(
                said("all is well", healthy(), RUNNING, "Events are decided."),
                said(
                        "the work folder is gone",
                        healthy().with(new StorageFacts("/w", false, "")),
                        LOST,
                        "The work folder /w was deleted." + AGAIN),
                said(
                        "the disk is full",
                        healthy().with(new StorageFacts("/w", true, "No space left on device")),
                        IMPAIRED,
                        "The work folder /w cannot be written (No space left on device)." + FREE_SPACE + "."),
                said(
                        "the folder is read-only",
                        healthy().with(new StorageFacts("/w", true, "Read-only file system")),
                        IMPAIRED,
                        "The work folder /w cannot be written (Read-only file system)." + LOG),
                said(
                        "the monitor has stopped",
                        healthy().withMonitorFailure("Not authorized to access topics: [fraud.signals]"),
                        IMPAIRED,
                        "The monitor has stopped reading (Not authorized to access topics: [fraud.signals]): the figures"
                                + " stand still." + RESTART));
    }

    private static Stream<Arguments> broker() {
        return Stream.of(
                said(
                        "the broker is given up",
                        healthy().withoutBroker("The Kafka broker ended 4 times (exit code 1)."),
                        LOST,
                        "The Kafka broker ended 4 times (exit code 1)." + AGAIN),
                said(
                        "the broker is given up on a full disk",
                        healthy()
                                .with(new StorageFacts("/w", true, "No space left on device"))
                                .withoutBroker("The Kafka broker ended 4 times (No space left on device)."),
                        LOST,
                        "The Kafka broker ended 4 times (No space left on device)." + FREE_SPACE
                                + ", then start again with ./firedrill up."),
                said(
                        "the broker is given up without file handles",
                        healthy().withoutBroker("The Kafka broker ended 4 times (Too many open files)."),
                        LOST,
                        "The Kafka broker ended 4 times (Too many open files). Raise the limit of open files (ulimit -n),"
                                + " then start again with ./firedrill up."),
                said(
                        "the broker does not answer",
                        healthy().withoutBroker(""),
                        IMPAIRED,
                        "Kafka at 127.0.0.1:9092 does not answer." + BUFFERED),
                said(
                        "the broker confirms nothing",
                        healthy().with(LivePhase.BROKER_UNAVAILABLE, "Kafka has confirmed nothing for 3 s"),
                        IMPAIRED,
                        "Kafka has confirmed nothing for 3 s." + BUFFERED),
                said(
                        "a topic is gone",
                        healthy().without("fraud.decisions", "fraud.shadow"),
                        IMPAIRED,
                        "Kafka at 127.0.0.1:9092 has lost the topic fraud.decisions, fraud.shadow. End this run; the next"
                                + " ./firedrill up creates it."),
                said(
                        "another exchange has the lease",
                        healthy().with(new BrokerFacts("k:1", true, List.of(), "", "process 7 at 10.0.0.2")),
                        LOST,
                        "Another exchange (process 7 at 10.0.0.2) has taken over Kafka at k:1 while this process stood"
                                + " still. End one of them, or name another Kafka with --bootstrap HOST:PORT."));
    }

    private static Stream<Arguments> job() {
        return Stream.of(
                said(
                        "the job restarts",
                        healthy().with(new JobFacts(JobStage.RESTARTING, "Too many open files", 1L, "")),
                        IMPAIRED,
                        "The scoring job has failed (Too many open files) and is being restarted by Flink." + LOG),
                said(
                        "the job was cancelled",
                        healthy().with(JobFacts.of(JobStage.CANCELED)),
                        FAILED,
                        "The scoring job was cancelled." + RESTART),
                said(
                        "the job has ended",
                        healthy().with(JobFacts.of(JobStage.FINISHED)),
                        FAILED,
                        "The scoring job has ended." + RESTART),
                said(
                        "the job has failed",
                        healthy().with(new JobFacts(JobStage.FAILED, "no memory", null, "")),
                        FAILED,
                        "The scoring job has failed for good (no memory)." + RESTART),
                said(
                        "the next run did not start",
                        healthy()
                                .in(RunPhase.FINISHED)
                                .with(LivePhase.STOPPED, "")
                                .with(JobFacts.of(JobStage.NOT_STARTED))
                                .withStartFailure("The next run did not start: no slots"),
                        FAILED,
                        "No scoring job runs (The next run did not start: no slots)." + RESTART),
                said(
                        "the job is elsewhere",
                        healthy().with(JobFacts.of(JobStage.EXTERNAL)),
                        RUNNING,
                        "Events are decided."),
                said(
                        "checkpoints fail",
                        healthy().with(new JobFacts(JobStage.RUNNING, "", 91_000L, "No space left on device")),
                        IMPAIRED,
                        "The last checkpoint is 91 s old (No space left on device)." + FREE_SPACE + "."),
                said(
                        "checkpoints hang",
                        healthy().with(new JobFacts(JobStage.RUNNING, "", 91_000L, "")),
                        IMPAIRED,
                        "The last checkpoint is 91 s old." + LOG),
                said(
                        "a checkpoint takes a minute",
                        healthy().with(new JobFacts(JobStage.RUNNING, "", 90_000L, "")),
                        RUNNING,
                        "Events are decided."));
    }

    private static Stream<Arguments> exchange() {
        var old = new JobFacts(JobStage.RUNNING, "", 600_000L, "");
        return Stream.of(
                said(
                        "the run starts",
                        healthy().in(RunPhase.STARTING).with(JobFacts.of(JobStage.NOT_STARTED)),
                        STARTING,
                        "The scoring job is starting."),
                said(
                        "the next run starts after a failed one",
                        healthy().in(RunPhase.STARTING).with(LivePhase.FAILED, "too large"),
                        STARTING,
                        "The run is starting."),
                said("clients connect", healthy().with(LivePhase.STARTING, ""), STARTING, "The exchange is starting."),
                said(
                        "history is published, and checkpoints wait behind it",
                        healthy().with(LivePhase.HISTORY, "").with(old),
                        STARTING,
                        "The history is being published."),
                said(
                        "the first request waits, for as long as it takes",
                        healthy().waiting(LivePhase.WARMUP, 1, new LiveWaits(0, 100_000, 0)),
                        STARTING,
                        "The first decision is awaited."),
                said(
                        "the exchange has failed",
                        healthy().with(LivePhase.FAILED, "Kafka rejected a record permanently: too large"),
                        FAILED,
                        "The exchange has failed: Kafka rejected a record permanently: too large." + RESTART),
                said(
                        "the exchange hangs",
                        healthy().waiting(LivePhase.LIVE, 0, new LiveWaits(0, 0, 10_001)),
                        IMPAIRED,
                        "The exchange has made no step for 10 s." + LOG),
                said(
                        "requests wait without decisions",
                        healthy().waiting(LivePhase.LIVE, 3_768, new LiveWaits(0, 30_000, 1)),
                        IMPAIRED,
                        "3,768 requests wait for a decision, the oldest for 30 s." + LOG),
                said(
                        "requests wait a little",
                        healthy().waiting(LivePhase.LIVE, 3_768, new LiveWaits(0, 10_000, 1)),
                        RUNNING,
                        "Events are decided."),
                said(
                        "the scenario is over and the last records are read",
                        healthy().in(RunPhase.FINISHED).waiting(LivePhase.LIVE, 2, LiveWaits.NONE),
                        ENDED,
                        "The run has ended." + RESTART),
                said(
                        "the last answers are awaited",
                        healthy().in(RunPhase.FINISHED).waiting(LivePhase.DRAINING, 2, new LiveWaits(0, 3_000, 0)),
                        ENDED,
                        "The run has ended." + RESTART),
                said(
                        "the run is over, and the page idle for an hour",
                        healthy()
                                .in(RunPhase.FINISHED)
                                .waiting(LivePhase.STOPPED, 0, new LiveWaits(0, 0, 3_600_000))
                                .with(old),
                        ENDED,
                        "The run has ended." + RESTART),
                said(
                        "the last records did not reach Kafka",
                        healthy()
                                .in(RunPhase.FINISHED)
                                .with(LivePhase.STOPPED, "9 published records did not reach Kafka"),
                        IMPAIRED,
                        "The run has ended incompletely: 9 published records did not reach Kafka." + RESTART),
                said(
                        "requests were never answered",
                        healthy().in(RunPhase.FINISHED).waiting(LivePhase.STOPPED, 12, LiveWaits.NONE),
                        IMPAIRED,
                        "12 requests of the run that ended were never answered." + RESTART));
    }

    private static Arguments said(String name, RunFactsFixture facts, HealthState state, String text) {
        return Arguments.of(name, facts, state, text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void eachFactHasItsSentence(String name, RunFactsFixture facts, HealthState state, String text) {
        var health = facts.health();
        assertThat(health.text()).isEqualTo(text);
        assertThat(health.state()).isEqualTo(state);
        assertThat(health.ready()).isEqualTo(state == RUNNING || state == ENDED);
        assertThat(health.checks().stream().allMatch(HealthCheck::ok)).isEqualTo(health.ready());
    }

    @Test
    void ofSeveralFaultsTheCauseIsNamedAndNotItsConsequences() {
        var health = healthy()
                .with(new StorageFacts("/w", false, ""))
                .withoutBroker("The Kafka broker ended and cannot be started again (NoSuchFileException).")
                .with(new JobFacts(JobStage.RESTARTING, "no broker", null, ""))
                .waiting(LivePhase.LIVE, 9, new LiveWaits(20_000, 20_000, 0))
                .health();
        assertThat(health.cause()).isEqualTo("The work folder /w was deleted.");
        assertThat(health.checks())
                .filteredOn(check -> !check.ok())
                .extracting(HealthCheck::name)
                .containsExactly("work folder", "broker", "job", "decisions");
    }

    @Test
    void aMissingTopicExplainsTheRequestsThatWait() {
        var health = healthy()
                .without("fraud.decisions")
                .waiting(LivePhase.LIVE, 3_768, new LiveWaits(0, 30_000, 1))
                .health();
        assertThat(health.cause()).contains("has lost the topic fraud.decisions");
    }

    @Test
    void everyPartSaysWhatItsStateIs() {
        assertThat(healthy().health().checks())
                .containsExactly(
                        new HealthCheck("work folder", true, RunFactsFixture.FOLDER + " can be written."),
                        new HealthCheck("broker", true, "Kafka at 127.0.0.1:9092 answers."),
                        new HealthCheck("job", true, "The scoring job runs."),
                        new HealthCheck("checkpoints", true, "The last one is 2 s old."),
                        new HealthCheck("exchange", true, "Events are published."),
                        new HealthCheck("decisions", true, "No request has waited longer than 10 s."),
                        new HealthCheck("monitor", true, "The topics are read."));
    }
}
