package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.ActivityType;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Account warming: background activity of ring accounts, so that no device, address or counterparty is new on the day of
 * the attack. It ignores market stress.
 */
public final class AccountWarming {

    private static final ActivityType[] ACTIVITIES = ActivityType.values();
    private static final double SECONDS_PER_MINUTE = 60;
    private static final int MINUTE_MILLIS = (int) TimeUnit.MINUTES.toMillis(1);
    private static final double NO_STRESS = 1;

    private enum WarmingDraw implements DrawIndex {
        ACCOUNT,
        MILLISECOND;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final CustomerContext context;
    private final ExchangeApi exchange;
    private final ActivityDispatcher dispatcher;
    private final RandomStream counts;
    private final RandomStream keys;
    private final RandomStream selection;

    /** Warming of accounts behind which {@code actor} stands. */
    public AccountWarming(CustomerContext context, Actor actor) {
        this.context = context;
        exchange = context.exchange();
        dispatcher = new ActivityDispatcher(context, actor, () -> NO_STRESS);
        counts = context.random().stream(BehaviourStream.WARMING_COUNT);
        keys = context.random().stream(BehaviourStream.WARMING_KEY);
        selection = context.random().stream(BehaviourStream.WARMING_SELECTION);
    }

    /**
     * Schedules the activity of the minute that begins at {@code minuteMillis}.
     *
     * @param rate relative to an ordinary customer's
     * @param isIdle whether a selected account is free for background activity
     */
    public void generateArrivals(long minuteMillis, List<User> accounts, double rate, Predicate<User> isIdle) {
        for (ActivityType activity : ACTIVITIES) {
            double expected = rate * SECONDS_PER_MINUTE * context.parameters().ratePerSecond(activity, accounts.size());
            int count = counts.poisson(expected, minuteMillis, SingleDraw.VALUE, activity.ordinal());
            for (int i = 0; i < count; i++) {
                long key = keys.bits(minuteMillis + activity.ordinal(), SingleDraw.VALUE, i);
                User account = accounts.get(selection.uniformInt(accounts.size(), key, WarmingDraw.ACCOUNT));
                if (isIdle.test(account)) {
                    exchange.schedule(
                            minuteMillis + selection.uniformInt(MINUTE_MILLIS, key, WarmingDraw.MILLISECOND),
                            () -> dispatcher.perform(activity, account, key));
                }
            }
        }
    }
}
