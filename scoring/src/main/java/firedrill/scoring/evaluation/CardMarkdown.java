package firedrill.scoring.evaluation;

import firedrill.scoring.evaluation.CardDocument.Section;
import firedrill.scoring.evaluation.CardDocument.Table;
import java.util.List;
import java.util.stream.Collectors;

/** A card as Markdown. */
public final class CardMarkdown {

    /** The whole card, ending with a line end. */
    public static String of(CardDocument card) {
        return "# " + card.title() + "\n\nModel " + card.modelHash() + "\n"
                + card.sections().stream().map(CardMarkdown::section).collect(Collectors.joining());
    }

    private static String section(Section section) {
        return "\n## " + section.title() + "\n\n"
                + section.lines().stream().map(line -> "- " + line + "\n").collect(Collectors.joining())
                + section.tables().stream().map(CardMarkdown::table).collect(Collectors.joining());
    }

    private static String table(Table table) {
        if (table.rows().isEmpty()) {
            return "\n" + table.title() + ": nothing to show.\n";
        }
        return "\n" + table.title() + "\n\n" + row(table.header())
                + row(table.header().stream().map(name -> "---").toList())
                + table.rows().stream().map(CardMarkdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private CardMarkdown() {}
}
