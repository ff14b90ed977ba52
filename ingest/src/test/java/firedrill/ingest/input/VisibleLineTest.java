package firedrill.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleLineTest {

    @Test
    void wordsOfAnyScriptAndEmojiAreVisible() {
        for (String text : new String[] {
            "x",
            "drift on Friday, see #12",
            "Überprüfung läuft",
            "می‌خواهم",
            "family 👩‍👩‍👧",
            "ok ✔️",
            "x".repeat(300)
        }) {
            assertThat(VisibleLine.fault(text, 300)).as(text).isEmpty();
            assertThat(VisibleLine.of(text)).isEqualTo(text);
        }
    }

    @Test
    void lineBreaksBecomeBlanks() {
        assertThat(VisibleLine.of(" fine\n    9  retired \u2028 by\tnobody\u0085"))
                .isEqualTo("fine 9 retired by nobody");
    }

    @Test
    void aTextWithoutAVisibleCharacterIsEmpty() {
        for (String text : new String[] {"", "  \n\t ", "\u3000", "\u200d\ufe0f"}) {
            assertThat(VisibleLine.fault(text, 300)).contains("must have 1 to 300 characters, has none");
        }
    }

    @Test
    void charactersAreCountedAsAReaderCountsThem() {
        assertThat(VisibleLine.fault("x".repeat(301), 300)).contains("must have 1 to 300 characters, has 301");
        assertThat(VisibleLine.fault("😀".repeat(300), 300)).isEmpty();
    }

    @Test
    void whatHidesOrReordersATextIsAFault() {
        assertThat(VisibleLine.fault("evil\u001b[2J", 300))
                .contains("must not contain invisible characters, contains U+001B");
        for (String text : new String[] {
            "\u200b\u202e",
            "a\u202eb",
            "\ud800",
            "a\udc00",
            "a\u0000",
            "a\u0007",
            "a\u009b2J",
            "\u3164",
            "a\ue000",
            "\ufeffa",
            "a\u2066b",
            "a\udb40\udc41"
        }) {
            assertThat(VisibleLine.fault(text, 300)).as(text).isPresent();
        }
    }
}
