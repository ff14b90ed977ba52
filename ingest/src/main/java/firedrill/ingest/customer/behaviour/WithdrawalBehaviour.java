package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.account.Wallet;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.WithdrawalParameters;
import firedrill.ingest.customer.WithdrawalParameters.WithdrawalContext;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Withdrawal behaviour: mostly part of the balance to a saved address from a known device; also everything, to a new
 * address, tested first, after a sale or a credential reset, each of which a theft shows as well. Under panic customers
 * withdraw everything, mostly to saved addresses, and most deposit again later.
 */
final class WithdrawalBehaviour {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final int CENTS = 100;

    /** Keys of the requests beside the main withdrawal. */
    private enum PartDraw implements DrawIndex {
        SALE,
        TEST,
        REST;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final ExchangeApi exchange;
    private final AddressGenerator addresses;
    private final SessionGenerator sessions;
    private final WithdrawalParameters parameters;
    private final double newDeviceNewSim;
    private final double redepositSigma;
    private final Actor actor;
    private final TradingBehaviour trading;
    private final DoubleSupplier stress;
    private final RandomStream draws;
    private final RandomStream newDevices;
    private final RandomStream parts;
    private final RecurringAmounts recurringAmounts;

    WithdrawalBehaviour(
            CustomerContext context,
            Actor actor,
            RecurringAmounts recurringAmounts,
            TradingBehaviour trading,
            DoubleSupplier stress) {
        this.actor = actor;
        this.recurringAmounts = recurringAmounts;
        this.trading = trading;
        this.stress = stress;
        exchange = context.exchange();
        addresses = context.addresses();
        sessions = context.sessions();
        parameters = context.parameters().withdrawals();
        newDeviceNewSim = context.parameters().logins().newDeviceNewSim();
        redepositSigma = context.parameters().deposits().amountSigma();
        draws = context.random().stream(BehaviourStream.WITHDRAWAL);
        newDevices = context.random().stream(BehaviourStream.NEW_DEVICE);
        parts = context.random().stream(BehaviourStream.WITHDRAWAL_PART);
    }

    void startWithdrawal(User user, long key) {
        boolean isPanic = bernoulli(1 - 1 / stress.getAsDouble(), key, WithdrawalDraw.IS_PANIC);
        WithdrawalContext context = isPanic ? parameters.panic() : parameters.routine();
        boolean isAbroad = sessions.isAbroad(user, exchange.nowMillis());
        boolean isNewDevice = !isAbroad && bernoulli(context.newDevice(), key, WithdrawalDraw.IS_NEW_DEVICE);
        boolean resets = bernoulli(parameters.reset(context, isNewDevice), key, WithdrawalDraw.RESETS);
        boolean hasChanged = isNewDevice || resets;
        boolean isNewAddress =
                !isAbroad && bernoulli(context.newAddress(hasChanged), key, WithdrawalDraw.IS_NEW_ADDRESS);
        long addressId = addressId(user, isNewAddress, key);
        ClientSession session = session(user, isPanic, isNewDevice, key);
        user.deviceIds().add(session.deviceId());
        user.addressIds().add(addressId);
        boolean isFull = bernoulli(context.full(isNewAddress), key, WithdrawalDraw.IS_FULL);
        var plan = new WithdrawalPlan(
                new Intent(user, session, key, actor), context, isPanic, addressId, isNewAddress, isFull);
        if (isPanic || hasChanged || bernoulli(parameters.login(), key, WithdrawalDraw.LOGS_IN)) {
            login(plan, isNewDevice);
        }
        schedule(plan, resets ? scheduleReset(plan) : exchange.nowMillis());
    }

    private long addressId(User user, boolean isNew, long key) {
        return isNew
                ? addresses.newAddress(key, exchange.nowMillis())
                : user.addressIds().sample(uniform(key, WithdrawalDraw.ADDRESS));
    }

    private ClientSession session(User user, boolean isPanic, boolean isNewDevice, long key) {
        long deviceId = isNewDevice
                ? newDevices.randomId(key, SingleDraw.VALUE)
                : user.deviceIds().sample(uniform(key, WithdrawalDraw.DEVICE));
        return isPanic && isNewDevice
                ? sessions.dormantUserSession(user, deviceId, key)
                : sessions.userSession(user, deviceId, key, exchange.nowMillis());
    }

