package firedrill.dashboard.health;

import static firedrill.dashboard.health.HealthFinding.fine;
import static firedrill.dashboard.health.HealthState.ENDED;
import static firedrill.dashboard.health.HealthState.FAILED;
import static firedrill.dashboard.health.HealthState.IMPAIRED;
import static firedrill.dashboard.health.HealthState.LOST;
import static firedrill.dashboard.health.HealthState.STARTING;

import firedrill.ingest.kafka.LiveHealth.LivePhase;
import java.time.Duration;
import java.util.List;

/** What each part of a run looks like from the facts; parts in the order of causes: a fault explains those after it. */
final class HealthRules {

    /** Age of the oldest waiting request from which decisions do not flow. */
    static final Duration MAX_WAIT = Duration.ofSeconds(10);

    /** Time without any step of the exchange from which it counts as stuck. */
    static final Duration MAX_SILENCE = Duration.ofSeconds(10);

    /** Checkpoints are due every five seconds; one may take a minute. */
    static final Duration MAX_CHECKPOINT_AGE = Duration.ofSeconds(90);

    private static final String RESTART = "Start a scenario on the page, or start again with ./firedrill up.";
    private static final String START_ANEW = "Start again with ./firedrill up.";
    private static final String SEE_LOG = "See firedrill.log in the work folder.";

    private final RunFacts facts;
    private final LivePhase exchangePhase;

    private HealthRules(RunFacts facts) {
        this.facts = facts;
        this.exchangePhase = facts.exchange().health().phase();
    }

    static List<HealthFinding> findings(RunFacts facts) {
        var rules = new HealthRules(facts);
        return List.of(
                rules.workFolder(),
                rules.broker(),
                rules.job(),
                rules.checkpoints(),
                rules.exchange(),
                rules.decisions(),
                rules.monitor());
    }

    private HealthFinding workFolder() {
        var storage = facts.storage();
        if (!storage.exists()) {
            return new HealthFinding(
                    "work folder", LOST, "The work folder " + storage.folder() + " was deleted.", START_ANEW);
        }
        if (!storage.writeFailure().isEmpty()) {
            return new HealthFinding(
                    "work folder",
                    IMPAIRED,
                    "The work folder " + storage.folder() + " cannot be written (" + storage.writeFailure() + ").",
                    StorageRemedy.whileRunning(storage.writeFailure()));
        }
        return fine("work folder", storage.folder() + " can be written.");
    }

    private HealthFinding broker() {
        var broker = facts.broker();
        if (!broker.giveUpReason().isEmpty()) {
            return new HealthFinding(
                    "broker", LOST, broker.giveUpReason(), StorageRemedy.afterwards(broker.giveUpReason()));
        }
        if (!broker.rival().isEmpty()) {
            return new HealthFinding(
                    "broker",
                    LOST,
                    "Another exchange (" + broker.rival() + ") has taken over Kafka at " + broker.address()
                            + " while this process stood still.",
                    "End one of them, or name another Kafka with --bootstrap HOST:PORT.");
        }
        if (exchangePhase == LivePhase.BROKER_UNAVAILABLE) {
            return new HealthFinding(
                    "broker", IMPAIRED, facts.exchange().health().detail() + ".", waitForBroker());
        }
        if (!broker.isReachable()) {
            return new HealthFinding(
                    "broker", IMPAIRED, "Kafka at " + broker.address() + " does not answer.", waitForBroker());
        }
        if (!broker.missingTopics().isEmpty()) {
            return new HealthFinding(
                    "broker",
                    IMPAIRED,
                    "Kafka at " + broker.address() + " has lost the topic " + String.join(", ", broker.missingTopics())
                            + ".",
                    "End this run; the next ./firedrill up creates it.");
        }
        return fine("broker", "Kafka at " + broker.address() + " answers.");
    }

    private static String waitForBroker() {
        return "No event is lost: they are published when it answers again.";
    }

    private HealthFinding job() {
        var job = facts.job();
        return switch (job.stage()) {
            case RUNNING -> fine("job", "The scoring job runs.");
            case EXTERNAL -> fine("job", "The scoring job is on a Flink cluster elsewhere.");
            case NOT_STARTED -> jobNotStarted();
            case RESTARTING ->
                new HealthFinding(
                        "job",
                        IMPAIRED,
                        "The scoring job has failed" + inBrackets(job.failure()) + " and is being restarted by Flink.",
                        SEE_LOG);
            case CANCELED -> new HealthFinding("job", FAILED, "The scoring job was cancelled.", RESTART);
            case FINISHED -> new HealthFinding("job", FAILED, "The scoring job has ended.", RESTART);
            case FAILED ->
                new HealthFinding(
                        "job",
                        FAILED,
                        "The scoring job has failed for good" + inBrackets(job.failure()) + ".",
                        RESTART);
        };
    }

