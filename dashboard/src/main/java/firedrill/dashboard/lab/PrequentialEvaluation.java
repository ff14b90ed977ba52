package firedrill.dashboard.lab;

import firedrill.ingest.exchange.AllowAllExchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.backtest.PrequentialEvaluator;
import firedrill.scoring.evaluation.EvaluationReport;
import firedrill.scoring.evaluation.EvaluationReport.SimulatedRun;
import firedrill.scoring.model.compile.Scorer;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.training.Learner;
import firedrill.scoring.training.TrainingSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Tests a model on an exchange of its own, day by day. */
public final class PrequentialEvaluation {

    private final ExchangeSettings settings;
    private final Scenario scenario;
    private final Policy policy;

    /** A test at one exchange; {@code policy} says what mistakes cost. */
    public PrequentialEvaluation(ExchangeSettings settings, Scenario scenario, Policy policy) {
        this.settings = settings;
        this.scenario = scenario;
        this.policy = policy;
    }

    /**
     * Tests {@code model} on {@code days} days of {@code seed}; {@code progress} receives each completed day.
     *
     * @param retrain what a model beside it is trained by anew each day; none if there is to be none
     */
    public EvaluationReport run(Scorer model, Optional<Learner> retrain, long seed, int days, IntConsumer progress) {
        var simulation = new SimulatedRun(scenario.id(), seed, settings.users(), days, (int)
                TrainingSettings.DEFAULT.maturity().toDays());
        var evaluator = new PrequentialEvaluator(model, retrain, policy, simulation, settings.startMillis());
        var exchange = AllowAllExchange.create(
                settings,
                scenario,
                seed,
                ExchangeListener.of(evaluator::observeEvent, evaluator::observeOutcome, evaluator::observeTruth));
        exchange.publishHistory();
        for (int day = 1; day <= days; day++) {
            exchange.runUntil(exchange.startMillis() + Duration.ofDays(day).toMillis());
            progress.accept(day);
        }
        return evaluator.report(seed);
    }
}
