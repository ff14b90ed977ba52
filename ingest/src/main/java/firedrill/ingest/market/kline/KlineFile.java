package firedrill.ingest.market.kline;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.input.InputFile;
import firedrill.ingest.input.PlainNumber;
import firedrill.ingest.market.kline.Klines.Bar;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads price files in the public kline format, one bar a line, twelve columns: open time, open, high, low, close, volume,
 * close time, quote volume, trade count, taker buy volume, taker buy quote volume, and one to ignore.
 *
 * <p>Times are UTC milliseconds, or microseconds as in newer files. A first line may name the columns, in this order.
 * Everything else is refused: a path with gaps or errors is no market data.
 */
final class KlineFile {

    private static final int OPEN_TIME = 0;
    private static final int OPEN = 1;
    private static final int HIGH = 2;
    private static final int LOW = 3;
    private static final int CLOSE = 4;
    private static final int VOLUME = 5;
    private static final int CLOSE_TIME = 6;
    private static final int QUOTE_VOLUME = 7;
    private static final int TRADES = 8;
    private static final int TAKER_VOLUME = 9;
    private static final int TAKER_QUOTE_VOLUME = 10;

    private static final double MIN_PRICE_USD = MarketSnapshot.MIN_PRICE_CENTS / 100.0;
    private static final double MAX_PRICE_USD = MarketSnapshot.MAX_PRICE_CENTS / 100.0;
    private static final long MIN_EPOCH_MICROS = 100_000_000_000_000L;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long DAY_MILLIS = 1_440 * MINUTE_MILLIS;
    private static final long YEAR_2000_MILLIS = 946_684_800_000L;
    private static final long YEAR_2090_MILLIS = 3_786_912_000_000L;
    private static final int MAX_BARS = 2_000_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final List<Bar> bars = new ArrayList<>();
    private int line;
    private long startMillis;
    private long lastMillis;
    private long firstCloseMillis;
    private long barMillis;

    private KlineFile(String name) {
        this.name = name;
    }

    static Klines read(Path file) throws BadKlineFileException {
        try (Reader text = new InputStreamReader(InputFile.open(file), UTF_8.newDecoder())) {
            return read(file.toString(), text);
        } catch (CharacterCodingException e) {
            throw new BadKlineFileException(file.toString(), "is not a text file", e);
        } catch (IOException e) {
            throw new BadKlineFileException(file.toString(), String.valueOf(e.getMessage()), e);
        }
    }

    static Klines read(String name, Reader text) throws BadKlineFileException, IOException {
        KlineFile file = new KlineFile(name);
        try {
            return file.bars(CsvReader.builder()
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(text));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            file.line++;
            throw file.bad("the fields cannot be separated: " + (e.getCause() == null ? e : e.getCause()).getMessage());
        }
    }

    private Klines bars(CsvReader<CsvRecord> records) throws BadKlineFileException {
        int blankLine = 0;
        for (CsvRecord row : records) {
            line = (int) row.getStartingLineNumber();
            if (row.getFieldCount() == 1 && row.getField(0).isBlank()) {
                blankLine = blankLine == 0 ? line : blankLine;
                continue;
            }
            if (blankLine > 0) {
                line = blankLine;
                throw bad("an empty line");
            }
            row(cells(row));
        }
        if (bars.size() < 2) {
            line = Math.max(1, line);
            throw bad(
                    bars.isEmpty()
                            ? "the file is empty; at least two bars are needed"
                            : "one bar only; at least two are needed");
        }
        return new Klines(startMillis, barMillis / 1_000, bars);
    }

    private String[] cells(CsvRecord row) {
        String[] cells = row.getFields().toArray(String[]::new);
        if (line == 1 && cells[0].startsWith(BYTE_ORDER_MARK)) {
            cells[0] = cells[0].substring(BYTE_ORDER_MARK.length());
        }
        return cells;
    }

    private void row(String[] cells) throws BadKlineFileException {
        if (cells.length != KlineHeader.COLUMNS) {
            String expected = cells.length < KlineHeader.COLUMNS ? "a column is missing: " : "too many columns: ";
            throw bad(
                    expected + cells.length + " instead of " + KlineHeader.COLUMNS + " (" + KlineHeader.names() + ")");
        }
        if (line == 1 && KlineHeader.isHeader(cells)) {
            header(cells);
            return;
        }
        openTime(cells);
        closeTime(cells);
        if (bars.size() == MAX_BARS) {
            throw bad("more than " + MAX_BARS + " bars");
        }
        bars.add(bar(cells));
    }

    private void header(String[] cells) throws BadKlineFileException {
        var mismatch = KlineHeader.mismatch(cells);
        if (mismatch.isPresent()) {
            throw bad(mismatch.get());
        }
    }

