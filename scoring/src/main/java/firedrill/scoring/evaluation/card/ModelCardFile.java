package firedrill.scoring.evaluation.card;

import com.fasterxml.jackson.databind.json.JsonMapper;
import firedrill.scoring.model.artifact.BundledModel;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Card files beside a model: {@code NAME.card.md} for readers, {@code NAME.card.json} for the page. */
public final class ModelCardFile {

    private static final String MODEL = ".tribuo";
    private static final String TEXT = ".card.md";
    private static final String DATA = ".card.json";
    private static final String BUNDLED = "/models/";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Writes both files.
     *
     * @param modelFile named {@code NAME.tribuo}; it need not exist
     */
    public static void write(Path modelFile, ModelCardDocument card) throws IOException {
        Files.writeString(sibling(modelFile, TEXT), ModelCardMarkdown.render(card));
        Files.write(
                sibling(modelFile, DATA), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(card));
    }

    /** The card of {@code model}: the bundled card that is about this model, or one without an evaluation. */
    public static ModelCardDocument load(LoadedModel model, Policy policy) {
        return Arrays.stream(BundledModel.values())
                .flatMap(bundled -> bundledCard(bundled).stream())
                .filter(card -> card.modelHash().equals(model.scorer().hash()))
                .findFirst()
                .orElseGet(() -> ModelCardDocument.of(model, Optional.empty(), policy));
    }

    private static Optional<ModelCardDocument> bundledCard(BundledModel bundled) {
        try (InputStream in = ModelCardFile.class.getResourceAsStream(BUNDLED + bundled.label() + DATA)) {
            return in == null ? Optional.empty() : Optional.of(JSON.readValue(in, ModelCardDocument.class));
        } catch (IOException e) {
            throw new IllegalStateException("the bundled card cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path sibling(Path modelFile, String ending) {
        String name =
                modelFile.getFileName() == null ? "" : modelFile.getFileName().toString();
        if (!name.endsWith(MODEL)) {
            throw new IllegalArgumentException("a model's file is named NAME" + MODEL + ", was " + modelFile);
        }
        return modelFile.resolveSibling(name.substring(0, name.length() - MODEL.length()) + ending);
    }

    private ModelCardFile() {}
}
