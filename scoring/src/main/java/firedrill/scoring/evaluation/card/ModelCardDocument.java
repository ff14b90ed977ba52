package firedrill.scoring.evaluation.card;

import firedrill.scoring.evaluation.EvaluationReport;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * A model's card, ready to be read: what it is for, what it learned from, how well it does and for whom, what it costs, how
 * it fails, who watches it. What is not known is said to be not available.
 *
 * @param modelHash of the model that it is about
 */
public record ModelCardDocument(String title, String modelHash, List<CardSection> sections) {

    static final String NOT_AVAILABLE = "not available";

    public ModelCardDocument {
        sections = List.copyOf(sections);
    }

    /** One subject. */
    public record CardSection(String title, List<String> lines, List<CardTable> tables) {
        public CardSection {
            lines = List.copyOf(lines);
            tables = List.copyOf(tables);
        }
    }

    /** Figures side by side; each row is as long as the header. */
    public record CardTable(String title, List<String> header, List<List<String>> rows) {
        public CardTable {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * The card of {@code model}.
     *
     * @param report how it did on another exchange; empty if nobody has looked
     * @param policy what turns its probabilities into actions
     */
    public static ModelCardDocument of(LoadedModel model, Optional<EvaluationReport> report, Policy policy) {
        return new ModelCardDocument(
                "Model card: " + model.card().name(),
                model.scorer().hash(),
                new ModelCardSections(model, report, policy).sections());
    }

    /** What can be said of a model whose card did not come with it; {@code lines} tell what is known. */
    public static ModelCardDocument placeholder(String modelHash, String name, List<String> lines) {
        return new ModelCardDocument(
                "Model card: " + name,
                modelHash,
                List.of(
                        new CardSection("Announced", lines, List.of()),
                        new CardSection(
                                "Everything else",
                                List.of(NOT_AVAILABLE + " here; training wrote it beside the model, as NAME.card.md"),
                                List.of())));
    }
}
