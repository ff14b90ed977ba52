package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;

/**
 * What is remembered of one address outside the exchange: who withdrew to it and how much, at most 0.8 kB.
 *
 * <p>A Flink POJO, as {@link UserState} is, with the same rule for late events.
 */
public final class AddressState {

    /** The latest time seen. */
    public long clockMillis = Moments.NEVER;

    public long firstSeenMillis = Moments.NEVER;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] users = {};
    /** A ring, as {@link TiledWindow} lays it out. */
    public long[] receivedCents = {};

    /** Fills the address's features from before {@code event}, then remembers it; only withdrawals have an address. */
    public void observe(ExchangeEvent event, double[] vector) {
        if (!(event instanceof Withdrawal withdrawal)) {
            return;
        }
        long timeMillis = withdrawal.timeMillis();
        clockMillis = Math.max(clockMillis, timeMillis);
        Feature.ADDRESS_AGE_MINUTES.put(vector, Moments.minutesSince(firstSeenMillis, clockMillis, 0));
        Feature.ADDRESS_USERS_7D.put(vector, Sharing.othersInAWeek(users, withdrawal.userId(), clockMillis));
        Feature.ADDRESS_USERS_1H.put(
                vector, Sharing.othersSince(users, withdrawal.userId(), clockMillis, Windows.HOUR.length()));
        Feature.ADDRESS_RECEIVED_USD_24H.put(vector, Money.dollars(Windows.DAY.sum(receivedCents, clockMillis)));
        firstSeenMillis = firstSeenMillis == Moments.NEVER ? timeMillis : Math.min(firstSeenMillis, timeMillis);
        users = RecentIds.saw(users, withdrawal.userId(), timeMillis);
        receivedCents = Windows.DAY.add(receivedCents, timeMillis, Money.summable(withdrawal.amountCents()));
    }
}
