package firedrill.scoring.backtest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    /** A record and the line it begins on. */
    private record CsvRecord(long line, List<String> fields) {}

    @Test
    void fieldsMayBeQuotedAndHoldSeparatorsQuotesAndLineEnds() throws Exception {
        assertThat(read("a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\"\nh,,\"\",i\n"))
                .containsExactly(
                        new CsvRecord(1, List.of("a", "b,c", "d \"e\"", "f\ng")),
                        new CsvRecord(3, List.of("h", "", "", "i")));
    }

    @Test
    void linesEndInAnyOfTheThreeWaysAndTheLastNeedNotEnd() throws Exception {
        assertThat(read("\uFEFFa,b\r\nc,d\re,f\ng,"))
                .containsExactly(
                        new CsvRecord(1, List.of("a", "b")),
                        new CsvRecord(2, List.of("c", "d")),
                        new CsvRecord(3, List.of("e", "f")),
                        new CsvRecord(4, List.of("g", "")));
    }

    @Test
    void aFileWithoutACharacterHasNoRecord() throws Exception {
        assertThat(read("")).isEmpty();
    }

    @Test
    void quotesThatDoNotFitAreRefusedWithTheLineOnWhichTheRecordBegins() {
        assertThatThrownBy(() -> read("a,b\nc,d\"e\n"))
                .hasMessage(
                        "x.csv:2: a quote within a field; put the whole field into quotes and double the inner ones");
        assertThatThrownBy(() -> read("a\n\"b\n\"c\n")).hasMessage("x.csv:2: text after a closing quote");
        assertThatThrownBy(() -> read("a\n\"b\nc\nd")).hasMessage("x.csv:2: a quote that is never closed");
    }

    @Test
    void aQuoteThatSwallowsTheFileIsNoticedBeforeMemoryIsFull() {
        String endless = "\"" + "x,y\n".repeat(300_000);
        assertThatThrownBy(() -> read(endless))
                .hasMessageStartingWith("x.csv:1: a row of more than 1000000 characters");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = {'a', '\n', (byte) 0xFF, '\n'};
        assertThatThrownBy(() -> read(new CsvReader(
                        "x.csv",
                        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder()),
                        ',')))
                .hasMessage("x.csv:1: not UTF-8 text, on this line or some lines further");
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll("tables") List<List<String>> table) throws Exception {
        String text = table.stream()
                .map(row -> row.stream()
                        .map(field -> "\"" + field.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n"));
        assertThat(read(new CsvReader("x.csv", new StringReader(text), ';')))
                .extracting(CsvRecord::fields)
                .isEqualTo(table);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return Arbitraries.strings()
                .withChars("ab\";,\n\r\u00e9")
                .ofMaxLength(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static List<CsvRecord> read(String text) throws Exception {
        return read(new CsvReader("x.csv", new StringReader(text), ','));
    }

    private static List<CsvRecord> read(CsvReader csv) throws Exception {
        List<CsvRecord> rows = new ArrayList<>();
        while (csv.next()) {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < csv.fieldCount(); i++) {
                fields.add(csv.field(i));
            }
            rows.add(new CsvRecord(csv.lineNumber(), fields));
        }
        return rows;
    }
}
