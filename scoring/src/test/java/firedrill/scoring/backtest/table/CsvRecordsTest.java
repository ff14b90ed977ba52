package firedrill.scoring.backtest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

    @Test
    void fieldsMayBeQuotedAndHoldSeparatorsQuotesAndLineEnds() throws Exception {
        assertThat(read("a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\"\nh,,\"\",i\n"))
                .containsExactly(
                        new CsvRow(1, List.of("a", "b,c", "d \"e\"", "f\ng")),
                        new CsvRow(3, List.of("h", "", "", "i")));
    }

    @Test
    void linesEndInAnyOfTheThreeWaysAndTheLastNeedNotEnd() throws Exception {
        assertThat(read("\uFEFFa,b\r\nc,d\re,f\ng,"))
                .containsExactly(
                        new CsvRow(1, List.of("a", "b")),
                        new CsvRow(2, List.of("c", "d")),
                        new CsvRow(3, List.of("e", "f")),
                        new CsvRow(4, List.of("g", "")));
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
        assertThatThrownBy(() -> read("a\n\"b\n\"c\n"))
                .hasMessage("x.csv:2: Unexpected character after closing quote: 'c' (0x63)");
        assertThatThrownBy(() -> read("a\n\"b\nc\nd")).hasMessage("x.csv:2: a quote that is never closed");
    }

    @Test
    void aQuoteThatSwallowsTheFileIsNoticedBeforeMemoryIsFull() {
        String endless = "\"" + "x,y\n".repeat(300_000);
        assertThatThrownBy(() -> read(endless))
                .hasMessageStartingWith("x.csv:1: The maximum buffer size of 1000000 is insufficient");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = {'a', '\n', (byte) 0xFF, '\n'};
        assertThatThrownBy(() -> read(CsvRecords.open("x.csv", new ByteArrayInputStream(bytes), ',')))
                .hasMessage("x.csv:1: not UTF-8 text, on this line or some lines further");
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll("tables") List<List<String>> table) throws Exception {
        String text = table.stream()
                .map(row -> row.stream()
                        .map(field -> "\"" + field.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n"));
        assertThat(read(open(text, ';'))).extracting(CsvRow::fields).isEqualTo(table);
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

    @Test
    void aByteOrderMarkMayPrecedeAQuotedHeader() throws Exception {
        assertThat(read("\uFEFF\"a\",b\n")).containsExactly(new CsvRow(1, List.of("a", "b")));
    }

    private static List<CsvRow> read(String text) throws Exception {
        return read(open(text, ','));
    }

    private static CsvRecords open(String text, char separator) throws IOException {
        return CsvRecords.open("x.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), separator);
    }

    private static List<CsvRow> read(CsvRecords csv) throws Exception {
        List<CsvRow> rows = new ArrayList<>();
        for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
            rows.add(row.get());
        }
        return rows;
    }
}
