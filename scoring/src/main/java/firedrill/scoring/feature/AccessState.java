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
    public long[] logins = {};
    /** Sets, as {@link RecentIds} lays them out. */
    public long[] devices = {};

    public long[] networks = {};
    public long[] apiKeys = {};
    /** Of keys on networks, each a mixture of both ids. */
    public long[] keysOnNetworks = {};

    void fill(ExchangeEvent event, long clockMillis, double[] vector) {
        Feature.LOGINS_1H.put(vector, (double) Windows.HOUR.sum(logins, clockMillis));
        Feature.LAST_LOGIN_FACTOR.put(vector, lastFactor);
        putSince(Feature.MINUTES_SINCE_CREDENTIAL_CHANGE, vector, credentialChangedMillis, clockMillis);
        putSince(Feature.MINUTES_SINCE_SIM_CHANGE, vector, simChangedMillis, clockMillis);
        putSince(Feature.MINUTES_SINCE_API_KEY_MADE, vector, apiKeyMadeMillis, clockMillis);
        if (event.deviceId() != 0) {
            Feature.MINUTES_SINCE_DEVICE_FIRST_USED.put(
                    vector, Moments.minutesSince(RecentIds.firstSeen(devices, event.deviceId()), clockMillis, 0));
        }
        long network = Entities.cameFrom(event);
        if (network != 0) {
            Feature.MINUTES_SINCE_NETWORK_FIRST_USED.put(
                    vector, Moments.minutesSince(RecentIds.firstSeen(networks, network), clockMillis, 0));
        }
        if (event instanceof Decided) {
            Feature.HOUR_ODDNESS.put(vector, hourOddness(event.timeMillis()));
        }
        if (event instanceof Order order && order.ticket().apiKeyId() != 0) {
            fill(order.ticket(), clockMillis, vector);
        }
    }

    private void fill(Ticket byKey, long clockMillis, double[] vector) {
        Feature.MINUTES_SINCE_API_KEY_USED.put(
                vector,
                Moments.minutesSince(RecentIds.lastSeen(apiKeys, byKey.apiKeyId()), clockMillis, Windows.WEEK_MINUTES));
        Feature.MINUTES_SINCE_KEY_ON_NETWORK.put(
                vector, Moments.minutesSince(RecentIds.firstSeen(keysOnNetworks, keyOnNetwork(byKey)), clockMillis, 0));
    }

    /** One less the inner product with the usual hour; the mean of no hours is the middle of the circle, which is 1. */
    private double hourOddness(long timeMillis) {
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

    private static void putSince(Feature feature, double[] vector, long thenMillis, long clockMillis) {
        feature.put(vector, Moments.minutesSince(thenMillis, clockMillis, feature.missing()));
    }

    /** One id for the two; never 0, which marks a free place. */
    private static long keyOnNetwork(Ticket ticket) {
        // The golden ratio of 64 bits: neighbouring keys on neighbouring networks do not meet.
        long mixed = ticket.apiKeyId() * 0x9E3779B97F4A7C15L + ticket.networkId();
        return mixed == 0 ? 1 : mixed;
    }
}
