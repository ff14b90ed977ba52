package firedrill.scoring.training;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.evaluation.HashSampler;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.feature.state.Label;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects a point-in-time training set from the events and outcomes of an exchange in time order: each order and
 * withdrawal with its features at that time, each report with its arrival time.
 *
 * <p>Most reports name a withdrawal. Label propagation: orders by the same user from the same device shortly before a
 * reported withdrawal belong to the same theft and take its report time.
 */
public final class TrainingSetBuilder {

    /**
     * Window of label propagation before a stolen withdrawal: one session. A longer window would label the owner's
     * orders where the attacker used the owner's device.
     */
    private static final long PREPARATION_MILLIS = Duration.ofMinutes(30).toMillis();

    private final int orderSamplingInterval;
    private final FeatureFold fold = new FeatureFold();
    private final List<TrainingRow> rows = new ArrayList<>();
    private final Map<Long, Long> reports = new HashMap<>();

    /** Key of the thefts by one user from one device. */
    private record UserDevice(long userId, long deviceId) {}

    /**
     * An empty builder.
     *
     * @param orderSamplingInterval one order in this many is kept, chosen by event id alone; 1 keeps all
     */
    public TrainingSetBuilder(int orderSamplingInterval) {
        if (orderSamplingInterval < 1) {
            throw new IllegalArgumentException(
                    "orderSamplingInterval must be at least 1, was " + orderSamplingInterval);
        }
        this.orderSamplingInterval = orderSamplingInterval;
    }

    /**
     * Observes one event. Every event updates the features; only requests for a decision become rows.
     *
     * @return features of the event, shape {@code [Feature.COUNT]}
     */
    public double[] observeEvent(ExchangeEvent event) {
        double[] features = fold.observe(event);
        boolean order = event.isOrder();
        if (event.requiresDecision() && (!order || HashSampler.isKept(event.id(), orderSamplingInterval))) {
            rows.add(new TrainingRow(
                    event.id(),
                    event.userId(),
                    event.deviceId(),
                    event.timeMillis(),
                    order,
                    FeatureVector.of(features),
                    TrainingRow.NOT_REPORTED));
        }
        return features;
    }

    /**
     * Observes one outcome. Reports of fraud and verdicts of analysts are labels, and update the features of later
     * events.
     */
    public void observeOutcome(Outcome outcome) {
        long eventId = Label.fraudEventIdOf(outcome);
        if (eventId != 0) {
            reports.merge(eventId, outcome.timeMillis(), Math::min);
        }
        fold.applyOutcome(outcome);
    }

    /** Orders and withdrawals kept so far. */
    public int rowCount() {
        return rows.size();
    }

    /**
     * The training set as of {@code cutoffMillis}, without later rows and later reports.
     *
     * @throws UntrainableException if there is no row before it
     */
    public TrainingSet build(long cutoffMillis) throws UntrainableException {
        List<TrainingRow> known = rows.stream()
                .filter(row -> row.timeMillis() < cutoffMillis)
                .map(row -> row.withReport(reportTimeMillis(cutoffMillis, row)))
                .toList();
        if (known.isEmpty()) {
            throw new UntrainableException("there is no order and no withdrawal before the cut-off");
        }
        Map<UserDevice, List<TrainingRow>> thefts = new HashMap<>();
        known.stream()
                .filter(row -> !row.order() && row.reportedMillis() != TrainingRow.NOT_REPORTED)
                .forEach(row -> thefts.computeIfAbsent(
                                new UserDevice(row.userId(), row.deviceId()), session -> new ArrayList<>())
                        .add(row));
        List<TrainingRow> labelled = known.stream()
                .map(row -> row.order() ? labelPreparatoryOrder(row, thefts) : row)
                .toList();
        long fromMillis =
                known.stream().mapToLong(TrainingRow::timeMillis).min().orElseThrow();
        return new TrainingSet(labelled, fromMillis, cutoffMillis);
    }

    private long reportTimeMillis(long cutoffMillis, TrainingRow row) {
        long arrived = reports.getOrDefault(row.eventId(), TrainingRow.NOT_REPORTED);
        return arrived <= cutoffMillis ? arrived : TrainingRow.NOT_REPORTED;
    }

    private static TrainingRow labelPreparatoryOrder(TrainingRow order, Map<UserDevice, List<TrainingRow>> thefts) {
        return thefts.getOrDefault(new UserDevice(order.userId(), order.deviceId()), List.of()).stream()
                .filter(theft -> theft.timeMillis() >= order.timeMillis()
                        && theft.timeMillis() - order.timeMillis() <= PREPARATION_MILLIS)
                .mapToLong(TrainingRow::reportedMillis)
                .min()
                .stream()
                .mapToObj(reported -> order.withReport(Math.min(reported, order.reportedMillis())))
                .findFirst()
                .orElse(order);
    }
}
