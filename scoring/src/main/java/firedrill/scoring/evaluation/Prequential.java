package firedrill.scoring.evaluation;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Verdict;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Policy;
import firedrill.scoring.evaluation.Cases.Scored;
import firedrill.scoring.evaluation.EvaluationReport.World;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.Scorer;
import firedrill.scoring.training.LabelledRow;
import firedrill.scoring.training.Learner;
import firedrill.scoring.training.LearningSet;
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
public final class Prequential {

    private static final int ONE_ORDER_IN = 20;
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Scorer model;
    private final Optional<Learner> retrain;
    private final Policy policy;
    private final World world;
    private final long startMillis;
    private final TrainingSetBuilder builder = new TrainingSetBuilder(ONE_ORDER_IN);
    private final Map<Long, String> truths = new HashMap<>();
    private final Cases withdrawals = new Cases();
    private final Cases orders = new Cases();
    private final SavingsSum withdrawalSavings;
    private final SavingsSum orderSavings;
    private final List<Long> learnedFrom = new ArrayList<>();
    private @Nullable Scorer retrained;

    /**
     * Nothing heard yet.
     *
     * @param retrain what the model beside it is trained by; none if there is to be none
     * @param startMillis when the first day begins
     */
    public Prequential(Scorer model, Optional<Learner> retrain, Policy policy, World world, long startMillis) {
        this.model = model;
        this.retrain = retrain;
        this.policy = policy;
        this.world = world;
        this.startMillis = startMillis;
        this.withdrawalSavings = new SavingsSum(policy);
        this.orderSavings = new SavingsSum(policy);
    }

    /** Hears what the next event really is. */
    public void truth(Truth truth) {
        truths.put(truth.eventId(), truth.typology());
    }

    /** Hears an event; history teaches the features only. */
    public void event(ExchangeEvent event) {
        if (event.timeMillis() >= startMillis + learnedFrom.size() * DAY_MILLIS) {
            beginDay(startMillis + learnedFrom.size() * DAY_MILLIS);
        }
        double[] features = builder.event(event);
        if (event.awaitsAnswer() && event instanceof Decided decided) {
            test(
                    decided,
                    features,
                    Optional.ofNullable(truths.remove(event.id())).orElse(""));
        }
    }

    /** Hears an outcome; reports and verdicts of fraud are labels. */
    public void outcome(Outcome outcome) {
        builder.outcome(outcome);
        if (outcome instanceof FraudReport report) {
            label(report.eventId());
        } else if (outcome instanceof Verdict verdict && verdict.fraud()) {
            label(verdict.eventId());
        }
    }

    /**
     * What came of it.
     *
     * @param seed of the draws behind the intervals
     */
    public EvaluationReport report(long seed) {
        return new Assessment(withdrawals, orders, seed)
                .report(
                        model.hash(),
                        world,
                        withdrawalSavings.sum(false),
                        orderSavings.sum(true),
                        List.copyOf(learnedFrom));
    }

    private void label(long eventId) {
        withdrawals.report(eventId);
        orders.report(eventId);
    }

    private void test(Decided event, double[] features, String typology) {
        boolean isOrder = event instanceof Order;
        double probability = model.probability(features);
        (isOrder ? orders : withdrawals)
                .add(new Scored(
                        event.id(),
                        event.userId(),
                        (int) ((event.timeMillis() - startMillis) / DAY_MILLIS),
                        event.account().tier(),
                        Feature.VOLATILITY_Z.in(features) >= policy.friction().spikeVolatilityZ(),
                        typology,
                        Feature.AMOUNT_USD.in(features),
                        probability,
                        retrained == null ? Double.NaN : retrained.probability(features)));
        (isOrder ? orderSavings : withdrawalSavings).add(event, features, probability, !typology.isEmpty());
    }

    /** Trains anew on what is old enough for its reports to have come. */
    private void beginDay(long nowMillis) {
        long rows = 0;
        if (retrain.isPresent() && learnedFrom.size() > world.labelDelayDays()) {
            try {
                LearningSet lessons = lessons(nowMillis);
                retrained =
                        lessons.learn(retrain.get(), new TrainingSource(world.scenario(), world.seed()), world.seed());
                rows = lessons.added();
            } catch (UntrainableException tooLittle) {
                retrained = null;
            }
        }
        learnedFrom.add(rows);
    }

    private LearningSet lessons(long nowMillis) throws UntrainableException {
        LearningSet lessons = new LearningSet();
        long number = 0;
        for (LabelledRow row : builder.build(nowMillis).matured(Duration.ofDays(world.labelDelayDays()))) {
            lessons.add(number++, row);
        }
        return lessons;
    }
}
