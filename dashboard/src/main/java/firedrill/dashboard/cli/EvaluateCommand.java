package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.ModelOption;
import firedrill.dashboard.cli.option.OptionRange;
import firedrill.dashboard.cli.option.SimulationOptions;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.lab.PrequentialEvaluation;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.scoring.engine.ScoringParameters;
import firedrill.scoring.evaluation.card.ModelCardDocument;
import firedrill.scoring.evaluation.card.ModelCardFile;
import firedrill.scoring.evaluation.card.ModelCardMarkdown;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.training.Learner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firedrill evaluate}: prequential evaluation on a held-out seed. */
@Command(
        name = "evaluate",
        description = {
            "Prequential evaluation of a model on a held-out seed, next to a daily-retrained baseline: precision and recall",
            "by kind, typology, tier and market, dollars, calibration, savings of the policy. Prints the model card."
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final int MAX_DAYS = 60;

    @Mixin
    private Console console = new Console();

    @Mixin
    private SimulationOptions world = new SimulationOptions();

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(names = "--days", defaultValue = "7", description = "Simulated days (${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--no-baseline", description = "Skip the daily-retrained baseline; faster.")
    private boolean isWithoutBaseline;

    @Option(
            names = "--card",
            paramLabel = "FILE.tribuo",
            description = "Write the card as FILE.card.md, and as FILE.card.json for the page.")
    private @Nullable Path card;

    @Override
    public Integer call() throws UserFacingException {
        OptionRange.require("--days", days, 1, MAX_DAYS);
        var loaded = model.load();
        if (loaded.card().trainedOn().seed() == world.seed()) {
            throw new UserFacingException("The model was trained on seed " + world.seed() + ": choose another --seed.");
        }
        Policy policy = ScoringParameters.of(world.settings().world().set()).policy();
        var test = new PrequentialEvaluation(world.settings(), world.scenario(), policy);
        var report = test.run(
                loaded.scorer(),
                isWithoutBaseline ? Optional.empty() : Optional.of(Learner.LOGISTIC),
                world.seed(),
                days,
                day -> console.progress("day %d of %d".formatted(day, days)));
        var document = ModelCardDocument.of(loaded, Optional.of(report), policy);
        if (card != null) {
            write(card, document);
        }
        if (console.isJson()) {
            console.printJson(report);
        } else {
            console.printLines(ModelCardMarkdown.render(document).stripTrailing());
        }
        return 0;
    }

    private static void write(Path file, ModelCardDocument document) throws UserFacingException {
        try {
            ModelCardFile.write(file, document);
        } catch (IOException | IllegalArgumentException refused) {
            throw new UserFacingException(
                    "The card cannot be written beside " + file + ": " + refused.getMessage() + ".", refused);
        }
    }
}
