package firedrill.ingest.yaml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class YamlReaderTest {

    @Test
    void aTextThatIsTooLongIsRefusedBeforeItIsParsed() {
        assertRefused(
                "k: \"" + "x ".repeat(500_000) + "\"", "m.yaml, line 1: the file has more than 1,000,000 characters");
    }

    @Test
    void anAliasIsRefusedWhereverItStands() {
        for (String yaml : new String[] {"k: *nope", "- *nope", "*nope : 1", "k: {a: *nope}", "k: 1\n---\n*nope"}) {
            assertRefused(yaml, "found undefined alias nope");
        }
        assertRefused("a: &x 1\nb: *x", "anchors and aliases are not supported");
    }

    private static void assertRefused(String yaml, String reason) {
        assertThatThrownBy(() -> YamlReader.read("m.yaml", yaml))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining(reason);
    }
}
