package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.Ticket;

/** How one user comes in: devices, networks, keys, credentials and hours. Part of {@link UserState}. */
public final class AccessState {

    private static final int HOURS_OF_LAST = 32;
    /** So that the first few logins do not make a habit. */
    private static final int HOURS_AT_FIRST = 8;

    public long credentialChangedMillis = Moments.NEVER;
    public long simChangedMillis = Moments.NEVER;
    public long apiKeyMadeMillis = Moments.NEVER;
    /** What the last login showed, as {@link Feature#LAST_LOGIN_FACTOR} counts it. */
    public int lastFactor;
    /** Mean of the last logins' hours, as points on a circle. */
    public double hourCosine;

    public double hourSine;
    /** How many logins that mean has heard, at most {@value #HOURS_OF_LAST}; it begins with some at no hour at all. */
    public int hoursOf = HOURS_AT_FIRST;

    /** A ring, as {@link TiledWindow} lays it out. */
    public long[] logins = Memories.NONE;
    /** Sets, as {@link RecentIds} lays them out. */
    public long[] devices = Memories.NONE;

    public long[] networks = Memories.NONE;
    public long[] apiKeys = Memories.NONE;
    /** Of keys on networks, each a mixture of both ids. */
    public long[] keysOnNetworks = Memories.NONE;

    double logins1h(long nowMillis) {
        return Windows.HOUR.sum(logins, nowMillis);
    }

    double sinceCredentialChange(long nowMillis) {
        return Moments.minutesSince(credentialChangedMillis, nowMillis, Windows.WEEK_MINUTES);
    }

    double sinceSimChange(long nowMillis) {
        return Moments.minutesSince(simChangedMillis, nowMillis, Windows.WEEK_MINUTES);
    }

    double sinceApiKeyMade(long nowMillis) {
        return Moments.minutesSince(apiKeyMadeMillis, nowMillis, Windows.WEEK_MINUTES);
    }

    double sinceDeviceFirstUsed(ExchangeEvent asked, long nowMillis) {
        return sinceFirst(devices, asked.deviceId(), nowMillis);
    }

    double sinceNetworkFirstUsed(ExchangeEvent asked, long nowMillis) {
        return sinceFirst(networks, Entities.cameFrom(asked), nowMillis);
    }

    double sinceKeyOnNetwork(Order asked, long nowMillis) {
        Ticket ticket = asked.ticket();
        return sinceFirst(keysOnNetworks, ticket.apiKeyId() == 0 ? 0 : keyOnNetwork(ticket), nowMillis);
    }

    double sinceApiKeyUsed(Order asked, long nowMillis) {
        long key = asked.ticket().apiKeyId();
        return key == 0
                ? Reading.UNKNOWN
                : Moments.minutesSince(RecentIds.lastSeen(apiKeys, key), nowMillis, Windows.WEEK_MINUTES);
    }

    private static double sinceFirst(long[] set, long id, long nowMillis) {
        return id == 0 ? Reading.UNKNOWN : Moments.minutesSince(RecentIds.firstSeen(set, id), nowMillis, 0);
    }

    /** One less the inner product with the usual hour; the mean of no hours is the middle of the circle, which is 1. */
    double hourOddness(Decided asked, long nowMillis) {
        long timeMillis = asked.timeMillis();
        double alike = hourCosine * DayCircle.cosine(timeMillis) + hourSine * DayCircle.sine(timeMillis);
        return Math.min(Math.max(1 - alike, 0), 2);
    }

    void remember(ExchangeEvent event) {
        long timeMillis = event.timeMillis();
        if (event.deviceId() != 0) {
            devices = RecentIds.saw(devices, event.deviceId(), timeMillis);
        }
        long network = Entities.cameFrom(event);
        if (network != 0) {
            networks = RecentIds.saw(networks, network, timeMillis);
        }
        if (event instanceof Login login) {
            remember(login);
        } else if (event instanceof CredentialChange change) {
            remember(change);
        } else if (event instanceof Order order && order.ticket().apiKeyId() != 0) {
            apiKeys = RecentIds.saw(apiKeys, order.ticket().apiKeyId(), timeMillis);
            keysOnNetworks = RecentIds.saw(keysOnNetworks, keyOnNetwork(order.ticket()), timeMillis);
        }
    }

    private void remember(Login login) {
        logins = Windows.HOUR.add(logins, login.timeMillis(), 1);
        lastFactor = switch (login.factor()) {
            case PASSWORD -> 0;
            case SMS -> 1;
            case APP -> 2;
            case KEY -> 3;
        };
        hoursOf = Math.min(hoursOf + 1, HOURS_OF_LAST);
        hourCosine += (DayCircle.cosine(login.timeMillis()) - hourCosine) / hoursOf;
        hourSine += (DayCircle.sine(login.timeMillis()) - hourSine) / hoursOf;
    }

    private void remember(CredentialChange change) {
        long timeMillis = change.timeMillis();
        switch (change.credential()) {
            case PASSWORD, TWO_FACTOR, EMAIL, PHONE ->
                credentialChangedMillis = Math.max(credentialChangedMillis, timeMillis);
            case SIM -> simChangedMillis = Math.max(simChangedMillis, timeMillis);
            case API_KEY -> apiKeyMadeMillis = Math.max(apiKeyMadeMillis, timeMillis);
        }
    }

    /** One id for the two; never 0, which marks a free place. */
    private static long keyOnNetwork(Ticket ticket) {
        // The golden ratio of 64 bits: neighbouring keys on neighbouring networks do not meet.
        long mixed = ticket.apiKeyId() * 0x9E3779B97F4A7C15L + ticket.networkId();
        return mixed == 0 ? 1 : mixed;
    }
}
