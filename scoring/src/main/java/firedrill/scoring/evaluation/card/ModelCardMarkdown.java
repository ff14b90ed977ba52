package firedrill.scoring.evaluation.card;

import firedrill.scoring.evaluation.card.ModelCardDocument.CardSection;
import firedrill.scoring.evaluation.card.ModelCardDocument.CardTable;
import java.util.List;
import java.util.stream.Collectors;

/** A card as Markdown. */
public final class ModelCardMarkdown {

    /** The whole card, ending with a line end. */
    public static String render(ModelCardDocument card) {
        return "# " + card.title() + "\n\nModel " + card.modelHash() + "\n"
                + card.sections().stream().map(ModelCardMarkdown::section).collect(Collectors.joining());
    }

    private static String section(CardSection section) {
        return "\n## " + section.title() + "\n\n"
                + section.lines().stream().map(line -> "- " + line + "\n").collect(Collectors.joining())
                + section.tables().stream().map(ModelCardMarkdown::table).collect(Collectors.joining());
    }

    private static String table(CardTable table) {
        if (table.rows().isEmpty()) {
            return "\n" + table.title() + ": nothing to show.\n";
        }
        return "\n" + table.title() + "\n\n" + row(table.header())
                + row(table.header().stream().map(name -> "---").toList())
                + table.rows().stream().map(ModelCardMarkdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private ModelCardMarkdown() {}
}