    private void login(WithdrawalPlan plan, boolean isNewDevice) {
        ClientSession session = plan.intent().session();
        if (isNewDevice && bernoulli(newDeviceNewSim, plan.key(), WithdrawalDraw.HAS_NEW_SIM)) {
            exchange.changeCredential(plan.user(), session.deviceId(), Credential.SIM);
        }
        exchange.login(plan.user(), session, sessions.presentedFactor(plan.user(), isNewDevice, plan.key()));
    }

    private void schedule(WithdrawalPlan plan, long startMillis) {
        long withdrawalMillis = schedulePreparation(plan, startMillis);
        exchange.schedule(withdrawalMillis, () -> withdraw(plan));
        if (plan.isPanic()) {
            schedulePanic(plan, withdrawalMillis);
        }
    }

    /** Withdraws the largest holding to a new address from the main device; nothing else is unusual. */
    void withdrawLargestHolding(User user, long key) {
        withdrawToNewAddress(user, user.wallet().largestHolding(exchange.prices()), key);
    }

    /** Withdraws everything of one asset to a new address. */
    void withdrawToNewAddress(User user, Asset asset, long key) {
        long addressId = addresses.newAddress(key, exchange.nowMillis());
        user.addressIds().add(addressId);
        withdrawAll(user, asset, addressId, key);
    }

    /** Withdraws all cash to a saved address. */
    void withdrawCash(User user, long key) {
        withdrawAll(user, Asset.CASH, user.addressIds().sample(uniform(key, WithdrawalDraw.ADDRESS)), key);
    }

    private void withdrawAll(User user, Asset asset, long addressId, long key) {
        ClientSession session = sessions.userSession(user, user.mainDeviceId(), key, exchange.nowMillis());
        exchange.withdraw(new Intent(user, session, key, actor), asset, addressId, Long.MAX_VALUE);
    }

    /** Schedules a credential reset and returns when the withdrawal can continue. */
    private long scheduleReset(WithdrawalPlan plan) {
        long key = plan.key();
        long resetMillis =
                exchange.nowMillis() + between(parameters.loginToResetMinutes(), key, WithdrawalDraw.LOGIN_TO_RESET);
        var credential = bernoulli(parameters.passwordReset(), key, WithdrawalDraw.CREDENTIAL)
                ? Credential.PASSWORD
                : Credential.TWO_FACTOR;
        long deviceId = plan.intent().session().deviceId();
        exchange.schedule(resetMillis, () -> exchange.changeCredential(plan.user(), deviceId, credential));
        boolean waits =
                !plan.isPanic() && bernoulli(parameters.waitAfterReset(), key, WithdrawalDraw.WAITS_AFTER_RESET);
        return resetMillis
                + (waits
                        ? between(parameters.waitAfterResetMinutes(), key, WithdrawalDraw.RESET_TO_WITHDRAWAL)
                        : exponential(
                                parameters.resetToWithdrawalMeanMinutes(), key, WithdrawalDraw.RESET_TO_WITHDRAWAL));
    }

    /** Schedules what precedes the withdrawal and returns the time of the withdrawal. */
    private long schedulePreparation(WithdrawalPlan plan, long startMillis) {
        long key = plan.key();
        WithdrawalContext context = plan.context();
        long next = startMillis
                + (long) (parameters.minPreparationMinutes() * MINUTE_MILLIS)
                + exponential(context.loginToWithdrawalMeanMinutes(), key, WithdrawalDraw.LOGIN_TO_WITHDRAWAL);
        if (plan.isFull() && bernoulli(context.sellFirst(), key, WithdrawalDraw.SELLS)) {
            exchange.schedule(next, () -> sellAll(plan));
            next += between(parameters.saleToWithdrawalMinutes(), key, WithdrawalDraw.SALE_TO_WITHDRAWAL);
        }
        if (plan.isNewAddress() && bernoulli(parameters.testNewAddress(), key, WithdrawalDraw.TESTS)) {
            exchange.schedule(next, () -> withdrawTest(plan));
            next += between(parameters.testToWithdrawalMinutes(), key, WithdrawalDraw.TEST_TO_WITHDRAWAL);
        }
        return next;
    }

