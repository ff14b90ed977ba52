package firedrill.scoring.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WaitingRowsTest {

    private record Row(long timeMillis, boolean fraud, int first, int second) {}

    /** Comes and goes in gusts, so that the ring grows while it is wrapped. */
    @Property(tries = 50)
    void whatIsNotForgottenIsAsItWasAdded(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        WaitingRows rows = new WaitingRows(2);
        List<Row> all = new ArrayList<>();
        for (int gust = 0; gust < 8; gust++) {
            for (int more = random.nextInt(1_500); more > 0; more--) {
                Row row = new Row(random.nextLong(), random.nextBoolean(), random.nextInt(), random.nextInt());
                all.add(row);
                rows.add(row.timeMillis(), row.fraud(), new int[] {row.first(), row.second()});
            }
            rows.forgetBefore(rows.begin() + random.nextLong(rows.end() - rows.begin() + 1));
            List<Row> kept = new ArrayList<>();
            for (long number = rows.begin(); number < rows.end(); number++) {
                kept.add(new Row(
                        rows.timeMillis(number), rows.isFraud(number), rows.entity(number, 0), rows.entity(number, 1)));
            }
            assertThat(kept).isEqualTo(all.subList((int) rows.begin(), all.size()));
        }
    }
}
