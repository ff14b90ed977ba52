package firedrill.dashboard.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

    @Test
    void lettersOfAnyScriptAndEmojiPassUnchanged() {
        for (String text : new String[] {"plain", "Überfall um 3 %", "می‌خواهم", "👩‍👩‍👧", "日本", "C:\\new\\table"}) {
            assertThat(TerminalText.escape(text)).isEqualTo(text);
        }
    }

    @Test
    void whatATerminalObeysIsSpelled() {
        assertThat(TerminalText.escape("evil\u001b[2J\u001b]0;pwned\u0007"))
                .isEqualTo("evil\\u001b[2J\\u001b]0;pwned\\u0007");
        assertThat(TerminalText.escape("\u009b31m")).isEqualTo("\\u009b31m");
        assertThat(TerminalText.escape("fine\n    9  retired\rx\ty\u2028z"))
                .isEqualTo("fine\\n    9  retired\\rx\\ty\\u2028z");
    }

    @Test
    void whatHidesOrReordersTextIsSpelled() {
        assertThat(TerminalText.escape("a\u202eb\u200bc\ufeffd\ud800e")).isEqualTo("a\\u202eb\\u200bc\\ufeffd\\ud800e");
        assertThat(TerminalText.escape("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void ofASentenceThatQuotesAFileBeginningAndEndAreLeft() {
        assertThat(TerminalText.sentence("x".repeat(2_000))).hasSize(2_000);
        assertThat(TerminalText.sentence("Refused: \u001b" + "x".repeat(1_000_000) + ", line 3."))
                .startsWith("Refused: \\u001bxxx")
                .contains("xxx [998819 characters left out] xxx")
                .endsWith("xxx, line 3.");
    }

    @Property
    void escapedTextIsOneLineOfVisibleCharacters(@ForAll String text) {
        assertThat(TerminalText.escape(text).codePoints())
                .noneMatch(character -> Character.isISOControl(character) || character == 0x202e);
    }

    @Property
    void escapedJsonIsTheSameValue(@ForAll String text) throws Exception {
        var json = JsonOutput.write(text);
        assertThat(new ObjectMapper().readTree(TerminalText.escape(json)).asText())
                .isEqualTo(text);
    }
}
