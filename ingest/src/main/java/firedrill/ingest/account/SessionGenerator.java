package firedrill.ingest.account;

import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;

/** Sessions, API keys and second factors of accounts. */
public final class SessionGenerator {

    private enum FactorDraw implements DrawIndex {
        ENROLLED,
        PROMPT;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private enum ApiKeyDraw implements DrawIndex {
        IN_USE,
        DORMANT;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final SessionParameters parameters;
    private final NetworkGenerator networks;
    private final RandomStream factors;
    private final RandomStream apiKeys;

    public SessionGenerator(SessionParameters parameters, NetworkGenerator networks, RandomSource random) {
        this.parameters = parameters;
        this.networks = networks;
        factors = random.stream(AccountStream.SECOND_FACTOR);
        apiKeys = random.stream(AccountStream.API_KEY);
    }

    public NetworkGenerator networks() {
        return networks;
    }

    /** Interactive session on this device. */
    public ClientSession userSession(User user, long deviceId, long key, long timeMillis) {
        return new ClientSession(deviceId, networks.networkFor(user, key, timeMillis));
    }

    /** Interactive session of a user dormant for long: new device and reassigned network. */
    public ClientSession dormantUserSession(User user, long deviceId, long key) {
        return new ClientSession(deviceId, networks.networkAfterDormancy(user, key));
    }

    /** API session; the device is the one that the key was created on. */
    public ClientSession apiSession(User user, long timeMillis) {
        return new ClientSession(user.mainDeviceId(), networks.serverNetwork(user, timeMillis));
    }

    /** The id of the API key in use; 0 if none. */
    public long apiKeyId(User user) {
        return user.archetype().hasApiKey() ? apiKeys.randomId(user.id(), ApiKeyDraw.IN_USE) : 0;
    }

    /** The id of an API key that was created once and is possibly dormant. */
    public long dormantApiKeyId(User user) {
        return apiKeys.randomId(user.id(), ApiKeyDraw.DORMANT);
    }

    /** The second factor that the user has enrolled. */
    public Factor enrolledFactor(User user) {
        double uniform = factors.uniform(user.id(), FactorDraw.ENROLLED);
        if (uniform < parameters.smsFactorShare()) {
            return Factor.SMS;
        }
        return uniform < parameters.smsFactorShare() + parameters.appFactorShare() ? Factor.APP : Factor.KEY;
    }

    /** The factor that a login shows: the enrolled one on a new device and at some prompts, else the password. */
    public Factor presentedFactor(User user, boolean isNewDevice, long key) {
        boolean isPrompted =
                isNewDevice || factors.bernoulli(parameters.factorPromptOnKnownDevice(), key, FactorDraw.PROMPT);
        return isPrompted ? enrolledFactor(user) : Factor.PASSWORD;
    }

    public boolean isAbroad(User user, long timeMillis) {
        return networks.isAbroad(user, timeMillis);
    }
}
