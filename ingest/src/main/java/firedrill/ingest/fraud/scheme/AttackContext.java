package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.account.Wallet;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.reaction.TheftReaction;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.parameters.FraudParameters;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.fraud.ring.MuleAccounts;
import firedrill.ingest.fraud.ring.RingInfrastructure;
import firedrill.ingest.market.Asset;
import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;

/** What schemes act on: exchange API, and customers and victims, mule accounts, ring infrastructure, parameters. */
public record AttackContext(
        CustomerContext customers,
        TheftReaction victims,
        MuleAccounts muleAccounts,
        RingInfrastructure infrastructure,
        FraudParameters parameters) {

    ExchangeApi exchange() {
        return customers.exchange();
    }

    Population population() {
        return customers.population();
    }

    RandomSource randomSource() {
        return customers.random();
    }

    SchemeRandom randomFor(FraudStream purpose) {
        return new SchemeRandom(randomSource().stream(purpose), parameters.tactic());
    }

    /**
     * Victim: the wealthiest of some uniformly drawn customers. Rings differ in how well they aim: the number is
     * log-uniform within the range, which gives the losses a heavy tail and leaves poor victims among them.
     */
    User selectVictim(SchemeRandom random, long key, DrawIndex draw, CountRange candidates) {
        RandomStream stream = random.stream();
        double aim = stream.uniform(stream.bits(key, draw), SingleDraw.VALUE, 0);
        double ratio = (double) candidates.max() / candidates.min();
        return selectVictim(random, key, draw, (int) Math.round(candidates.min() * StrictMath.pow(ratio, aim)));
    }

    /** Victim: the wealthiest of so many uniformly drawn customers. */
    User selectVictim(SchemeRandom random, long key, DrawIndex draw, int candidates) {
        RandomStream stream = random.stream();
        User wealthiest = population().uniformCustomer(random.uniform(key, draw));
        for (int i = 1; i < candidates; i++) {
            User other = population().uniformCustomer(stream.uniform(stream.bits(key, draw), SingleDraw.VALUE, i));
            wealthiest = other.wealthCents() > wealthiest.wealthCents() ? other : wealthiest;
        }
        return wealthiest;
    }

    void schedule(long timeMillis, Runnable task) {
        exchange().schedule(timeMillis, task);
    }

    void login(User account, ClientSession session, long key) {
        exchange().login(account, session, infrastructure.presentedFactor(account, session, key));
    }

    void scheduleLogin(long timeMillis, User account, ClientSession session, long key) {
        schedule(timeMillis, () -> login(account, session, key));
    }

    /** Schedules a deposit of at least the exchange's minimum. */
    void scheduleDeposit(long timeMillis, User account, Asset asset, long cents, DepositSource source) {
        schedule(timeMillis, () -> deposit(account, asset, cents, source));
    }

    /** Deposits at least the exchange's minimum. */
    void deposit(User account, Asset asset, long cents, DepositSource source) {
        exchange().deposit(account, asset, Math.max(ExchangeApi.MIN_AMOUNT_CENTS, cents), source);
    }

    /** Value of the account's unreserved balances, in cents. */
    long balanceCents(User account) {
        return account.wallet().availableCents(exchange().prices());
    }

    /** Value of the unreserved balance of one asset, in cents. */
    long balanceCents(User account, Asset asset) {
        return account.wallet().availableCents(asset, exchange().prices());
    }

    /** Notional of a share of the unreserved balance on the side that an order spends. */
    long orderNotionalCents(User account, Asset coin, Side side, double share) {
        return (long) (share * balanceCents(account, side == Side.SELL ? coin : Asset.CASH));
    }

    /**
     * Sells part of the largest coin holding, sized by the tactic.
     *
     * @param uniform in (0, 1), selects within the tactic's range
     */
    void sellLargestHolding(AttackStep step, double uniform) {
        Asset coin = step.user().wallet().largestCoin(exchange().prices());
        sell(step, coin, tacticFraction(step, balanceCents(step.user(), coin), 1, uniform));
    }

    /** Sells a share of a coin at market. */
    void sell(AttackStep step, Asset coin, double share) {
        exchange()
                .placeOrder(
                        step.intent(),
                        OrderIntent.market(coin, Side.SELL, orderNotionalCents(step.user(), coin, Side.SELL, share)));
    }

    /** Buys a coin at market with a share of the cash. */
    void buy(AttackStep step, Asset coin, double share) {
        exchange().placeOrder(step.intent(), purchase(step, coin, share));
    }

    /** Places an order against the counterparty that {@code uniform}, in (0, 1), selects. */
    void placeMatchedOrder(AttackStep step, OrderIntent order, double uniform) {
        exchange().placeOrder(step.intent(), population().assignCounterparty(step.user(), order, uniform));
    }

    /** Market order for a coin with a share of the cash. */
    OrderIntent purchase(AttackStep step, Asset coin, double share) {
        return OrderIntent.market(coin, Side.BUY, orderNotionalCents(step.user(), coin, Side.BUY, share));
    }

    /** Withdraws the fraction that the tactic asks for, to the tactic's address; see {@link AmountSizing#fraction}. */
    void withdrawByTactic(AttackStep step, double minFraction, double uniform) {
        withdrawByTactic(step, minFraction, uniform, cashOutAddress(step, 0));
    }

    /** Withdraws the fraction that the tactic asks for, to {@code addressId}. */
    void withdrawByTactic(AttackStep step, double minFraction, double uniform, long addressId) {
        withdrawFraction(step, tacticFraction(step, balanceCents(step.user()), minFraction, uniform), addressId);
    }

    /** Fraction of a balance that the tactic of the step asks for. */
    double tacticFraction(AttackStep step, long balanceCents, double minFraction, double uniform) {
        return new AmountSizing(parameters.tactic())
                .fraction(step.attack().tactic().amount(), balanceCents, minFraction, uniform);
    }

    /** The tactic's destination address at the present time. */
    long cashOutAddress(AttackStep step, int attempt) {
        return infrastructure.cashOutAddress(
                step.attack(), step.user(), attempt, exchange().nowMillis());
    }

    /**
     * Withdraws a fraction of the account's value from its largest holding, unless the execution is over; 1 takes all of
     * that holding.
     */
    void withdrawFraction(AttackStep step, double fraction, long addressId) {
        if (step.execution().isOver()) {
            return;
        }
        Wallet wallet = step.user().wallet();
        long amountCents = fraction >= 1 ? Long.MAX_VALUE : (long) (fraction * balanceCents(step.user()));
        exchange().withdraw(step.intent(), wallet.largestHolding(exchange().prices()), addressId, amountCents);
    }
}
