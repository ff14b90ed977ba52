package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.ActivityType;
import firedrill.ingest.customer.BehaviourParameters;
import firedrill.ingest.customer.MarketStress;
import firedrill.ingest.customer.Population;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;

/** What people do at the exchange: everything that one intention leads to, whoever stands behind the account. */
public final class ActivityDispatcher {

    private final ExchangeApi floor;
    private final SessionGenerator sessions;
    private final RandomStream logins;
    private final RandomStream devices;
    private final TradingBehaviour trading;
    private final WithdrawalBehaviour errands;
    private final DepositBehaviour deposits;
    private final PromotionBehaviour claims;

    /** The life of those for whom {@code asker} takes what the exchange does with them. */
    public ActivityDispatcher(
            Population population,
            AddressGenerator addresses,
            ExchangeApi floor,
            Actor asker,
            MarketStress mood,
            RandomSource chance) {
        this.floor = floor;
        sessions = new SessionGenerator(chance);
        logins = chance.stream("population.login");
        devices = chance.stream("population.device.new");
        trading = new TradingBehaviour(population, floor, sessions, asker, chance);
        errands = new WithdrawalBehaviour(floor, addresses, sessions, asker, trading, mood, chance);
        deposits = new DepositBehaviour(floor, addresses, trading, errands, chance);
        claims = new PromotionBehaviour(floor, trading, errands, chance);
    }

    public void perform(ActivityType intent, User user, long key) {
        switch (intent) {
            case LOGIN -> login(user, key);
            case DEPOSIT -> deposits.deposit(user, key);
            case ORDER -> trading.trade(user, key);
            case WITHDRAWAL -> errands.startWithdrawal(user, key);
            case CLAIM -> claims.considerPromotion(user, key);
        }
    }

    /** Logs in for a promotion that everybody talks about, and takes it. */
    public void claimAirdrop(User user, long key) {
        login(user, key);
        floor.schedule(
                floor.nowMillis() + (long) logins.uniformBetween(20_000, 180_000, key, 5),
                () -> claims.claimReward(user, key));
    }

    private void login(User user, long key) {
        boolean isNewDevice = logins.bernoulli(BehaviourParameters.LOGIN_ON_NEW_DEVICE, key, 0);
        long device = isNewDevice ? devices.randomId(key, 0) : user.deviceIds().sample(logins.uniform(key, 1));
        user.deviceIds().add(device);
        double newSim = isNewDevice ? BehaviourParameters.NEW_DEVICE_NEW_SIM : BehaviourParameters.KNOWN_DEVICE_NEW_SIM;
        if (logins.bernoulli(newSim, key, 4)) {
            floor.changeCredential(user, device, Credential.SIM);
        }
        ClientSession session = sessions.userSession(user, device, key, floor.nowMillis());
        floor.login(user, session, sessions.presentedFactor(user, isNewDevice, key));
        boolean hasKey = user.archetype().hasApiKey();
        if (logins.bernoulli(
                hasKey ? BehaviourParameters.API_KEY_RENEWAL : BehaviourParameters.LOGIN_CREDENTIAL_RESET, key, 2)) {
            long afterMillis = (long) logins.uniformBetween(60_000, 240_000, key, 3);
            var credential = hasKey ? Credential.API_KEY : Credential.TWO_FACTOR;
            floor.schedule(floor.nowMillis() + afterMillis, () -> floor.changeCredential(user, device, credential));
        }
    }
}
