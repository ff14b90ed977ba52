package firedrill.scoring.decision.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderHeadersTest {

    private static final long END = 1_800_000_000_000L;

    @Test
    void anOrderCountsUpToTheEndOfItsValidity() {
        assertThat(OrderHeaders.isVoid(END, OrderHeaders.validUntil(END))).isFalse();
        assertThat(OrderHeaders.isVoid(END + 1, OrderHeaders.validUntil(END))).isTrue();
    }

    @Test
    void aRecordWithoutTheHeaderHasNoEnd() {
        assertThat(OrderHeaders.isVoid(Long.MAX_VALUE, null)).isFalse();
    }

    @Test
    void anEndThatIsNoNumberIsOver() {
        assertThat(OrderHeaders.isVoid(0, new byte[] {1, 2, 3})).isTrue();
        assertThat(OrderHeaders.isVoid(0, new byte[0])).isTrue();
    }
}
