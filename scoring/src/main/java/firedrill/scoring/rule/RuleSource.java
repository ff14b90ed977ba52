package firedrill.scoring.rule;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A text of a rule file and where its characters stand.
 *
 * <p>YAML's ways to spread a text over lines change white space only, so the n-th visible character of the text is the
 * n-th visible character in the file.
 */
final class RuleSource {

    private final String text;
    private final int[] file;
    private final int start;

    private RuleSource(String text, int[] file, int start) {
        this.text = text;
        this.file = file;
        this.start = start;
    }

    /** A place in the file, both from 1. */
    record SourcePosition(int line, int column) {
        static SourcePosition of(Mark mark) {
            return new SourcePosition(mark.getLine() + 1, mark.getColumn() + 1);
        }
    }

    /** The text of {@code node}, which was read from {@code file}, in code points. */
    static RuleSource of(ScalarNode node, int[] file) {
        int start = node.getStartMark().getIndex();
        ScalarStyle style = node.getScalarStyle();
        if (style == ScalarStyle.FOLDED || style == ScalarStyle.LITERAL) {
            while (start < file.length && file[start] != '\n') {
                start++;
            }
        } else if (style != ScalarStyle.PLAIN) {
            start++;
        }
        return new RuleSource(node.getValue(), file, start);
    }

    String text() {
        return text;
    }

    /** Where the character of {@link #text} at {@code offset}, in code points, stands in the file. */
    SourcePosition position(int offset) {
        long before =
                text.codePoints().limit(offset).filter(RuleSource::isVisible).count();
        boolean atEnd = text.codePoints().skip(offset).noneMatch(RuleSource::isVisible);
        int at = start;
        while (at < file.length && (before > 0 || (!atEnd && !isVisible(file[at])))) {
            if (isVisible(file[at])) {
                before--;
            }
            at++;
        }
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            boolean newLine = file[i] == '\n';
            line += newLine ? 1 : 0;
            column = newLine ? 1 : column + 1;
        }
        return new SourcePosition(line, column);
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character);
    }
}
