package firedrill.dashboard.lab;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.feature.Feature;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts of a run per interval. */
final class Timeline implements RunObserver {

    private static final int MAX_INTERVALS = 12;

    private final long startMillis;
    private final long endMillis;
    private final long intervalMillis;
    private final IntervalCounts[] counts;

    /** A timeline from {@code startMillis} on, of at most twelve intervals of whole minutes. */
    Timeline(long startMillis, Duration length) {
        this.startMillis = startMillis;
        endMillis = startMillis + length.toMillis();
        long minutes = Math.max(1, length.plusSeconds(59).toMinutes());
        long intervalMinutes = (minutes + MAX_INTERVALS - 1) / MAX_INTERVALS;
        intervalMillis = Duration.ofMinutes(intervalMinutes).toMillis();
        counts = Stream.generate(IntervalCounts::new)
                .limit((minutes + intervalMinutes - 1) / intervalMinutes)
                .toArray(IntervalCounts[]::new);
    }

    @Override
    public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
        if (event.timeMillis() < startMillis || event.timeMillis() > endMillis) {
            return;
        }
        int number = (int) ((event.timeMillis() - startMillis) / intervalMillis);
        counts[Math.min(number, counts.length - 1)].add(event, decision);
    }

    /** The intervals in order of time. */
    List<Interval> intervals() {
        return IntStream.range(0, counts.length)
                .mapToObj(number -> counts[number].toInterval(number * intervalMillis / 1_000))
                .toList();
    }

    private static final class IntervalCounts {

        private long orders;
        private long deposits;
        private long withdrawals;
        private long toKnownAddresses;
        private final long[] byAction = new long[Action.values().length];

        void add(ExchangeEvent event, @Nullable Decision decision) {
            Runnable count = event.match(
                    login -> () -> {},
                    credentialChange -> () -> {},
                    deposit -> () -> deposits++,
                    order -> () -> orders++,
                    withdrawal -> () -> addWithdrawal(decision));
            count.run();
        }

        private void addWithdrawal(@Nullable Decision decision) {
            if (decision != null) {
                withdrawals++;
                toKnownAddresses += isToKnownAddress(decision) ? 1 : 0;
                byAction[decision.action().ordinal()]++;
            }
        }

        private static boolean isToKnownAddress(Decision decision) {
            return decision.features().at(Feature.MINUTES_SINCE_ADDRESS_FIRST_USED.ordinal()) > 0;
        }

        Interval toInterval(long seconds) {
            return new Interval(
                    seconds,
                    orders,
                    deposits,
                    withdrawals,
                    share(toKnownAddresses),
                    share(Arrays.stream(byAction).sum() - byAction[Action.ALLOW.ordinal()]),
                    share(byAction[Action.BLOCK.ordinal()]));
        }

        private @Nullable Double share(long part) {
            return withdrawals == 0 ? null : (double) part / withdrawals;
        }
    }
}
