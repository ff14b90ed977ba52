package firedrill.dashboard.web;

import firedrill.scoring.evaluation.card.ModelCardDocument;
import firedrill.scoring.evaluation.card.ModelCardDocument.CardSection;
import firedrill.scoring.evaluation.card.ModelCardDocument.CardTable;
import java.util.List;
import java.util.stream.Collectors;

/** The champion's card as a page of its own, which needs no script. */
final class ModelCardPage {

    static String of(ModelCardDocument card) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <title>Firedrill · Model card</title>
                  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
                  <link rel="stylesheet" href="/style/tokens.css">
                  <link rel="stylesheet" href="/style/frame.css">
                  <link rel="stylesheet" href="/style/tables.css">
                  <link rel="stylesheet" href="/style/document.css">
                  <script src="/theme.js"></script>
                </head>
                <body class="document">
                <main>
                <p><a href="/">Back to the run</a></p>
                <h1>%s</h1>
                <p>Model <code>%s</code></p>
                %s</main>
                </body>
                </html>
                """.formatted(
                        text(card.title()),
                        text(card.modelHash()),
                        card.sections().stream().map(ModelCardPage::section).collect(Collectors.joining()));
    }

    private static String section(CardSection section) {
        return "<section>\n<h2>" + text(section.title()) + "</h2>\n"
                + section.lines().stream()
                        .map(line -> "<p>" + text(line) + "</p>\n")
                        .collect(Collectors.joining())
                + section.tables().stream().map(ModelCardPage::table).collect(Collectors.joining())
                + "</section>\n";
    }

    private static String table(CardTable table) {
        if (table.rows().isEmpty()) {
            return "<p>" + text(table.title()) + ": nothing to show.</p>\n";
        }
        return "<div class=\"scroll flat\" tabindex=\"0\" role=\"region\" aria-label=\"" + text(table.title())
                + "\">\n<table>\n<caption>" + text(table.title()) + "</caption>\n<thead>"
                + row(table.header(), "<th scope=\"col\">", "</th>", "<th scope=\"col\">", "</th>")
                + "</thead>\n<tbody>\n"
                + table.rows().stream()
                        .map(cells -> row(cells, "<th scope=\"row\">", "</th>", "<td>", "</td>"))
                        .collect(Collectors.joining())
                + "</tbody>\n</table>\n</div>\n";
    }

    private static String row(List<String> cells, String first, String afterFirst, String open, String close) {
        return "<tr>" + first + text(cells.get(0)) + afterFirst
                + cells.stream().skip(1).map(cell -> open + text(cell) + close).collect(Collectors.joining())
                + "</tr>\n";
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private ModelCardPage() {}
}