    private void openTime(String[] cells) throws BadKlineFileException {
        long millis = whole(cells, OPEN_TIME);
        if (millis >= MIN_EPOCH_MICROS) {
            if (millis % 1_000 != 0) {
                throw bad("open time must be whole milliseconds, was " + millis + " microseconds");
            }
            millis /= 1_000;
        }
        if (bars.isEmpty()) {
            start(millis);
        } else if (millis <= lastMillis) {
            throw bad("time goes backwards: " + millis + " after " + lastMillis + " (milliseconds)");
        } else if (bars.size() == 1) {
            interval(millis - lastMillis);
        } else if (millis - lastMillis != barMillis) {
            throw bad("irregular time: " + (millis - lastMillis) / 1_000.0
                    + " s after the bar before, where others take " + barMillis / 1_000.0 + " s");
        }
        lastMillis = millis;
    }

    private void start(long millis) throws BadKlineFileException {
        if (millis < YEAR_2000_MILLIS || millis > YEAR_2090_MILLIS || millis % MINUTE_MILLIS != 0) {
            throw bad("the first open time must be a whole minute between 2000 and 2090, in UTC milliseconds or "
                    + "microseconds, was " + millis);
        }
        startMillis = millis;
    }

    private void interval(long millis) throws BadKlineFileException {
        if (millis % 1_000 != 0 || millis > DAY_MILLIS) {
            throw bad("a bar must last whole seconds, at most a day, was " + millis / 1_000.0 + " s");
        }
        barMillis = millis;
        if (firstCloseMillis >= lastMillis + millis) {
            line--;
            throw closesLate(firstCloseMillis, lastMillis + millis);
        }
    }

    private void closeTime(String[] cells) throws BadKlineFileException {
        long time = whole(cells, CLOSE_TIME);
        long millis = time >= MIN_EPOCH_MICROS ? time / 1_000 : time;
        if (millis <= lastMillis) {
            throw bad("close time must be after open time " + lastMillis + ", was " + millis + " (milliseconds)");
        }
        if (bars.isEmpty()) {
            firstCloseMillis = millis;
        } else if (millis >= lastMillis + barMillis) {
            throw closesLate(millis, lastMillis + barMillis);
        }
    }

    private BadKlineFileException closesLate(long millis, long nextMillis) {
        return bad("close time must be before the next bar opens at " + nextMillis + ", was " + millis
                + " (milliseconds)");
    }

    private Bar bar(String[] cells) throws BadKlineFileException {
        double high = price(cells, HIGH);
        double low = price(cells, LOW);
        if (high < low) {
            throw bad("high " + cells[HIGH].strip() + " is below low " + cells[LOW].strip());
        }
        double open = within(cells, OPEN, low, high);
        double close = within(cells, CLOSE, low, high);
        double volume = amount(cells, VOLUME);
        amount(cells, QUOTE_VOLUME);
        long trades = whole(cells, TRADES);
        if (trades < 0) {
            throw negative(cells, TRADES);
        }
        amount(cells, TAKER_VOLUME);
        amount(cells, TAKER_QUOTE_VOLUME);
        return new Bar(open, high, low, close, volume, trades);
    }

    private double within(String[] cells, int column, double low, double high) throws BadKlineFileException {
        double price = price(cells, column);
        if (price < low || price > high) {
            throw bad(KlineHeader.name(column) + " must lie between low and high, was " + cells[column].strip());
        }
        return price;
    }

    private double price(String[] cells, int column) throws BadKlineFileException {
        double price = number(cells, column);
        if (price <= 0) {
            throw bad(KlineHeader.name(column) + " must be above 0, was " + cells[column].strip());
        }
        if (price < MIN_PRICE_USD || price > MAX_PRICE_USD) {
            throw bad(
                    KlineHeader.name(column) + " must be from 1 to 100,000,000 dollars, was " + cells[column].strip());
        }
        return price;
    }

    private double amount(String[] cells, int column) throws BadKlineFileException {
        double amount = number(cells, column);
        if (amount < 0) {
            throw negative(cells, column);
        }
        return amount;
    }

    private double number(String[] cells, int column) throws BadKlineFileException {
        String text = cells[column].strip();
        return PlainNumber.decimal(text)
                .orElseThrow(() -> bad(KlineHeader.name(column) + " is not a number: '" + text + "'"));
    }

    private long whole(String[] cells, int column) throws BadKlineFileException {
        String text = cells[column].strip();
        return PlainNumber.whole(text)
                .orElseThrow(() -> bad(KlineHeader.name(column) + " must be a whole number, was '" + text + "'"));
    }

    private BadKlineFileException negative(String[] cells, int column) {
        return bad(KlineHeader.name(column) + " must not be negative, was " + cells[column].strip());
    }

    private BadKlineFileException bad(String reason) {
        return new BadKlineFileException(name, line, reason);
    }
}
