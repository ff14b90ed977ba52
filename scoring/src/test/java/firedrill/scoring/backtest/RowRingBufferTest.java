package firedrill.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RowRingBufferTest {

    private record BufferedRow(long timeMillis, boolean fraud, int first, int second) {}

    /** Comes and goes in gusts, so that the ring grows while it is wrapped. */
    @Property(tries = 50)
    void retainedRowsAreUnchanged(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RowRingBuffer rows = new RowRingBuffer(2);
        List<BufferedRow> all = new ArrayList<>();
        for (int gust = 0; gust < 8; gust++) {
            for (int more = random.nextInt(1_500); more > 0; more--) {
                BufferedRow row =
                        new BufferedRow(random.nextLong(), random.nextBoolean(), random.nextInt(), random.nextInt());
                all.add(row);
                rows.add(row.timeMillis(), row.fraud(), new int[] {row.first(), row.second()});
            }
            rows.discardBefore(rows.firstNumber() + random.nextLong(rows.nextNumber() - rows.firstNumber() + 1));
            List<BufferedRow> kept = new ArrayList<>();
            for (long number = rows.firstNumber(); number < rows.nextNumber(); number++) {
                kept.add(new BufferedRow(
                        rows.timeMillis(number),
                        rows.isFraud(number),
                        rows.entityId(number, 0),
                        rows.entityId(number, 1)));
            }
            assertThat(kept).isEqualTo(all.subList((int) rows.firstNumber(), all.size()));
        }
    }
}
