package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.backtest.PrequentialEvaluator;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.evaluation.EvaluationReport;
import firedrill.scoring.evaluation.EvaluationReport.SimulatedRun;
import firedrill.scoring.model.compile.Scorer;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.training.Learner;
import firedrill.scoring.training.TrainingSettings;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

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
     * Tests {@code model} on {@code days} days of {@code seed}; {@code progress} hears each day that is over.
     *
     * @param retrain what a model beside it is trained by anew each day; none if there is to be none
     */
    public EvaluationReport run(Scorer model, Optional<Learner> retrain, long seed, int days, IntConsumer progress) {
        var world = new SimulatedRun(scenario.id(), seed, settings.users(), days, (int)
                TrainingSettings.DEFAULT.maturity().toDays());
        var heard = new PrequentialEvaluator(model, retrain, policy, world, settings.startMillis());
        AllowAllRun.run(settings, scenario, seed, days, new EvaluationObserver(heard), progress);
        return heard.report(seed);
    }

    private record EvaluationObserver(PrequentialEvaluator test) implements RunObserver {
        @Override
        public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
            test.observeEvent(event);
        }

        @Override
        public void onOutcome(Outcome outcome) {
            test.observeOutcome(outcome);
        }

        @Override
        public void onTruth(Truth truth) {
            test.observeTruth(truth);
        }
    }
}
