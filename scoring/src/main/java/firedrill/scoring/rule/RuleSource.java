package firedrill.scoring.rule;

import firedrill.ingest.yaml.YamlNode.YamlScalar;
import firedrill.ingest.yaml.YamlPosition;

/**
 * Maps positions in a text of a rule file to positions in the file.
 *
 * <p>YAML's folding of a text over lines changes white space only, so the n-th visible character of the text is the
 * n-th visible character of the file from the text's beginning.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RuleSource(YamlScalar scalar, int[] file) {

    /** Position in the file of the character of the text at {@code offset}, in code points. */
    YamlPosition position(int offset) {
        String text = scalar.value();
        long before =
                text.codePoints().limit(offset).filter(RuleSource::isVisible).count();
        boolean atEnd = text.codePoints().skip(offset).noneMatch(RuleSource::isVisible);
        int at = scalar.textOffset();
        while (at < file.length && (before > 0 || (!atEnd && !isVisible(file[at])))) {
            if (isVisible(file[at])) {
                before--;
            }
            at++;
        }
        return lineAndColumn(at);
    }

    private YamlPosition lineAndColumn(int at) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            boolean isNewLine = file[i] == '\n';
            line += isNewLine ? 1 : 0;
            column = isNewLine ? 1 : column + 1;
        }
        return new YamlPosition(line, column);
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character);
    }
}
