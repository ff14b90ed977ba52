package firedrill.dashboard.cli.option;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.scoring.model.artifact.BundledModel;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.ModelRefusedException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A model: one that is bundled, by its name, or a file. */
public final class ModelOption {

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            defaultValue = "champion",
            description =
                    "A bundled model, champion or calm-only (trained on calm days alone), or a file NAME.tribuo (${DEFAULT-VALUE}).")
    private String model = "champion";

    /** The model, opened. */
    public LoadedModel load() throws UserFacingException {
        Optional<BundledModel> bundled = BundledModel.ofLabel(model);
        if (bundled.isPresent()) {
            return ModelFile.loadBundled(bundled.get());
        }
        try {
            return ModelFile.load(Path.of(model));
        } catch (ModelRefusedException | IllegalArgumentException refused) {
            throw new UserFacingException(
                    "The model is refused: " + refused.getMessage() + ". Bundled models are " + BundledModel.labels()
                            + ".",
                    refused);
        }
    }
}
