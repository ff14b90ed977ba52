package firedrill.scoring.evaluation.card;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Renders a model card as Markdown, by the template {@code templates/model-card.md.mustache}. */
public final class ModelCardMarkdown {

    private static final String TEMPLATE = "/templates/model-card.md.mustache";

    /** The whole card, ending with a line end. */
    public static String render(ModelCardDocument card) {
        return template().execute(card);
    }

    /** Table cells are escaped, {@code {{.}}}; all other text is inserted unchanged, {@code {{{.}}}}. */
    private static Template template() {
        try (InputStream in = Objects.requireNonNull(ModelCardMarkdown.class.getResourceAsStream(TEMPLATE), TEMPLATE);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return Mustache.compiler()
                    .withEscaper(cell -> cell.replace("|", "\\|"))
                    .compile(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelCardMarkdown() {}
}
