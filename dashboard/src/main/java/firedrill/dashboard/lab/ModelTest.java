package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.incident.Scenario;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Policy;
import firedrill.scoring.evaluation.EvaluationReport;
import firedrill.scoring.evaluation.EvaluationReport.World;
import firedrill.scoring.evaluation.Prequential;
import firedrill.scoring.model.Scorer;
import firedrill.scoring.training.Learner;
import firedrill.scoring.training.TrainingSettings;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Tests a model on an exchange of its own, day by day. */
public final class ModelTest {

    private final ExchangeSettings settings;
    private final Scenario scenario;
    private final Policy policy;

    /** A test at one exchange; {@code policy} says what mistakes cost. */
    public ModelTest(ExchangeSettings settings, Scenario scenario, Policy policy) {
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
        var world = new World(scenario.id(), seed, settings.users(), days, (int)
                TrainingSettings.DEFAULT.maturity().toDays());
        var heard = new Prequential(model, retrain, policy, world, settings.startMillis());
        LetThrough.run(settings, scenario, seed, days, new Hearing(heard), progress);
        return heard.report(seed);
    }

    private record Hearing(Prequential test) implements Witness {
        @Override
        public void event(ExchangeEvent event, @Nullable Decision decision) {
            test.event(event);
        }

        @Override
        public void outcome(Outcome outcome) {
            test.outcome(outcome);
        }

        @Override
        public void truth(Truth truth) {
            test.truth(truth);
        }
    }
}
