package firedrill.dashboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.monitor.OrderFates.OrderFate;
import org.junit.jupiter.api.Test;

class OrderFatesTest {

    private static final long END = 1_000_000;
    private static final long LATER = END + OrderFates.MARGIN_MILLIS + 1;

    private final OrderFates fates = new OrderFates();

    @Test
    void anOpenOrderIsSettledByItsRecord() {
        fates.open("a", END);
        fates.open("b", END);
        assertThat(fates.fate("a")).contains(OrderFate.OPEN);
        fates.recordRead("a", false);
        fates.recordRead("b", true);
        assertThat(fates.fate("a")).contains(OrderFate.ON_TOPIC);
        assertThat(fates.fate("b")).contains(OrderFate.VOID);
        assertThat(fates.openOrder()).isEmpty();
    }

    @Test
    void aRecordThatWasReadBeforeItsSenderGaveUpCounts() {
        fates.recordRead("a", false);
        fates.open("a", END);
        assertThat(fates.fate("a")).contains(OrderFate.ON_TOPIC);
        assertThat(fates.openOrder()).isEmpty();
    }

    @Test
    void anAbsentRecordSettlesNothingWhileTheOrderMayStillBeWritten() {
        fates.open("a", END);
        assertThat(fates.isDue(LATER - 1)).isFalse();
        fates.settle(LATER - 1);
        assertThat(fates.fate("a")).contains(OrderFate.OPEN);
    }

    @Test
    void anAbsentRecordIsFinalOnceTheTopicWasReadToAnEndAfterTheValidity() {
        fates.open("a", END);
        assertThat(fates.isDue(LATER)).isTrue();
        fates.settle(LATER);
        assertThat(fates.fate("a")).contains(OrderFate.NEVER_WRITTEN);
        assertThat(fates.openOrder()).isEmpty();
        assertThat(fates.isDue(LATER)).isFalse();
    }

    @Test
    void nothingIsKnownOfAnOrderOfAnotherStart() {
        assertThat(fates.fate("a")).isEmpty();
    }
}
