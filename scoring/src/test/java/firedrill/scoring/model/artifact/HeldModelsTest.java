package firedrill.scoring.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldModelsTest {

    private final HeldModels held = new HeldModels(1_000);

    @Test
    void theSumOfAllModelsIsBounded() {
        held.hold("a", 600);
        assertThat(held.refusal("b", 400)).isEmpty();
        assertThat(held.refusal("b", 401))
                .contains("all models together would take 1,001 bytes of memory, the limit is 1,000: retire one first");
    }

    @Test
    void aReleasedModelGivesItsMemoryBack() {
        held.hold("a", 600);
        held.release("a");
        assertThat(held.refusal("b", 1_000)).isEmpty();
    }

    @Test
    void aModelThatIsLoadedAgainCountsOnce() {
        held.hold("a", 600);
        assertThat(held.refusal("a", 700)).isEmpty();
    }
}
