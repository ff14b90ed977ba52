package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;

/**
 * What is remembered of one user: at most 4 rings and 2 small sets, some 2.6 kB, mostly much less.
 *
 * <p>A Flink POJO, which is why its fields are public; nothing but {@link #observe} writes them. Time only moves forward:
 * an event that comes late is read at the latest time seen, and folded in at its own.
 */
public final class UserState {

    private static final int USUAL_OF_LAST = 16;

    /** The latest time seen. */
    public long clockMillis = Moments.NEVER;

    public long credentialChangedMillis = Moments.NEVER;
    public long depositedMillis = Moments.NEVER;
    /** Running mean of the amounts of orders and withdrawals, in dollars. */
    public double usualUsd;
    /** How many amounts that mean has heard, at most {@value #USUAL_OF_LAST}. */
    public int usualOf;

    /** Rings, as {@link TiledWindow} lays them out. */
    public long[] logins = {};

    public long[] withdrawals = {};
    public long[] withdrawnCents = {};
    public long[] soldCents = {};
    /** Sets, as {@link RecentIds} lays them out. */
    public long[] devices = {};

    public long[] addresses = {};

    /** Fills the user's features from before {@code event}, then remembers it. */
    public void observe(ExchangeEvent event, double[] vector) {
        clockMillis = Math.max(clockMillis, event.timeMillis());
        fill(event, vector);
        if (event.deviceId() != 0) {
            devices = RecentIds.saw(devices, event.deviceId(), event.timeMillis());
        }
        event.match(this::after, this::after, this::after, this::after, this::after);
    }

    private void fill(ExchangeEvent event, double[] vector) {
        Feature.WITHDRAWALS_1H.put(vector, (double) Windows.HOUR.sum(withdrawals, clockMillis));
        Feature.WITHDRAWN_USD_24H.put(vector, Money.dollars(Windows.DAY.sum(withdrawnCents, clockMillis)));
        Feature.SOLD_USD_1H.put(vector, Money.dollars(Windows.HOUR.sum(soldCents, clockMillis)));
        Feature.LOGINS_1H.put(vector, (double) Windows.HOUR.sum(logins, clockMillis));
        putMinutes(Feature.MINUTES_SINCE_CREDENTIAL_CHANGE, vector, credentialChangedMillis);
        putMinutes(Feature.MINUTES_SINCE_DEPOSIT, vector, depositedMillis);
        if (event.deviceId() != 0) {
            putAge(Feature.MINUTES_SINCE_DEVICE_FIRST_USED, vector, RecentIds.firstSeen(devices, event.deviceId()));
        }
        if (event instanceof Withdrawal withdrawal) {
            putAge(
                    Feature.MINUTES_SINCE_ADDRESS_FIRST_USED,
                    vector,
                    RecentIds.firstSeen(addresses, withdrawal.addressId()));
        }
        if (event instanceof Decided decided && usualOf > 0) {
            Feature.AMOUNT_TO_USUAL.put(vector, Money.dollars(decided.amountCents()) / usualUsd);
        }
    }

    private void putMinutes(Feature feature, double[] vector, long thenMillis) {
        feature.put(vector, Moments.minutesSince(thenMillis, clockMillis, feature.missing()));
    }

    private void putAge(Feature feature, double[] vector, long firstMillis) {
        feature.put(vector, Moments.minutesSince(firstMillis, clockMillis, 0));
    }

    private UserState after(Login login) {
        logins = Windows.HOUR.add(logins, login.timeMillis(), 1);
        return this;
    }

    private UserState after(CredentialChange change) {
        credentialChangedMillis = Math.max(credentialChangedMillis, change.timeMillis());
        return this;
    }

    private UserState after(Deposit deposit) {
        depositedMillis = Math.max(depositedMillis, deposit.timeMillis());
        return this;
    }

    private UserState after(Order order) {
        if (order.side() == Order.Side.SELL) {
            soldCents = Windows.HOUR.add(soldCents, order.timeMillis(), Money.summable(order.notionalCents()));
        }
        return moved(order);
    }

    private UserState after(Withdrawal withdrawal) {
        long timeMillis = withdrawal.timeMillis();
        withdrawals = Windows.HOUR.add(withdrawals, timeMillis, 1);
        withdrawnCents = Windows.DAY.add(withdrawnCents, timeMillis, Money.summable(withdrawal.amountCents()));
        addresses = RecentIds.saw(addresses, withdrawal.addressId(), timeMillis);
        return moved(withdrawal);
    }

    private UserState moved(Decided decided) {
        usualOf = Math.min(usualOf + 1, USUAL_OF_LAST);
        usualUsd += (Money.dollars(decided.amountCents()) - usualUsd) / usualOf;
        return this;
    }
}
