package firedrill.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.scoring.decision.Policy;
import firedrill.scoring.evaluation.CardDocument.Section;
import firedrill.scoring.evaluation.CardDocument.Table;
import firedrill.scoring.model.LoadedModel;
import firedrill.scoring.model.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardTest {

    private static final LoadedModel SHIPPED = ModelFile.shipped();

    @Test
    void theShippedCardIsAboutTheShippedModelAndHasItsFigures() {
        CardDocument card = CardFile.of(SHIPPED, Policy.DEFAULT);
        assertThat(card.modelHash()).isEqualTo(SHIPPED.scorer().hash());
        assertThat(section(card, "Figures").tables())
                .as("train writes it beside the model, or evaluate --card")
                .isNotEmpty();
    }

    @Test
    void aCardSaysEverythingThatAReaderMustKnow() {
        assertThat(CardFile.of(SHIPPED, Policy.DEFAULT).sections())
                .extracting(Section::title)
                .containsExactly(
                        "Purpose",
                        "Not for",
                        "Learned from",
                        "Figures",
                        "Test, then train",
                        "Calibration",
                        "Thresholds and costs",
                        "Known failures",
                        "Drift monitors",
                        "Fallback",
                        "Owner",
                        "Last rehearsal",
                        "Provenance");
    }

    @Test
    void whatNobodyMeasuredIsNotAvailable() {
        CardDocument card = CardDocument.of(SHIPPED, Optional.empty(), Policy.DEFAULT);
        assertThat(section(card, "Figures").lines())
                .contains("By typology, tier and market regime: not available; `evaluate` measures them.");
        assertThat(section(card, "Figures").tables()).isEmpty();
        assertThat(section(card, "Test, then train").lines()).containsExactly("not available");
        assertThat(section(card, "Owner").lines()).containsExactly("not available");
    }

    @Test
    void aCardIsWrittenToBeReadByPeopleAndByThePage(@TempDir Path folder) throws Exception {
        CardDocument card = new CardDocument(
                "Model card: small",
                "abc",
                List.of(new Section(
                        "Figures",
                        List.of("One line."),
                        List.of(new Table("T", List.of("a", "b"), List.of(List.of("x|y", "2")))))));
        CardFile.write(folder.resolve("small.tribuo"), card);
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
        assertThatThrownBy(() -> CardFile.write(folder.resolve("small.txt"), card))
                .hasMessage("a model's file is named NAME.tribuo, was " + folder.resolve("small.txt"));
    }

    private static Section section(CardDocument card, String title) {
        return card.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
