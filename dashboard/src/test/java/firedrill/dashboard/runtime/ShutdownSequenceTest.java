package firedrill.dashboard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ShutdownSequenceTest {

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();

    @Test
    void partsAreClosedInReverseOrderWithoutAWord() {
        var sequence = new ShutdownSequence(new CountDownLatch(1), said::add);
        sequence.add("first", () -> closed.add("first"));
        sequence.add("second", () -> {
            closed.add("second");
            throw new IllegalStateException("stuck");
        });
        sequence.close();
        sequence.close();
        assertThat(closed).containsExactly("second", "first");
        assertThat(said).isEmpty();
    }

    @Test
    void aPartThatDoesNotEndIsNamedAndLeftBehind() throws Exception {
        var never = new CountDownLatch(1);
        var sequence = new ShutdownSequence(new CountDownLatch(1), said::add);
        sequence.hurry();
        sequence.add("first", () -> closed.add("first"));
        sequence.add("scoring job", never::await);
        sequence.close();
        assertThat(closed).containsExactly("first");
        assertThat(said).containsExactly("Waiting for the end of the scoring job, at most 5 s ...");
        never.countDown();
    }
}
