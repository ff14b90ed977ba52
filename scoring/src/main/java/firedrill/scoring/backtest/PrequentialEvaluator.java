package firedrill.scoring.backtest;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Truth;
import firedrill.scoring.evaluation.EvaluationReport;
import firedrill.scoring.evaluation.EvaluationReport.SimulatedRun;
import firedrill.scoring.evaluation.EvaluationReportBuilder;
import firedrill.scoring.evaluation.SavingsAccumulator;
import firedrill.scoring.evaluation.ScoredEvents;
import firedrill.scoring.evaluation.ScoredEvents.ScoredEvent;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.compile.Scorer;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.training.LabelledRow;
import firedrill.scoring.training.Learner;
import firedrill.scoring.training.TrainingSample;
import firedrill.scoring.training.TrainingSetBuilder;
import firedrill.scoring.training.TrainingSource;
import firedrill.scoring.training.UntrainableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tests a model on a run day by day, and beside it one that is trained anew each day on what was known by then: test, then
 * train, with a gap as long as labels take.
 *
 * <p>Told everything of a run in which everything is let through, in the order of {@code ingest.exchange.Tape}: the truth
 * of an event just before it. Every order and withdrawal is scored; the model trained anew learns from all withdrawals and
 * a sample of the orders.
 */
public final class PrequentialEvaluator {

    private static final int ORDER_SAMPLING_INTERVAL = 20;
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Scorer model;
    private final Optional<Learner> retrain;
    private final Policy policy;
    private final SimulatedRun simulation;
    private final long startMillis;
    private final TrainingSetBuilder builder = new TrainingSetBuilder(ORDER_SAMPLING_INTERVAL);
    private final Map<Long, String> truths = new HashMap<>();
    private final ScoredEvents withdrawals = new ScoredEvents();
    private final ScoredEvents orders = new ScoredEvents();
    private final SavingsAccumulator withdrawalSavings;
    private final SavingsAccumulator orderSavings;
    private final List<Long> retrainingRows = new ArrayList<>();
    private @Nullable Scorer retrained;

    /**
     * Nothing heard yet.
     *
     * @param retrain what the model beside it is trained by; none if there is to be none
     * @param startMillis when the first day begins
     */
    public PrequentialEvaluator(
            Scorer model, Optional<Learner> retrain, Policy policy, SimulatedRun world, long startMillis) {
        this.model = model;
        this.retrain = retrain;
        this.policy = policy;
        this.simulation = world;
        this.startMillis = startMillis;
        this.withdrawalSavings = new SavingsAccumulator(policy);
        this.orderSavings = new SavingsAccumulator(policy);
    }

    /** Hears what the next event really is. */
    public void observeTruth(Truth truth) {
        truths.put(truth.eventId(), truth.typology());
    }

    /** Hears an event; history teaches the features only. */
    public void observeEvent(ExchangeEvent event) {
        if (event.timeMillis() >= startMillis + retrainingRows.size() * DAY_MILLIS) {
            beginDay(startMillis + retrainingRows.size() * DAY_MILLIS);
        }
        double[] features = builder.observeEvent(event);
        if (event.requiresDecision() && event instanceof DecisionRequest decided) {
            test(
                    decided,
                    features,
                    Optional.ofNullable(truths.remove(event.id())).orElse(""));
        }
    }

    /** Hears an outcome; reports and verdicts of fraud are labels. */
    public void observeOutcome(Outcome outcome) {
        builder.observeOutcome(outcome);
        if (outcome instanceof FraudReport report) {
            markReported(report.eventId());
        } else if (outcome instanceof ReviewVerdict verdict && verdict.isFraud()) {
            markReported(verdict.eventId());
        }
    }

    /**
     * What came of it.
     *
     * @param seed of the draws behind the intervals
     */
    public EvaluationReport report(long seed) {
        return new EvaluationReportBuilder(withdrawals, orders, seed)
                .build(
                        model.hash(),
                        simulation,
                        withdrawalSavings.savings(false),
                        orderSavings.savings(true),
                        List.copyOf(retrainingRows));
    }

    private void markReported(long eventId) {
        withdrawals.markReported(eventId);
        orders.markReported(eventId);
    }

    private void test(DecisionRequest event, double[] features, String typology) {
        boolean isOrder = event instanceof Order;
        double probability = model.probability(features);
        (isOrder ? orders : withdrawals)
                .add(new ScoredEvent(
                        event.id(),
                        event.userId(),
                        (int) ((event.timeMillis() - startMillis) / DAY_MILLIS),
                        event.account().tier(),
                        Feature.VOLATILITY_Z.valueIn(features)
                                >= policy.friction().volatilityThresholdZ(),
                        typology,
                        Feature.AMOUNT_USD.valueIn(features),
                        probability,
                        retrained == null ? Double.NaN : retrained.probability(features)));
        (isOrder ? orderSavings : withdrawalSavings).add(event, features, probability, !typology.isEmpty());
    }

    /** Trains anew on what is old enough for its reports to have come. */
    private void beginDay(long nowMillis) {
        long rows = 0;
        if (retrain.isPresent() && retrainingRows.size() > simulation.labelDelayDays()) {
            try {
                TrainingSample lessons = trainingSample(nowMillis);
                retrained = lessons.train(
                        retrain.get(), new TrainingSource(simulation.scenario(), simulation.seed()), simulation.seed());
                rows = lessons.rowsAdded();
            } catch (UntrainableException tooLittle) {
                retrained = null;
            }
        }
        retrainingRows.add(rows);
    }

    private TrainingSample trainingSample(long nowMillis) throws UntrainableException {
        TrainingSample lessons = new TrainingSample();
        long number = 0;
        for (LabelledRow row : builder.build(nowMillis).maturedRows(Duration.ofDays(simulation.labelDelayDays()))) {
            lessons.add(number++, row);
        }
        return lessons;
    }
}
