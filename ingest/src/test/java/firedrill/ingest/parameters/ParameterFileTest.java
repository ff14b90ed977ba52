package firedrill.ingest.parameters;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.yaml.YamlException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{value: 2.0, unit: share, range: [0, 1], assumption: true}     | m.b must lie in [0, 1], was 2.0",
                "{value: 1.0, unit: u, range: [0, 1], plausible: [0, 0.5], assumption: true} | m.b must lie in [0, 0.5]",
                "{value: 1.0, range: [0, 1], assumption: true}                  | m.b has no 'unit'",
                "{value: 1.0, unit: share, assumption: true}                    | m.b has no 'range'",
                "{value: 1.0, unit: share, range: [0, 1]}                       | m.b needs either a source or",
                "{value: 1.0, unit: share, range: [0, 1], source: s, assumption: true} | m.b needs either a source or",
                "{value: 1.0, unit: share, range: [1, 0], assumption: true}     | m.b has a range whose low end",
                "{value: 1.0, unit: share, range: [1], assumption: true}        | m.b needs a range of two numbers",
                "{value: 1.0, unit: share, range: [a, b], assumption: true}     | m.b needs a range of two numbers",
                "{value: 1.0, unit: share, range: [0, 1], sauce: x}             | m.b has an unknown key 'sauce'",
                "3                                                              | m.b must be a map",
            })
    void aBrokenEntryIsRefusedWithFileAndLine(String entry, String message) {
        String yaml = "a: {value: 1.0, unit: share, range: [0, 1], assumption: true}\nb: " + entry + "\n";

        assertThatThrownBy(() -> ParameterFile.read("m", yaml))
                .isInstanceOf(YamlException.class)
                .hasMessageStartingWith("m.yaml, line 2: " + message);
    }
}
