package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.Signal.Refusal;
import org.junit.jupiter.api.Test;

class LabCommandTest {

    @Test
    void aRefusedCommandIsPrintedWithItsTimeItsActorAndTheReason() {
        assertThat(LabCommand.format(
                        new Refusal(1_767_571_200_000L, "roll back", "ana", "there is no earlier champion")))
                .isEqualTo("Refused at 2026-01-05T00:00:00Z of simulated time: roll back, by ana: there is no earlier"
                        + " champion.");
    }
}
