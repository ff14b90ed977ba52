package firedrill.scoring.backtest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.scoring.backtest.CardTransactionGenerator;
import firedrill.scoring.backtest.table.ColumnMapping.ColumnRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnMappingTest {

    private static final String GOOD = """
            id: TRANSACTION_ID
            time: TX_DATETIME
            user: CUSTOMER_ID
            counterparty: TERMINAL_ID
            amount: TX_AMOUNT
            label: TX_FRAUD
            """;

    @Test
    void eachNeededRoleHasItsColumnAndTheRestHasDefaults() throws Exception {
        assertThat(ColumnMapping.read("m.yaml", GOOD)).isEqualTo(CardTransactionGenerator.MAPPING);
    }

    @Test
    void deviceNetworkTimeFormatAndSeparatorCanBeConfigured() throws Exception {
        ColumnMapping mapping = ColumnMapping.read(
                "m.yaml", GOOD + "device: PHONE\nnetwork: IP\ntimeFormat: epoch-seconds\nseparator: semicolon\n");
        assertThat(mapping.column(ColumnRole.DEVICE)).contains("PHONE");
        assertThat(mapping.column(ColumnRole.NETWORK)).contains("IP");
        assertThat(mapping.timeFormat()).isEqualTo(TimeFormat.EpochFormat.SECONDS);
        assertThat(mapping.separator()).isEqualTo(';');
    }

    @Test
    void aMistakeIsReportedWithItsLine() {
        refused(
                "just a text",
                "m.yaml:1: expected lines of KEY: COLUMN, with the keys id, time, user, counterparty, amount, label,"
                        + " device, network, timeFormat, separator");
        refused(
                GOOD + "colour: RED\n",
                "m.yaml:7: unknown key 'colour', expected id, time, user, counterparty, amount,"
                        + " label, device, network, timeFormat, separator");
        refused("", "m.yaml:1: the file is empty");
        refused(GOOD + "id: OTHER\n", "m.yaml:7: the key 'id' is given twice");
        refused(GOOD.replace("id: TRANSACTION_ID\n", ""), "m.yaml:1: no column is given for 'id'");
        refused(GOOD.replace("TX_AMOUNT", "[A, B]"), "m.yaml:5: 'amount' must be a text");
        refused(GOOD + "separator: x\n", "m.yaml:7: the separator is comma, semicolon or tab, not 'x'");
        refused(
                GOOD + "timeFormat: at noon\n",
                "m.yaml:7: 'at noon' is no date pattern such as dd/MM/yyyy HH:mm, and neither epoch-seconds nor"
                        + " epoch-millis");
        refused(GOOD + "time: [\n", "m.yaml:8: not YAML: expected the node content, but found '<stream end>'");
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("none.yaml");
        assertThatThrownBy(() -> ColumnMapping.read(missing)).hasMessage(missing + ": there is no such file");
    }

    private static void refused(String yaml, String message) {
        assertThatThrownBy(() -> ColumnMapping.read("m.yaml", yaml))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(message);
    }
}
