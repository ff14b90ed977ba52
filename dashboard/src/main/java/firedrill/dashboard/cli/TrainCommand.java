package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.LearnerOption;
import firedrill.dashboard.cli.option.OptionRange;
import firedrill.dashboard.cli.option.SimulationOptions;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.lab.PrequentialEvaluation;
import firedrill.dashboard.lab.TrainingSetCollector;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.engine.ScoringParameters;
import firedrill.scoring.evaluation.card.ModelCardDocument;
import firedrill.scoring.evaluation.card.ModelCardFile;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.training.ModelTrainer;
import firedrill.scoring.training.TrainingResult;
import firedrill.scoring.training.TrainingRow;
import firedrill.scoring.training.TrainingSet;
import firedrill.scoring.training.TrainingSettings;
import firedrill.scoring.training.TrainingSource;
import firedrill.scoring.training.UntrainableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code firedrill train}: trains a model on the lab's exchange, point in time.
 *
 * <p>The exchange allows everything meanwhile: blocked requests have no observable label.
 */
@Command(name = "train", description = "Train a model on the simulated exchange; write it with its card.")
final class TrainCommand implements Callable<Integer> {

    private static final int ORDER_SAMPLING_DENOMINATOR = 4;
    /** Seeds whose first days without incidents are the drift reference: the monitor reads scores of calm markets alone. */
    private static final int REFERENCE_DAYS = 6;

    private static final int MAX_TEST_DAYS = 60;

    @Mixin
    private Console console = new Console();

    @Mixin
    private SimulationOptions world = new SimulationOptions("market-swings");

    @Option(names = "--days", defaultValue = "20", description = "Simulated days of training (${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--test-days",
            paramLabel = "N",
            defaultValue = "8",
            description =
                    "Simulated days of another seed for the card, which compares with a daily-retrained baseline from day 5 on (${DEFAULT-VALUE}).")
    private int testDays;

    @Mixin
    private LearnerOption model = new LearnerOption();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "champion.tribuo",
            description =
                    "Model file NAME.tribuo; sidecar NAME.json and card NAME.card.md go beside it (${DEFAULT-VALUE}).")
    private Path out = Path.of("champion.tribuo");

    @Override
    public Integer call() throws UserFacingException {
        if (days < 10 || days > 365) {
            throw new UserFacingException("--days must be from 10 to 365, was " + days
                    + ": the label delay is 3 days, needed for train, calibration and test windows.");
        }
        OptionRange.require("--test-days", testDays, 1, MAX_TEST_DAYS);
        try {
            var scenario = world.scenario();
            var set = collect(scenario, world.seed(), days);
            var day = new ArrayList<TrainingRow>();
            for (long seed = world.seed() + 1; seed <= world.seed() + REFERENCE_DAYS; seed++) {
                day.addAll(collect(scenario.withoutIncidents(), seed, 1).rows());
            }
            var trainer = new ModelTrainer(model.learner(), TrainingSettings.DEFAULT, console::progress);
            var trained = trainer.train(set, day, new TrainingSource(source(), world.seed()));
            ModelFile.write(out, trained.artifact());
            ModelCardFile.write(out, card(trained));
            report(trained);
            return 0;
        } catch (UntrainableException e) {
            throw new UserFacingException("Cannot train on this: " + e.getMessage() + ".", e);
        } catch (IOException refused) {
            throw new UserFacingException(
                    "The model cannot be written to " + out + ": " + refused.getMessage() + ".", refused);
        }
    }

    private String source() throws UserFacingException {
        var parameters = world.settings().world().set().identity();
        return "the simulated exchange, scenario " + world.scenario().id()
                + (parameters.overrides().isEmpty() ? "" : ", with " + parameters.text());
    }

    private TrainingSet collect(Scenario scenario, long seed, int length)
            throws UserFacingException, UntrainableException {
        return TrainingSetCollector.collect(
                world.settings(),
                scenario,
                seed,
                length,
                ORDER_SAMPLING_DENOMINATOR,
                (day, rows) -> console.progress("day %d of %d, %,d examples".formatted(day, length, rows)));
    }

    /** The card, with figures of a seed that is neither training nor reference. */
    private ModelCardDocument card(TrainingResult trained) throws UserFacingException {
        Policy policy = ScoringParameters.of(world.settings().world().set()).policy();
        var test = new PrequentialEvaluation(world.settings(), world.scenario(), policy);
        var report = test.run(
                trained.model().scorer(),
                Optional.of(model.learner()),
                world.seed() + REFERENCE_DAYS + 1,
                testDays,
                day -> console.progress("tested on day %d of %d".formatted(day, testDays)));
        return ModelCardDocument.of(trained.model(), Optional.of(report), policy);
    }

    private void report(TrainingResult trained) {
        if (console.isJson()) {
            console.printJson(trained.model().card());
        } else {
            var metrics = trained.withdrawalMetrics();
            console.print(
                    "%s written; out of time, on %,d withdrawals with %,d frauds: average precision %.3f, recall at 0.5 %% of events %.2f, at 1 %% %.2f, calibration error %.4f"
                            .formatted(
                                    out,
                                    metrics.rows(),
                                    metrics.frauds(),
                                    metrics.averagePrecision(),
                                    metrics.recallAtHalfPercent(),
                                    metrics.recallAtOnePercent(),
                                    metrics.calibrationError()));
        }
    }
}
