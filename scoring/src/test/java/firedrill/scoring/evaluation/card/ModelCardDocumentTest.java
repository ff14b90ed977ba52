package firedrill.scoring.evaluation.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.scoring.evaluation.card.ModelCardDocument.CardSection;
import firedrill.scoring.evaluation.card.ModelCardDocument.CardTable;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardDocumentTest {

    private static final LoadedModel SHIPPED = ModelFile.loadBundled();

    @Test
    void theShippedCardIsAboutTheShippedModelAndHasItsFigures() {
        ModelCardDocument card = ModelCardFile.load(SHIPPED, Policy.DEFAULT);
        assertThat(card.modelHash()).isEqualTo(SHIPPED.scorer().hash());
        assertThat(section(card, "Figures").tables())
                .as("train writes it beside the model, or evaluate --card")
                .isNotEmpty();
    }

    @Test
    void theShippedMarkdownIsRenderedFromTheShippedDocument() throws IOException {
        try (InputStream in = ModelCardFile.class.getResourceAsStream("/models/champion.card.md")) {
            assertThat(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(ModelCardMarkdown.render(ModelCardFile.load(SHIPPED, Policy.DEFAULT)));
        }
    }

    @Test
    void aCardHasEverySection() {
        assertThat(ModelCardFile.load(SHIPPED, Policy.DEFAULT).sections())
                .extracting(CardSection::title)
                .containsExactly(
                        "Purpose",
                        "Out-of-scope uses",
                        "Training data",
                        "Figures",
                        "Prequential evaluation",
                        "Calibration",
                        "Thresholds and costs",
                        "Known failures",
                        "Drift monitors",
                        "Fallback",
                        "Provenance");
    }

    @Test
    void anUnmeasuredFigureIsNotAvailable() {
        ModelCardDocument card = ModelCardDocument.of(SHIPPED, Optional.empty(), Policy.DEFAULT);
        assertThat(section(card, "Figures").lines())
                .contains("By typology, tier and market regime: not available; `evaluate` measures them.");
        assertThat(section(card, "Figures").tables()).isEmpty();
        assertThat(section(card, "Prequential evaluation").lines()).containsExactly("not available");
    }

    @Test
    void aCardIsWrittenToBeReadByPeopleAndByThePage(@TempDir Path folder) throws Exception {
        ModelCardDocument card = new ModelCardDocument(
                "Model card: small",
                "abc",
                List.of(new CardSection(
                        "Figures",
                        List.of("One line."),
                        List.of(new CardTable("T", List.of("a", "b"), List.of(List.of("x|y", "2")))))));
        ModelCardFile.write(folder.resolve("small.tribuo"), card);
        assertThat(Files.readString(folder.resolve("small.card.md"))).isEqualTo("""
                # Model card: small

                Model abc

                ## Figures

                - One line.

                T

                | a | b |
                | --- | --- |
                | x\\|y | 2 |
                """);
        assertThat(folder.resolve("small.card.json")).content().contains("\"modelHash\" : \"abc\"");
        assertThatThrownBy(() -> ModelCardFile.write(folder.resolve("small.txt"), card))
                .hasMessage("a model's file is named NAME.tribuo, was " + folder.resolve("small.txt"));
    }

    private static CardSection section(ModelCardDocument card, String title) {
        return card.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
