package firedrill.ingest.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.market.PriceShock;
import firedrill.ingest.parameters.ParameterValue.DecimalNumber;
import firedrill.ingest.scenario.Incident.PriceFall;
import firedrill.ingest.scenario.Incident.PriceRise;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

    private static final String GOOD = """
            id: small-dip
            title: A dip
            briefing: Nothing much.
            length: 1h30m
            timeline:
              - at: 10m
                for: 90s
                incident: price-fall
                percent: 2.5
            """;

    @Test
    void aFileIsReadIntoAScenario() throws BadScenarioException {
        var fall = new ScheduledIncident(new PriceFall(2.5), Duration.ofMinutes(10), Duration.ofSeconds(90));

        assertThat(read(GOOD))
                .isEqualTo(new Scenario("small-dip", "A dip", "Nothing much.", Duration.ofMinutes(90), List.of(fall)));
    }

    @Test
    void aPriceCanRise() throws BadScenarioException {
        var rise = new ScheduledIncident(new PriceRise(100), Duration.ofMinutes(10), Duration.ofSeconds(90));
        String text = GOOD.replace("price-fall", "price-rise").replace("percent: 2.5", "percent: 100");

        assertThat(read(text).timeline()).containsExactly(rise);
        assertRefused(
                text.replace("100", "101"), "mine.yaml, line 9: percent must be above 0 and at most 100, was 101.0");
        assertRefused(
                text.replace("100", "-3"), "mine.yaml, line 9: percent must be above 0 and at most 100, was -3.0");
    }

    @Test
    void fallsAndRisesBecomeSignedChangesOfThePrice() throws BadScenarioException {
        var text = GOOD + "  - {at: 20m, for: 5m, incident: price-rise, percent: 4}\n";

        assertThat(read(text).priceShocks())
                .containsExactly(
                        new PriceShock(Duration.ofMinutes(10), Duration.ofSeconds(90), -2.5),
                        new PriceShock(Duration.ofMinutes(20), Duration.ofMinutes(5), 4));
    }

    @Test
    void aScenarioSetsParametersOfTheWorld() throws BadScenarioException {
        assertThat(read(GOOD + "parameters:\n  exchange.economics.orderFeeBps: 20\n")
                        .parameters())
                .isEqualTo(Map.of("exchange.economics.orderFeeBps", new DecimalNumber(20)));
        assertRefused(
                GOOD + "parameters:\n  exchange.economics.orderFee: 20\n",
                "mine.yaml, line 11: there is no parameter 'exchange.economics.orderFee'; the nearest is "
                        + "exchange.economics.orderFeeBps");
        assertRefused(
                GOOD + "parameters:\n  exchange.economics.orderFeeBps: -2\n",
                "mine.yaml, line 11: exchange.economics.orderFeeBps must lie in [0, 1000]");
        assertRefused(GOOD + "parameters: 3\n", "mine.yaml, line 10: parameters must be a list of");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "length: 1h30m  | lenght: 1h30m      | mine.yaml, line 4: unknown key 'lenght'",
                "percent: 2.5   | depth: 2.5         | mine.yaml, line 9: unknown key 'depth'",
                "id: small-dip  | #                  | mine.yaml, line 2: id is missing",
                "percent: 2.5   | #                  | mine.yaml, line 6: percent is missing",
                "for: 90s       | for: -90s          | mine.yaml, line 7: for must be positive",
                "for: 90s       | for: 0s            | mine.yaml, line 7: for must be positive",
                "at: 10m        | at: -5m            | mine.yaml, line 6: at must not be negative",
                "at: 10m        | at: ten minutes    | mine.yaml, line 6: at must be a length of time such as",
                "length: 1h30m  | length: -1h        | mine.yaml, line 4: length must be positive",
                "length: 1h30m  | length: 5m         | mine.yaml, line 1: an incident ends after",
                "length: 1h30m  | length: 90         | mine.yaml, line 4: length must be a length of time such as",
                "length: 1h30m  | length: [1, 2]     | mine.yaml, line 4: length must be a text",
                "percent: 2.5   | percent: lots      | mine.yaml, line 9: percent must be a number, was 'lots'",
                "percent: 2.5   | percent: 0         | mine.yaml, line 9: percent must be above 0",
                "percent: 2.5   | percent: NaN       | mine.yaml, line 9: percent must be a number",
                "percent: 2.5   | percent: 12d       | mine.yaml, line 9: percent must be a number",
                "percent: 2.5   | percent: 0x1p3     | mine.yaml, line 9: percent must be a number",
                "percent: 2.5   | percent: 100       | mine.yaml, line 9: percent must be above 0",
                "incident: price-fall | incident: meteor | mine.yaml, line 8: unknown incident 'meteor'; known are price-fall, price-rise",
                "id: small-dip  | id: Small Dip!     | mine.yaml, line 1: id must be lower case words",
                "title: A dip   | title:             | mine.yaml, line 2: title must be a text",
                "title: A dip   | id: again          | mine.yaml, line 2: the key 'id' is given twice",
            })
    void aMistakeIsRefusedWithLineAndReason(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aTextThatIsNoScenarioIsRefused() {
        assertRefused("", "mine.yaml, line 1: the file is empty");
        assertRefused("- 1\n- 2\n", "mine.yaml, line 1: a scenario is a list of 'key: value' lines");
        assertRefused("just words", "mine.yaml, line 1: a scenario is a list of 'key: value' lines");
        assertRefused("id: [1, 2\nlength: 3", "mine.yaml, line 2: not YAML: ");
        assertRefused("\t{{{", "mine.yaml, line 1: not YAML: ");
        assertRefused(
                GOOD.replace("timeline:", "timeline: 5 #").lines().limit(5).reduce("", (a, b) -> a + b + "\n"),
                "mine.yaml, line 5: timeline must be a list of incidents");
        assertRefused(GOOD + "---\n" + GOOD, "mine.yaml, line 11: a second document");
    }

    @Property(tries = 300)
    void anyTextIsAScenarioOrRefused(@ForAll String text) {
        try {
            assertThat(read(text)).isNotNull();
        } catch (BadScenarioException refused) {
            assertThat(refused).hasMessageStartingWith("mine.yaml");
        }
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageStartingWith(message);
    }

    private static Scenario read(String text) throws BadScenarioException {
        return ScenarioFile.read("mine.yaml", new StringReader(text));
    }
}
