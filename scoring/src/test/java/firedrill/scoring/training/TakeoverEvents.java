package firedrill.scoring.training;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.scoring.feature.SampleEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A few hundred users who log in, trade and withdraw; now and then one is taken over and drained, and reports it a day or
 * two later. Some honest users behave much like it.
 */
final class TakeoverEvents {

    static final long START = 1_700_000_000_000L;
    static final long DAY = Duration.ofDays(1).toMillis();

    private static final int USERS = 300;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final SplittableRandom random;
    private final List<ExchangeEvent> events = new ArrayList<>();
    private final List<FraudReport> reports = new ArrayList<>();
    private final int days;
    private long id;

    private TakeoverEvents(long seed, int days) {
        this.random = new SplittableRandom(seed);
        this.days = days;
    }

    /** A builder that observed the events and keeps every order. */
    static TrainingSetBuilder trainingSetBuilder(long seed, int days, long reportDelayMillis) {
        TakeoverEvents world = new TakeoverEvents(seed, days);
        for (long user = 1; user <= USERS; user++) {
            world.live(user, reportDelayMillis);
        }
        world.events.sort(Comparator.comparingLong(ExchangeEvent::timeMillis).thenComparing(ExchangeEvent::id));
        TrainingSetBuilder builder = new TrainingSetBuilder(1);
        world.events.forEach(builder::observeEvent);
        world.reports.stream()
                .sorted(Comparator.comparingLong(Outcome::timeMillis))
                .forEach(builder::observeOutcome);
        return builder;
    }

    private void live(long user, long reportDelayMillis) {
        for (int day = 0; day < days; day++) {
            long time = START + day * DAY + random.nextLong(DAY / 2);
            events.add(SampleEvents.login(++id, user, time, user));
            events.add(SampleEvents.order(++id, user, time + MINUTE, user, side(), cents(500)));
            if (random.nextInt(4) == 0) {
                long address = random.nextInt(10) == 0 ? 10_000 + id : user;
                events.add(SampleEvents.withdrawal(++id, user, time + 5 * MINUTE, user, address, cents(300)));
            }
            if (random.nextInt(60) == 0) {
                takeover(user, time + DAY / 3, reportDelayMillis);
            }
        }
    }

    private void takeover(long user, long time, long reportDelayMillis) {
        long device = 100_000L + random.nextInt(200);
        events.add(SampleEvents.login(++id, user, time, device));
        if (random.nextBoolean()) {
            events.add(SampleEvents.credentialChange(++id, user, time + MINUTE, device));
        }
        events.add(SampleEvents.order(++id, user, time + 2 * MINUTE, device, Side.SELL, cents(2_000)));
        long withdrawal = ++id;
        events.add(SampleEvents.withdrawal(withdrawal, user, time + 4 * MINUTE, device, 50_000 + id, cents(2_000)));
        reports.add(new FraudReport(user, time + reportDelayMillis, withdrawal));
    }

    private Side side() {
        return random.nextBoolean() ? Side.BUY : Side.SELL;
    }

    private long cents(int aboutDollars) {
        return 100 + Math.round(aboutDollars * 100 * -StrictMath.log(1 - random.nextDouble()));
    }
}
