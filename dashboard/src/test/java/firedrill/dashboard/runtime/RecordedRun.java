package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.TopicListener;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.training.TrainingSetBuilder;
import firedrill.scoring.training.UntrainableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Everything that stood on the topics of a run, and the run decided once more without Kafka and Flink. */
public final class RecordedRun implements TopicListener {

    final List<ExchangeEvent> events = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<DeadLetter> deadLetters = new ArrayList<>();
    public final List<ShadowScore> shadows = new CopyOnWriteArrayList<>();
    public final List<Signal> signals = new CopyOnWriteArrayList<>();
    final TreeMap<Long, ControlCommand> commands = new TreeMap<>();

    @Override
    public synchronized void onEvent(ExchangeEvent event) {
        events.add(event);
    }

    @Override
    public synchronized void onOutcome(Outcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void onTruth(Truth truth) {}

    @Override
    public synchronized void onDecision(Decision decision) {
        decisions.add(decision);
    }

    @Override
    public synchronized void onShadowScore(ShadowScore score) {
        shadows.add(score);
    }

    @Override
    public synchronized void onControl(ControlCommand command) {
        commands.put(command.version(), command);
    }

    @Override
    public synchronized void onSignal(Signal signal) {
        signals.add(signal);
    }

    @Override
    public synchronized void onDeadLetter(DeadLetter letter) {
        deadLetters.add(letter);
    }

    @Override
    public void onUnreadable(String topic, String reason) {}

    public synchronized Optional<Decision> decision(long eventId) {
        return decisions.stream()
                .filter(decision -> decision.eventId() == eventId)
                .findFirst();
    }

    synchronized int decisionCount() {
        return decisions.size();
    }

    /** The simulated time of the latest event. */
    synchronized long latestMillis() {
        return events.get(events.size() - 1).timeMillis();
    }

    /** One withdrawal in five, of all so far, history included. */
    synchronized List<Withdrawal> sampleWithdrawals() {
        return events.stream()
                .filter(event -> event instanceof Withdrawal && event.id() % 5 == 0)
                .map(Withdrawal.class::cast)
                .toList();
    }

    /** Whether some decisions were made in the knowledge of earlier fraud. */
    synchronized boolean hasConfirmedFraudFeatures() {
        return decisions.stream()
                        .filter(decision -> decision.features().at(Feature.DEVICE_CONFIRMED_SHARE.ordinal()) > 0)
                        .count()
                > 20;
    }

    /** How many decisions were made in the knowledge of a cluster. */
    synchronized long clusterFeatureCount() {
        return decisions.stream()
                .filter(decision -> decision.features().at(Feature.ADDRESS_CLUSTER_USERS.ordinal()) > 0)
                .count();
    }

    /**
     * The decisions that one thread comes to on the recorded events. What depends on wall time is taken from the record:
     * which commands had arrived, and which events came too late for the model.
     */
    List<Decision> replay(Decider decider) {
        var recorded = new TreeMap<Long, Decision>();
        decisions.forEach(decision -> recorded.putIfAbsent(decision.eventId(), decision));
        var fold = new FeatureFold();
        var replayed = new ArrayList<Decision>();
        replayInTimeOrder(
                event -> {
                    var features = fold.observe(event);
                    var decided = recorded.get(event.id());
                    if (decided != null) {
                        event.asRequest()
                                .filter(DecisionRequest::requiresDecision)
                                .map(request -> decider.decide(
                                        request,
                                        features,
                                        controlAt(decided.controlVersion()),
                                        decided.decidedBy() == DecidedBy.RULES_AT_DEADLINE,
                                        decided.timing()))
                                .ifPresent(replayed::add);
                    }
                },
                fold::applyOutcome);
        return replayed;
    }

    /** All events and outcomes, in the order in which they happened. */
    void replayInTimeOrder(Consumer<ExchangeEvent> event, Consumer<Outcome> outcome) {
        var later = new ArrayDeque<>(outcomes);
        for (var each : events) {
            while (!later.isEmpty() && later.peek().timeMillis() <= each.timeMillis()) {
                outcome.accept(later.remove());
            }
            event.accept(each);
        }
    }

    /** What was decided upon, by event id. */
    Map<Long, FeatureVector> featureVectors() {
        var vectors = new TreeMap<Long, FeatureVector>();
        decisions.forEach(decision -> vectors.put(decision.eventId(), decision.features()));
        return vectors;
    }

    /** What a training set would make of the run, by event id. */
    Map<Long, FeatureVector> trainingVectors() throws UntrainableException {
        var builder = new TrainingSetBuilder(1);
        replayInTimeOrder(builder::observeEvent, builder::observeOutcome);
        var vectors = new TreeMap<Long, FeatureVector>();
        builder.build(Long.MAX_VALUE).rows().forEach(row -> vectors.put(row.eventId(), row.features()));
        return vectors;
    }

    /** A withdrawal makes one hop more than an order, so decisions overtake each other. */
    List<Decision> sortedByEventId() {
        return decisions.stream()
                .sorted(Comparator.comparingLong(Decision::eventId))
                .toList();
    }

    private ControlState controlAt(long version) {
        return commands.headMap(version, true).values().stream()
                .reduce(ControlState.START, ControlState::apply, (first, second) -> second);
    }

    /** How often each event that asked was decided. */
    public Map<Long, Long> decisionsPerEvent() {
        var times = new TreeMap<Long, Long>();
        events.stream().filter(ExchangeEvent::requiresDecision).forEach(event -> times.put(event.id(), 0L));
        decisions.forEach(decision -> times.merge(decision.eventId(), 1L, Long::sum));
        return times;
    }
}
