package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.ActivityType;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.LoginParameters;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Dispatches one activity of an account to its behaviour model. */
public final class ActivityDispatcher {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final long SECOND_MILLIS = TimeUnit.SECONDS.toMillis(1);

    private enum LoginDraw implements DrawIndex {
        IS_NEW_DEVICE,
        DEVICE,
        CHANGES_CREDENTIAL,
        CREDENTIAL_DELAY,
        HAS_NEW_SIM,
        CLAIM_DELAY;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final CustomerContext context;
    private final LoginParameters parameters;
    private final ExchangeApi exchange;
    private final RandomStream draws;
    private final RandomStream newDevices;
    private final TradingBehaviour trading;
    private final WithdrawalBehaviour withdrawals;
    private final DepositBehaviour deposits;
    private final PromotionBehaviour promotions;

    /**
     * Behaviour of accounts behind which {@code actor} stands.
     *
     * @param withdrawalStress current multiplier of the withdrawal rate, at least 1; the excess withdraws under panic
     */
    public ActivityDispatcher(CustomerContext context, Actor actor, DoubleSupplier withdrawalStress) {
        this.context = context;
        parameters = context.parameters().logins();
        exchange = context.exchange();
        draws = context.random().stream(BehaviourStream.LOGIN);
        newDevices = context.random().stream(BehaviourStream.NEW_DEVICE);
        var recurringAmounts = new RecurringAmounts(context.parameters().recurringAmounts(), context.random());
        trading = new TradingBehaviour(context, actor, recurringAmounts);
        withdrawals = new WithdrawalBehaviour(context, actor, recurringAmounts, trading, withdrawalStress);
        deposits = new DepositBehaviour(context, recurringAmounts, trading, withdrawals);
        promotions = new PromotionBehaviour(context, trading, withdrawals);
    }

    /** Starts the activity now; {@code key} identifies it in all draws. */
    public void perform(ActivityType activity, User user, long key) {
        switch (activity) {
            case LOGIN -> login(user, key);
            case DEPOSIT -> deposits.deposit(user, key);
            case ORDER -> trading.trade(user, key);
            case WITHDRAWAL -> withdrawals.startWithdrawal(user, key);
            case CLAIM -> promotions.considerPromotion(user, key);
        }
    }

    /** Logs in and claims the reward of an airdrop. */
    public void claimAirdrop(User user, long key) {
        login(user, key);
        UniformRange seconds = context.parameters().airdrops().loginToClaimSeconds();
        exchange.schedule(
                exchange.nowMillis() + delayMillis(seconds, SECOND_MILLIS, key, LoginDraw.CLAIM_DELAY),
                () -> promotions.claimReward(user, key));
    }

    private void login(User user, long key) {
        boolean isNewDevice = draws.bernoulli(parameters.newDevice(), key, LoginDraw.IS_NEW_DEVICE);
        long deviceId = isNewDevice
                ? newDevices.randomId(key, SingleDraw.VALUE)
                : user.deviceIds().sample(draws.uniform(key, LoginDraw.DEVICE));
        user.deviceIds().add(deviceId);
        double newSim = isNewDevice ? parameters.newDeviceNewSim() : parameters.knownDeviceNewSim();
        if (draws.bernoulli(newSim, key, LoginDraw.HAS_NEW_SIM)) {
            exchange.changeCredential(user, deviceId, Credential.SIM);
        }
        ClientSession session = context.sessions().userSession(user, deviceId, key, exchange.nowMillis());
        exchange.login(user, session, context.sessions().presentedFactor(user, isNewDevice, key));
        changeCredential(user, deviceId, key);
    }

    /** An account with an API key may renew the key, any other may reset its second factor. */
    private void changeCredential(User user, long deviceId, long key) {
        boolean hasApiKey = user.archetype().hasApiKey();
        double probability = hasApiKey ? parameters.apiKeyRenewal() : parameters.credentialReset();
        if (draws.bernoulli(probability, key, LoginDraw.CHANGES_CREDENTIAL)) {
            var credential = hasApiKey ? Credential.API_KEY : Credential.TWO_FACTOR;
            exchange.schedule(
                    exchange.nowMillis()
                            + delayMillis(
                                    parameters.credentialChangeMinutes(),
                                    MINUTE_MILLIS,
                                    key,
                                    LoginDraw.CREDENTIAL_DELAY),
                    () -> exchange.changeCredential(user, deviceId, credential));
        }
    }

    private long delayMillis(UniformRange range, long unitMillis, long key, LoginDraw draw) {
        return (long) draws.uniformBetween(unitMillis * range.min(), unitMillis * range.max(), key, draw);
    }
}
