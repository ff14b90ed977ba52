package firedrill.scoring.backtest.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Builds rows from FastCSV's callbacks; unlike FastCSV's own handler it refuses quotes inside unquoted fields. */
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private static final int MAX_FIELDS = 10_000;
    private static final char QUOTE = '"';

    private List<String> fields = new ArrayList<>();
    private long line;

    /** The line on which the latest record begins. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        fields = new ArrayList<>(fields.size());
    }

    @Override
    protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
        if (fieldIdx == MAX_FIELDS) {
            throw new CsvParseException("more than " + MAX_FIELDS + " fields");
        }
        String field = new String(buf, offset, len);
        if (!quoted && field.indexOf(QUOTE) >= 0) {
            throw new CsvParseException(
                    "a quote within a field; put the whole field into quotes and double the inner ones");
        }
        fields.add(field);
    }

    @Override
    protected void handleEmpty() {
        fields.add("");
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line, Collections.unmodifiableList(fields));
    }
}
