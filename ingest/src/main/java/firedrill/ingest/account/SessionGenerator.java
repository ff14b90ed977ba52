package firedrill.ingest.account;

import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;

/** From where honest users act, and with which second factor. */
public final class SessionGenerator {

    private final NetworkGenerator networks;
    private final RandomStream factors;
    private final RandomStream keys;

    public SessionGenerator(RandomSource chance) {
        networks = new NetworkGenerator(chance);
        factors = chance.stream("population.factor");
        keys = chance.stream("population.api-key");
    }

    /** The user in person, on this device, from wherever this intention is formed. */
    public ClientSession userSession(User user, long deviceId, long key, long timeMillis) {
        return new ClientSession(deviceId, networks.networkFor(user, key, timeMillis));
    }

    /** The user in person, whom nobody has seen for long: on another phone, from another address. */
    public ClientSession dormantUserSession(User user, long deviceId, long key) {
        return new ClientSession(deviceId, networks.networkAfterDormancy(user, key));
    }

    /** The user's program; it has no device, so the exchange writes the one that its key was made on. */
    public ClientSession apiSession(User user, long timeMillis) {
        return new ClientSession(user.mainDeviceId(), networks.serverNetwork(user, timeMillis));
    }

    /** The key of the user's program at work; 0 if there is none. */
    public long apiKeyId(User user) {
        return user.archetype().hasApiKey() ? keys.randomId(user.id(), 0) : 0;
    }

    /** The key that the user made once, for an experiment perhaps; whether it is still used is another question. */
    public long dormantApiKeyId(User user) {
        return keys.randomId(user.id(), 1);
    }

    /** The second factor that the user has. */
    public Factor enrolledFactor(User user) {
        double uniform = factors.uniform(user.id(), 0);
        if (uniform < CustomerParameters.SMS_FACTOR_SHARE) {
            return Factor.SMS;
        }
        return uniform < CustomerParameters.SMS_FACTOR_SHARE + CustomerParameters.APP_FACTOR_SHARE
                ? Factor.APP
                : Factor.KEY;
    }

    /** What a login shows: a device that is new has to show the second factor, one that is known now and then. */
    public Factor presentedFactor(User user, boolean isNewDevice, long key) {
        boolean isAsked = isNewDevice || factors.bernoulli(CustomerParameters.FACTOR_PROMPT_ON_KNOWN_DEVICE, key, 1);
        return isAsked ? enrolledFactor(user) : Factor.PASSWORD;
    }

    public boolean isAbroad(User user, long timeMillis) {
        return networks.isAbroad(user, timeMillis);
    }
}
