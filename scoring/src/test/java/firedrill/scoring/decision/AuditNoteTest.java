package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AuditNoteTest {

    @Test
    void keepsWordsOfAnyScriptAndEmoji() {
        for (String text : new String[] {
            "x",
            "drift on Friday, see #12",
            "Überprüfung läuft",
            "می‌خواهم",
            "family 👩‍👩‍👧",
            "ok ✔️",
            "x".repeat(300)
        }) {
            assertThat(new AuditNote("ana", text).reason()).isEqualTo(text);
        }
    }

    @Test
    void aNoteIsOneLineWithoutBlanksAtItsEnds() {
        AuditNote note = new AuditNote(" ana\n", "fine\n    9  retired \u2028 by\tnobody\u0085");

        assertThat(note).isEqualTo(new AuditNote("ana", "fine 9 retired by nobody"));
    }

    @Test
    void anEmptyTextIsRefused() {
        for (String text : new String[] {"", "  \n\t ", "\u3000", "\u200d\ufe0f"}) {
            assertThat(AuditNote.fault(text)).contains("must have 1 to 300 characters, has none");
        }
    }

    @Test
    void aTextOfMoreThan300CharactersIsRefusedAndEmojiCountOnce() {
        assertThat(AuditNote.fault("x".repeat(301))).contains("must have 1 to 300 characters, has 301");
        assertThat(AuditNote.fault("x".repeat(60_000))).contains("must have 1 to 300 characters, has 60000");
        assertThat(AuditNote.fault("😀".repeat(300))).isEmpty();
    }

    @Test
    void charactersThatHideOrReorderATextAreRefused() {
        assertThat(AuditNote.fault("evil\u001b[2J")).contains("must not contain invisible characters, contains U+001B");
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
            assertThat(AuditNote.fault(text)).as(text).isPresent();
        }
    }

    @Test
    void aNoteNamesTheTextAtFault() {
        assertThatThrownBy(() -> new AuditNote("", "why"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("actor must have 1 to 300 characters, has none");
        assertThatThrownBy(() -> new AuditNote("ana", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason must have 1 to 300 characters, has none");
    }
}