    private HealthFinding jobNotStarted() {
        return facts.phase() == RunPhase.FINISHED
                ? new HealthFinding(
                        "job", FAILED, "No scoring job runs" + inBrackets(facts.startFailure()) + ".", RESTART)
                : new HealthFinding("job", STARTING, "The scoring job is starting.", "");
    }

    /** While history is read, checkpoints wait behind it. */
    private HealthFinding checkpoints() {
        var age = facts.job().checkpointAgeMillis();
        boolean isDue = facts.phase() == RunPhase.RUNNING && isLive();
        if (age != null && isDue && age > MAX_CHECKPOINT_AGE.toMillis()) {
            return new HealthFinding(
                    "checkpoints",
                    IMPAIRED,
                    "The last checkpoint is " + seconds(age) + " old"
                            + inBrackets(facts.job().checkpointFailure()) + ".",
                    StorageRemedy.whileRunning(facts.job().checkpointFailure()));
        }
        return fine("checkpoints", age == null ? "Not known." : "The last one is " + seconds(age) + " old.");
    }

    private HealthFinding exchange() {
        if (facts.phase() == RunPhase.STARTING) {
            return new HealthFinding("exchange", STARTING, "The run is starting.", "");
        }
        var live = facts.exchange().health();
        return switch (live.phase()) {
            case FAILED ->
                new HealthFinding("exchange", FAILED, "The exchange has failed: " + live.detail() + ".", RESTART);
            case STARTING -> new HealthFinding("exchange", STARTING, "The exchange is starting.", "");
            case HISTORY -> new HealthFinding("exchange", STARTING, "The history is being published.", "");
            case WARMUP -> new HealthFinding("exchange", STARTING, "The first decision is awaited.", "");
            case LIVE, BROKER_UNAVAILABLE -> facts.phase() == RunPhase.FINISHED ? ended() : liveExchange();
            case DRAINING, STOPPED -> ended();
        };
    }

    /** A detail tells what did not reach Kafka. */
    private HealthFinding ended() {
        var detail = facts.exchange().health().detail();
        if (exchangePhase == LivePhase.STOPPED && !detail.isEmpty()) {
            return new HealthFinding("exchange", IMPAIRED, "The run has ended incompletely: " + detail + ".", RESTART);
        }
        return new HealthFinding("exchange", ENDED, "The run has ended.", RESTART);
    }

    private HealthFinding liveExchange() {
        long silentMillis = facts.exchange().waits().silentMillis();
        return silentMillis > MAX_SILENCE.toMillis()
                ? new HealthFinding(
                        "exchange",
                        IMPAIRED,
                        "The exchange has made no step for " + seconds(silentMillis) + ".",
                        SEE_LOG)
                : fine("exchange", "Events are published.");
    }

    private HealthFinding decisions() {
        long waiting = facts.exchange().counts().pendingAnswers();
        if (isLive()) {
            long oldestMillis = facts.exchange().waits().oldestRequestMillis();
            return oldestMillis > MAX_WAIT.toMillis()
                    ? new HealthFinding(
                            "decisions",
                            IMPAIRED,
                            "%,d requests wait for a decision, the oldest for %s."
                                    .formatted(waiting, seconds(oldestMillis)),
                            SEE_LOG)
                    : fine("decisions", "No request has waited longer than " + seconds(MAX_WAIT.toMillis()) + ".");
        }
        boolean isOver = exchangePhase == LivePhase.STOPPED && facts.phase() != RunPhase.STARTING;
        return isOver && waiting > 0
                ? new HealthFinding(
                        "decisions",
                        IMPAIRED,
                        "%,d requests of the run that ended were never answered.".formatted(waiting),
                        RESTART)
                : fine("decisions", "None is due.");
    }

    private HealthFinding monitor() {
        return facts.monitorFailure().isEmpty()
                ? fine("monitor", "The topics are read.")
                : new HealthFinding(
                        "monitor",
                        IMPAIRED,
                        "The monitor has stopped reading (" + facts.monitorFailure() + "): the figures stand still.",
                        RESTART);
    }

    private boolean isLive() {
        return exchangePhase == LivePhase.LIVE || exchangePhase == LivePhase.BROKER_UNAVAILABLE;
    }

    private static String inBrackets(String reason) {
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }

    private static String seconds(long millis) {
        return millis / 1_000 + " s";
    }
}
