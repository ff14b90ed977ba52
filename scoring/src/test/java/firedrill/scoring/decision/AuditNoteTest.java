package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AuditNoteTest {

    @Test
    void aNoteIsOneLineWithoutBlanksAtItsEnds() {
        AuditNote note = new AuditNote(" ana\n", "fine\n    9  retired");

        assertThat(note).isEqualTo(new AuditNote("ana", "fine 9 retired"));
    }

    @Test
    void aNoteHasAtMost300Characters() {
        assertThat(AuditNote.fault("x".repeat(300))).isEmpty();
        assertThat(AuditNote.fault("x".repeat(60_000))).contains("must have 1 to 300 characters, has 60000");
    }

    @Test
    void aNoteNamesTheTextAtFault() {
        assertThatThrownBy(() -> new AuditNote("", "why"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("actor must have 1 to 300 characters, has none");
        assertThatThrownBy(() -> new AuditNote("ana", "evil\u001b[2J"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason must not contain invisible characters, contains U+001B");
    }
}
