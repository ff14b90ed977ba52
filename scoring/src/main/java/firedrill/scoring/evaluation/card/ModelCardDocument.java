package firedrill.scoring.evaluation.card;

import firedrill.scoring.evaluation.EvaluationReport;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * A model card as a document: purpose, training data, metrics by segment, costs, known failures, monitors. Missing
 * figures read "not available".
 *
 * @param modelHash version of the model
 */
public record ModelCardDocument(String title, String modelHash, List<CardSection> sections) {

    static final String NOT_AVAILABLE = "not available";

    public ModelCardDocument {
        sections = List.copyOf(sections);
    }

    /** One section. */
    public record CardSection(String title, List<String> lines, List<CardTable> tables) {
        public CardSection {
            lines = List.copyOf(lines);
            tables = List.copyOf(tables);
        }
    }

    /** One table; each row has the length of the header. */
    public record CardTable(String title, List<String> header, List<List<String>> rows) {
        public CardTable {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * The card of {@code model}.
     *
     * @param report its evaluation on another exchange; empty if there is none
     * @param policy the policy that uses its probabilities
     */
    public static ModelCardDocument of(LoadedModel model, Optional<EvaluationReport> report, Policy policy) {
        return new ModelCardDocument(
                "Model card: " + model.card().name(),
                model.scorer().hash(),
                new ModelCardSections(model, report, policy).sections());
    }

    /** The card of a model whose card file is not available; {@code lines} hold what its announcement says. */
    public static ModelCardDocument placeholder(String modelHash, String name, List<String> lines) {
        return new ModelCardDocument(
                "Model card: " + name,
                modelHash,
                List.of(
                        new CardSection("Announcement", lines, List.of()),
                        new CardSection(
                                "Other sections",
                                List.of(NOT_AVAILABLE
                                        + " here; training writes them beside the model, as NAME.card.md"),
                                List.of())));
    }
}
