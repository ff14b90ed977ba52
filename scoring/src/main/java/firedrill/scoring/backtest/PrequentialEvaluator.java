package firedrill.scoring.backtest;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.evaluation.EvaluationReport;
import firedrill.scoring.evaluation.EvaluationReport.SimulatedRun;
import firedrill.scoring.evaluation.EvaluationReportBuilder;
import firedrill.scoring.evaluation.SavingsAccumulator;
import firedrill.scoring.evaluation.ScoredEvents;
import firedrill.scoring.evaluation.ScoredEvents.ScoredEvent;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.state.Label;
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
 * Prequential evaluation (test, then train): scores a run with a fixed model, and with one that is retrained daily on
 * the labels known by then.
 *
 * <p>Observes a run in which every request is allowed, in the order of {@link
 * firedrill.ingest.exchange.ExchangeListener}: the truth of an event just before the event. Every order and withdrawal
 * is scored; the retrained model uses all withdrawals and a sample of the orders.
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
     * An evaluation without events.
     *
     * @param retrain learner of the retrained model; empty for the fixed model alone
     * @param startMillis start of the first day
     */
    public PrequentialEvaluator(
            Scorer model, Optional<Learner> retrain, Policy policy, SimulatedRun simulation, long startMillis) {
        this.model = model;
        this.retrain = retrain;
        this.policy = policy;
        this.simulation = simulation;
        this.startMillis = startMillis;
        this.withdrawalSavings = new SavingsAccumulator(policy);
        this.orderSavings = new SavingsAccumulator(policy);
    }

    /** Observes the truth about the next event. */
    public void observeTruth(Truth truth) {
        truths.put(truth.eventId(), truth.typology());
    }

    /** Observes an event; history updates the features only. */
    public void observeEvent(ExchangeEvent event) {
        while (event.timeMillis() >= startMillis + retrainingRows.size() * DAY_MILLIS) {
            beginDay(startMillis + retrainingRows.size() * DAY_MILLIS);
        }
        double[] features = builder.observeEvent(event);
        String typology = Optional.ofNullable(truths.remove(event.id())).orElse("");
        event.asRequest()
                .filter(DecisionRequest::requiresDecision)
                .ifPresent(request -> test(request, features, typology));
    }

    /** Observes an outcome; reports and verdicts of fraud are labels. */
    public void observeOutcome(Outcome outcome) {
        builder.observeOutcome(outcome);
        long eventId = Label.fraudEventIdOf(outcome);
        if (eventId != 0) {
            withdrawals.markReported(eventId);
            orders.markReported(eventId);
        }
    }

    /**
     * The metrics of all events so far.
     *
     * @param seed seed of the bootstrap
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

    private void test(DecisionRequest event, double[] features, String typology) {
        boolean isOrder = event.isOrder();
        double probability = model.probability(features);
        (isOrder ? orders : withdrawals)
                .add(new ScoredEvent(
                        event.id(),
                        event.userId(),
                        (int) ((event.timeMillis() - startMillis) / DAY_MILLIS),
                        event.account().tier(),
                        Feature.VOLATILITY_Z.valueIn(features)
                                >= policy.friction().unsettled().volatilityZ(),
                        typology,
                        Feature.AMOUNT_USD.valueIn(features),
                        probability,
                        retrained == null ? Double.NaN : retrained.probability(features)));
        (isOrder ? orderSavings : withdrawalSavings).add(event, features, probability, !typology.isEmpty());
    }

    /** Retrains on the rows with mature labels. */
    private void beginDay(long nowMillis) {
        long rows = 0;
        if (retrain.isPresent() && retrainingRows.size() > simulation.labelDelayDays()) {
            try {
                TrainingSample sample = trainingSample(nowMillis);
                retrained = sample.train(
                        retrain.get(), new TrainingSource(simulation.scenario(), simulation.seed()), simulation.seed());
                rows = sample.rowsAdded();
            } catch (UntrainableException e) {
                retrained = null;
            }
        }
        retrainingRows.add(rows);
    }

    private TrainingSample trainingSample(long nowMillis) throws UntrainableException {
        TrainingSample sample = new TrainingSample();
        long number = 0;
        for (LabelledRow row : builder.build(nowMillis).maturedRows(Duration.ofDays(simulation.labelDelayDays()))) {
            sample.add(number++, row);
        }
        return sample;
    }
}
