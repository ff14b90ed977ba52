package firedrill.scoring.feature;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.OrderDetails;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.RecentIds;
import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.TimeOfDayEncoding;
import firedrill.scoring.feature.window.Windows;

/**
 * Access pattern of one user: devices, networks, API keys, credential changes, login hours. Part of {@link UserState}.
 */
public final class AccessState {

    private static final int MAX_LOGINS_IN_MEAN = 32;
    /** Pseudo-logins without an hour in the mean, so that the first few logins weigh little. */
    private static final int PRIOR_LOGINS = 8;

    public long credentialChangedMillis = EventTimes.NEVER;
    public long simChangedMillis = EventTimes.NEVER;
    public long apiKeyCreatedMillis = EventTimes.NEVER;
    /** Second factor of the last login, as {@link Feature#LAST_LOGIN_FACTOR} counts it. */
    public int lastFactor;
    /** Mean of the last logins' times of day, as points on the unit circle. */
    public double hourCosine;

    public double hourSine;
    /** Number of logins in that mean, at most {@value #MAX_LOGINS_IN_MEAN}, pseudo-logins included. */
    public int loginsInMean = PRIOR_LOGINS;

    /** A ring, as {@link TiledWindow} lays it out. */
    public long[] logins = StateStore.EMPTY;
    /** Sets, as {@link RecentIds} lays them out. */
    public long[] devices = StateStore.EMPTY;

    public long[] networks = StateStore.EMPTY;
    public long[] apiKeys = StateStore.EMPTY;
    /** Pairs of API key and network, each hashed to one id. */
    public long[] keysOnNetworks = StateStore.EMPTY;

    double logins1h(long nowMillis) {
        return Windows.HOUR.sum(logins, nowMillis);
    }

    double minutesSinceCredentialChange(long nowMillis) {
        return EventTimes.minutesSince(credentialChangedMillis, nowMillis, Windows.AGE_LIMIT_MINUTES);
    }

    double minutesSinceSimChange(long nowMillis) {
        return EventTimes.minutesSince(simChangedMillis, nowMillis, Windows.AGE_LIMIT_MINUTES);
    }

    double minutesSinceApiKeyCreated(long nowMillis) {
        return EventTimes.minutesSince(apiKeyCreatedMillis, nowMillis, Windows.AGE_LIMIT_MINUTES);
    }

    double minutesSinceDeviceFirstUsed(ExchangeEvent event, long nowMillis) {
        return minutesSinceFirst(devices, event.deviceId(), nowMillis);
    }

    double minutesSinceNetworkFirstUsed(ExchangeEvent event, long nowMillis) {
        return minutesSinceFirst(networks, event.networkId(), nowMillis);
    }

    double minutesSinceKeyFirstOnNetwork(Order event, long nowMillis) {
        OrderDetails details = event.details();
        return minutesSinceFirst(keysOnNetworks, details.apiKeyId() == 0 ? 0 : keyNetworkId(details), nowMillis);
    }

    double minutesSinceApiKeyUsed(Order event, long nowMillis) {
        long key = event.details().apiKeyId();
        return key == 0
                ? FeatureExtractor.UNKNOWN
                : EventTimes.minutesSince(RecentIds.lastSeen(apiKeys, key), nowMillis, Windows.AGE_LIMIT_MINUTES);
    }

    private static double minutesSinceFirst(long[] set, long id, long nowMillis) {
        return id == 0 ? FeatureExtractor.UNKNOWN : EventTimes.minutesSince(RecentIds.firstSeen(set, id), nowMillis, 0);
    }

    /** 1 minus the inner product with the mean login hour, in [0, 2]; 1 without logins, whose mean is the centre. */
    double loginHourDistance(DecisionRequest event, long nowMillis) {
        long timeMillis = event.timeMillis();
        double similarity =
                hourCosine * TimeOfDayEncoding.cosine(timeMillis) + hourSine * TimeOfDayEncoding.sine(timeMillis);
        return Math.min(Math.max(1 - similarity, 0), 2);
    }

    void update(ExchangeEvent event) {
        long timeMillis = event.timeMillis();
        if (event.deviceId() != 0) {
            devices = RecentIds.add(devices, event.deviceId(), timeMillis);
        }
        if (event.networkId() != 0) {
            networks = RecentIds.add(networks, event.networkId(), timeMillis);
        }
        event.dispatch(
                this,
                AccessState::addLogin,
                AccessState::addCredentialChange,
                (access, deposit) -> {},
                AccessState::addApiKeyUse,
                (access, withdrawal) -> {});
    }

    private void addApiKeyUse(Order order) {
        OrderDetails details = order.details();
        if (details.apiKeyId() != 0) {
            apiKeys = RecentIds.add(apiKeys, details.apiKeyId(), order.timeMillis());
            keysOnNetworks = RecentIds.add(keysOnNetworks, keyNetworkId(details), order.timeMillis());
        }
    }

    private void addLogin(Login login) {
        logins = Windows.HOUR.add(logins, login.timeMillis(), 1);
        lastFactor = switch (login.factor()) {
            case PASSWORD -> 0;
            case SMS -> 1;
            case APP -> 2;
            case KEY -> 3;
        };
        loginsInMean = Math.min(loginsInMean + 1, MAX_LOGINS_IN_MEAN);
        hourCosine += (TimeOfDayEncoding.cosine(login.timeMillis()) - hourCosine) / loginsInMean;
        hourSine += (TimeOfDayEncoding.sine(login.timeMillis()) - hourSine) / loginsInMean;
    }

    private void addCredentialChange(CredentialChange change) {
        long timeMillis = change.timeMillis();
        switch (change.credential()) {
            case PASSWORD, TWO_FACTOR, EMAIL, PHONE ->
                credentialChangedMillis = Math.max(credentialChangedMillis, timeMillis);
            case SIM -> simChangedMillis = Math.max(simChangedMillis, timeMillis);
            case API_KEY -> apiKeyCreatedMillis = Math.max(apiKeyCreatedMillis, timeMillis);
        }
    }

    /** One id for the pair; never 0, which marks a free slot. */
    private static long keyNetworkId(OrderDetails details) {
        // The golden ratio of 64 bits: neighbouring keys on neighbouring networks do not collide.
        long mixed = details.apiKeyId() * 0x9E3779B97F4A7C15L + details.networkId();
        return mixed == 0 ? 1 : mixed;
    }
}
