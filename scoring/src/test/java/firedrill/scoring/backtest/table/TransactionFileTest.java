package firedrill.scoring.backtest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.scoring.backtest.table.ColumnMapping.ColumnRole;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionFileTest {

    private static final Map<ColumnRole, String> COLUMNS = Map.of(
            ColumnRole.ID,
            "id",
            ColumnRole.TIME,
            "t",
            ColumnRole.USER,
            "u",
            ColumnRole.COUNTERPARTY,
            "c",
            ColumnRole.AMOUNT,
            "a",
            ColumnRole.LABEL,
            "y");
    private static final String HEADER = "id,t,u,c,a,y\n";
    private static final String FIRST = "x,2018-07-25 10:00:00,u1,c1,57.16,0\n";
    private static final long TEN = Instant.parse("2018-07-25T10:00:00Z").toEpochMilli();

    @Test
    void columnsAreFoundByNameWhereverTheyStand() throws Exception {
        assertThat(read("y,extra, a ,c,u,t,id\r\n1,\"a, b\",0.125e2,c9,u9,2018-07-25 10:00:00,\"x,1\"\r\n"))
                .containsExactly(new Transaction(1, "x,1", TEN, 1, 1, 1250, true, 0, 0));
    }

    @Test
    void usersAndCounterpartiesAreNumberedAsTheyAppear() throws Exception {
        assertThat(read(HEADER + FIRST + "y,2018-07-25 10:00:00,u2,c1,0.00,1\nz,2018-07-25 10:00:01,u1,c2,.5,0\n\n"))
                .containsExactly(
                        new Transaction(1, "x", TEN, 1, 1, 5716, false, 0, 0),
                        new Transaction(2, "y", TEN, 2, 1, 1, true, 0, 0),
                        new Transaction(3, "z", TEN + 1000, 1, 2, 50, false, 0, 0));
    }

    @Test
    void devicesAndNetworksMayBeUnknown() throws Exception {
        Map<ColumnRole, String> more = new HashMap<>(COLUMNS);
        more.put(ColumnRole.DEVICE, "d");
        more.put(ColumnRole.NETWORK, "n");
        assertThat(read("id,t,u,c,a,y,d,n\n" + FIRST.strip() + ",phone,\n" + FIRST.strip() + ",,home\n", more))
                .containsExactly(
                        new Transaction(1, "x", TEN, 1, 1, 5716, false, 1, 0),
                        new Transaction(2, "x", TEN, 1, 1, 5716, false, 0, 1));
    }

    @Test
    void aHeaderThatLacksAColumnIsRefused() {
        refused("id,t,u,c,a\n", "x.csv:1: there is no column 'y' for 'label', the columns are id, t, u, c, a");
        refused("id,t,u,c,a,y,a\n", "x.csv:1: there are two columns 'a'");
        refused("", "x.csv:1: the file is empty, or its first line is; it must name the columns");
        refused("\n" + HEADER, "x.csv:1: the file is empty, or its first line is; it must name the columns");
    }

    @Test
    void aRowThatDoesNotFitIsRefusedWithItsLine() {
        afterFirst("x,2018-07-25 10:00:00,u1,c1,57.16", "5 fields instead of 6");
        afterFirst("x,2018-07-25 10:00:00,u1,c1,57.16,0,0", "7 fields instead of 6");
        afterFirst("x,25 July,u1,c1,57.16,0", "'25 July' is not a time like 2018-07-25 14:03:59");
        afterFirst("x,1968-07-25,u1,c1,57.16,0", "the time '1968-07-25' is not between 1970 and 2100");
        afterFirst("x,2018-07-25 10:00:00,u1,c1,\"1,234.5\",0", "'1,234.5' is not an amount like 57.16");
        afterFirst("x,2018-07-25 10:00:00,u1,c1,NaN,0", "'NaN' is not an amount like 57.16");
        afterFirst("x,2018-07-25 10:00:00,u1,c1,5f,0", "'5f' is not an amount like 57.16");
        afterFirst("x,2018-07-25 10:00:00,u1,c1,-3,0", "the amount '-3' is negative; leave refunds out");
        afterFirst("x,2018-07-25 10:00:00,u1,c1,57.16,fraud", "the label must be 0 or 1, not 'fraud'");
        afterFirst("x,2018-07-25 10:00:00,,c1,57.16,0", "the column 'u' is empty");
        afterFirst("\nx,2018-07-25 10:00:00,u1,c1,57.16,0", "an empty line");
        afterFirst(
                "x,2018-07-25 09:59:00,u1,c1,57.16,0",
                "time goes backwards: '2018-07-25 09:59:00' is 60 s before the row above; sort the file by time");
    }

    @Test
    void theLineIsThatOfTheFileEvenIfRowsSpanSeveral() {
        refused(
                HEADER + "\"x\n\n1\",2018-07-25,u1,c1,57.16,0\nx,2018-07-25,u1,c1,57.16,2\n",
                "x.csv:5: the label must be 0 or 1, not '2'");
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("none.csv");
        assertThatThrownBy(() -> TransactionFile.open(missing, mapping(COLUMNS)))
                .hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> TransactionFile.open(folder, mapping(COLUMNS))).hasMessage(folder + ": is not a file");
    }

    private static void afterFirst(String row, String reason) {
        refused(HEADER + FIRST + row + "\n", "x.csv:3: " + reason);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(message);
    }

    private static List<Transaction> read(String text) throws Exception {
        return read(text, COLUMNS);
    }

    private static List<Transaction> read(String text, Map<ColumnRole, String> columns) throws Exception {
        List<Transaction> rows = new ArrayList<>();
        try (TransactionFile file = TransactionFile.open(
                "x.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), mapping(columns))) {
            for (Optional<Transaction> row = file.next(); row.isPresent(); row = file.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static ColumnMapping mapping(Map<ColumnRole, String> columns) {
        return new ColumnMapping(columns, TimeFormat.PatternFormat.ISO, ',');
    }
}
