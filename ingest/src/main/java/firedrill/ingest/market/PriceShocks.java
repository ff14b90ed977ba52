package firedrill.ingest.market;

import firedrill.ingest.scenario.Incident.PriceFall;
import firedrill.ingest.scenario.ScheduledIncident;
import java.util.List;

/** The price falls of a timeline, as logarithmic returns per second. */
final class PriceShocks {

    private final long[] begin;
    private final long[] end;
    private final double[] perSecond;

    private PriceShocks(int count) {
        begin = new long[count];
        end = new long[count];
        perSecond = new double[count];
    }

    static PriceShocks of(List<ScheduledIncident> timeline, long startMillis) {
        var falls = new PriceShocks(timeline.size());
        for (int i = 0; i < timeline.size(); i++) {
            ScheduledIncident scheduled = timeline.get(i);
            falls.begin[i] = Math.floorDiv(startMillis + scheduled.start().toMillis(), 1_000);
            falls.end[i] = falls.begin[i] + Math.max(1, scheduled.duration().toSeconds());
            if (scheduled.incident() instanceof PriceFall fall) {
                falls.perSecond[i] = StrictMath.log1p(-fall.percent() / 100) / (falls.end[i] - falls.begin[i]);
            }
        }
        return falls;
    }

    /** What all falls together do in the second that ends at {@code second}; 0 or negative. */
    double logReturn(long second) {
        double sum = 0;
        for (int i = 0; i < perSecond.length; i++) {
            if (second > begin[i] && second <= end[i]) {
                sum += perSecond[i];
            }
        }
        return sum;
    }
}
