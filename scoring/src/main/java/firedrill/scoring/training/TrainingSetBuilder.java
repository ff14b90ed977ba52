package firedrill.scoring.training;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
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
 * Collects a point-in-time training set: told the events and outcomes of an exchange in the order in which they happen,
 * it keeps each order and withdrawal with the features of that moment, and each report with the moment it arrived.
 *
 * <p>A report is of a withdrawal as a rule. The orders by the same user from the same device just before belong to the same
 * theft, and are known for it when the withdrawal is.
 */
public final class TrainingSetBuilder {

    /**
     * How long before a stolen withdrawal the thief may have sold what it took: one session. Longer would blame the
     * owner's orders where the thief used the owner's device.
     */
    private static final long PREPARATION_MILLIS = Duration.ofMinutes(30).toMillis();

    private final int orderSamplingInterval;
    private final FeatureFold fold = new FeatureFold();
    private final List<TrainingRow> rows = new ArrayList<>();
    private final Map<Long, Long> reports = new HashMap<>();

    /** Whose device, in one session of thefts. */
    private record UserDevice(long userId, long deviceId) {}

    /**
     * An empty set.
     *
     * @param oneOrderIn keeps one in so many orders, chosen by event id alone; 1 keeps all
     */
    public TrainingSetBuilder(int oneOrderIn) {
        if (oneOrderIn < 1) {
            throw new IllegalArgumentException("oneOrderIn must be at least 1, was " + oneOrderIn);
        }
        this.orderSamplingInterval = oneOrderIn;
    }

    /**
     * Hears one event; history teaches the features, but only what awaits an answer becomes a row.
     *
     * @return its features, shape {@code [Feature.COUNT]}
     */
    public double[] observeEvent(ExchangeEvent event) {
        double[] features = fold.observe(event);
        boolean order = event instanceof Order;
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

    /** Hears one outcome; reports of fraud and verdicts of analysts are labels, and teach the features of later events. */
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
     * What was known at {@code cutoffMillis}: later rows and later reports are left out.
     *
     * @throws UntrainableException if that is nothing
     */
    public TrainingSet build(long cutoffMillis) throws UntrainableException {
        List<TrainingRow> known = rows.stream()
                .filter(row -> row.timeMillis() < cutoffMillis)
                .map(row -> row.withReport(reportTimeMillis(cutoffMillis, row)))
                .toList();
        if (known.isEmpty()) {
            throw new UntrainableException("no order and no withdrawal was seen before the cut-off");
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
