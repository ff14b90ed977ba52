package firedrill.scoring.evaluation;

import firedrill.scoring.decision.Policy;
import firedrill.scoring.model.LoadedModel;
import java.util.List;
import java.util.Optional;

/**
 * A model's card, ready to be read: what it is for, what it learned from, how well it does and for whom, what it costs, how
 * it fails, who watches it. What is not known is said to be not available.
 *
 * @param modelHash of the model that it is about
 */
public record CardDocument(String title, String modelHash, List<Section> sections) {

    static final String UNKNOWN = "not available";

    public CardDocument {
        sections = List.copyOf(sections);
    }

    /** One subject. */
    public record Section(String title, List<String> lines, List<Table> tables) {
        public Section {
            lines = List.copyOf(lines);
            tables = List.copyOf(tables);
        }
    }

    /** Figures side by side; each row is as long as the header. */
    public record Table(String title, List<String> header, List<List<String>> rows) {
        public Table {
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
    public static CardDocument of(LoadedModel model, Optional<EvaluationReport> report, Policy policy) {
        return new CardDocument(
                "Model card: " + model.card().name(),
                model.scorer().hash(),
                new CardSections(model, report, policy).all());
    }

    /** What can be said of a model whose card did not come with it; {@code lines} tell what is known. */
    public static CardDocument without(String modelHash, String name, List<String> lines) {
        return new CardDocument(
                "Model card: " + name,
                modelHash,
                List.of(
                        new Section("Announced", lines, List.of()),
                        new Section(
                                "Everything else",
                                List.of(UNKNOWN + " here; training wrote it beside the model, as NAME.card.md"),
                                List.of())));
    }
}