    private void schedulePanic(WithdrawalPlan plan, long withdrawalMillis) {
        long key = plan.key();
        if (bernoulli(parameters.panicSecondLogin(), key, WithdrawalDraw.LOGS_IN_AGAIN)) {
            exchange.schedule(withdrawalMillis - 1, () -> login(plan, false));
        }
        if (bernoulli(parameters.panicSecondWithdrawal(), key, WithdrawalDraw.WITHDRAWS_REST)) {
            long delay = between(parameters.panicSecondWithdrawalMinutes(), key, WithdrawalDraw.REST_DELAY);
            exchange.schedule(withdrawalMillis + delay, () -> withdrawPart(plan, PartDraw.REST, Long.MAX_VALUE));
        }
        if (bernoulli(parameters.panicRedeposit(), key, WithdrawalDraw.REDEPOSITS)) {
            long delay = exponential(parameters.panicRedepositMeanMinutes(), key, WithdrawalDraw.REDEPOSIT_DELAY);
            exchange.schedule(withdrawalMillis + delay, () -> redeposit(plan));
        }
    }

    private void sellAll(WithdrawalPlan plan) {
        User user = plan.user();
        Asset coin = user.wallet().largestCoin(exchange.prices());
        trading.sellAll(user, coin, plan.intent().session().deviceId(), parts.bits(plan.key(), PartDraw.SALE));
    }

    /** Redeposits from the withdrawal address, in the preferred coin. */
    private void redeposit(WithdrawalPlan plan) {
        User user = plan.user();
        double ratio = draws.logNormal(
                parameters.panicRedepositToWealthMedian(), redepositSigma, plan.key(), WithdrawalDraw.REDEPOSIT_AMOUNT);
        long amountCents = Math.max(ExchangeApi.MIN_AMOUNT_CENTS, (long) (ratio * user.wealthCents()));
        exchange.deposit(
                user, user.preferredCoin(), amountCents, new DepositSource(PaymentRail.CRYPTO, plan.addressId(), 0));
    }

    private void withdrawTest(WithdrawalPlan plan) {
        UniformRange usd = parameters.testAmountUsd();
        long amountCents = (long)
                draws.uniformBetween(CENTS * usd.min(), CENTS * usd.max(), plan.key(), WithdrawalDraw.TEST_AMOUNT);
        withdrawPart(plan, PartDraw.TEST, amountCents);
    }

    private void withdraw(WithdrawalPlan plan) {
        Wallet wallet = plan.user().wallet();
        Prices prices = exchange.prices();
        exchange.withdraw(
                plan.intent(),
                wallet.largestHolding(prices),
                plan.addressId(),
                amountCents(plan, wallet.availableCents(prices)));
    }

    private long amountCents(WithdrawalPlan plan, long availableCents) {
        if (plan.isFull()) {
            return Long.MAX_VALUE;
        }
        return plan.user().archetype() == Archetype.RECURRING_BUYER
                ? recurringAmounts.amountCents(plan.user())
                : (long) (fraction(plan.key()) * availableCents);
    }

    /** A withdrawal beside the main one, with draws of its own. */
    private void withdrawPart(WithdrawalPlan plan, PartDraw part, long amountCents) {
        long key = parts.bits(plan.key(), part);
        var intent = new Intent(plan.user(), plan.intent().session(), key, actor);
        Asset asset = plan.user().wallet().largestHolding(exchange.prices());
        exchange.withdraw(intent, asset, plan.addressId(), amountCents);
    }

    /** Beta(1, k) distributed: small fractions are the rule. */
    private double fraction(long key) {
        double k = 1 / parameters.fractionMean() - 1;
        return 1 - StrictMath.pow(uniform(key, WithdrawalDraw.FRACTION), 1 / k);
    }

    private double uniform(long key, WithdrawalDraw draw) {
        return draws.uniform(key, draw);
    }

    private boolean bernoulli(double probability, long key, WithdrawalDraw draw) {
        return draws.bernoulli(probability, key, draw);
    }

    private long between(UniformRange minutes, long key, WithdrawalDraw draw) {
        return (long) (draws.uniformBetween(minutes.min(), minutes.max(), key, draw) * MINUTE_MILLIS);
    }

    private long exponential(double meanMinutes, long key, WithdrawalDraw draw) {
        return (long) (draws.exponential(meanMinutes, key, draw) * MINUTE_MILLIS);
    }
}
