package firedrill.scoring.backtest.table;

import java.util.List;

/**
 * One record of a table.
 *
 * @param line the line on which it begins, from 1
 * @param fields at least one, without their quotes
 */
record CsvRow(long line, List<String> fields) {

    /** Whether the record is an empty line. */
    boolean isBlank() {
        return fields.size() == 1 && fields.get(0).isEmpty();
    }
}
