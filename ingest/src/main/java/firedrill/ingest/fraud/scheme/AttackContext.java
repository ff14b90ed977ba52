package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.account.Wallet;
import firedrill.ingest.customer.Population;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.MuleAccounts;
import firedrill.ingest.fraud.ring.RingInfrastructure;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;

/** What every scheme stands on: the exchange, the people, the tools, and what fraudsters do with an account. */
public record AttackContext(
        ExchangeApi exchange,
        Population population,
        MuleAccounts muleAccounts,
        RingInfrastructure infrastructure,
        RandomSource randomSource) {

    /** The draws of one scheme. */
    SchemeRandom randomFor(String purpose) {
        return new SchemeRandom(randomSource.stream(purpose));
    }

    /** Somebody to rob: the wealthiest of so many who could be had. */
    User selectVictim(SchemeRandom dice, long key, Enum<?> question, int chooseFrom) {
        RandomStream draws = dice.stream();
        User wealthiest = population.uniformCustomer(dice.uniform(key, question));
        for (int i = 1; i < chooseFrom; i++) {
            User other = population.uniformCustomer(draws.uniform(draws.bits(key, question.ordinal()), i));
            wealthiest = other.wealthCents() > wealthiest.wealthCents() ? other : wealthiest;
        }
        return wealthiest;
    }

    /** Does something later. */
    void schedule(long timeMillis, Runnable deed) {
        exchange.schedule(timeMillis, deed);
    }

    void login(User account, ClientSession session, long key) {
        exchange.login(account, session, infrastructure.presentedFactor(account, session, key));
    }

    /** Logs in later. */
    void scheduleLogin(long timeMillis, User account, ClientSession session, long key) {
        schedule(timeMillis, () -> login(account, session, key));
    }

    /** Pays in later, no less than the exchange takes. */
    void scheduleDeposit(long timeMillis, User account, Asset asset, long cents, DepositSource source) {
        schedule(
                timeMillis,
                () -> exchange.deposit(account, asset, Math.max(ExchangeApi.MIN_AMOUNT_CENTS, cents), source));
    }

    /** A part of what is free on the side that an order gives away. */
    long orderNotionalCents(User account, Asset coin, Side side, double share) {
        Asset sold = side == Side.SELL ? coin : Asset.CASH;
        return (long) (share * account.wallet().availableCents(sold, exchange.prices()));
    }

    /**
     * Sells of the coin that is worth most what the tactic means to take; all of it, if that is everything.
     *
     * @param uniform in (0, 1), decides how much
     */
    void sellLargestHolding(Attack strike, Intent ask, double uniform) {
        Asset coin = ask.user().wallet().largestCoin(exchange.prices());
        long worthCents = ask.user().wallet().availableCents(coin, exchange.prices());
        sell(ask, coin, AmountSizing.fraction(strike.tactic().amount(), worthCents, 1, uniform));
    }

    /** Sells a part of a coin. */
    void sell(Intent ask, Asset coin, double share) {
        exchange.placeOrder(
                ask, OrderIntent.market(coin, Side.SELL, orderNotionalCents(ask.user(), coin, Side.SELL, share)));
    }

    /**
     * Asks for as much as the tactic says, to where it says.
     *
     * @param least if everything is meant to be taken, at least this share
     * @param uniform in (0, 1), decides how much
     */
    void withdrawByTactic(Attack strike, Intent ask, double least, double uniform) {
        withdrawByTactic(
                strike,
                ask,
                least,
                uniform,
                infrastructure.cashOutAddress(strike, ask.user(), 0, exchange.nowMillis()));
    }

    /** The same, to this address. */
    void withdrawByTactic(Attack strike, Intent ask, double least, double uniform, long addressId) {
        long worthCents = ask.user().wallet().availableCents(exchange.prices());
        withdrawFraction(ask, AmountSizing.fraction(strike.tactic().amount(), worthCents, least, uniform), addressId);
    }

    /** Asks for a part of what the account is worth, in the asset of which there is most; 1 is all of that asset. */
    void withdrawFraction(Intent ask, double fraction, long addressId) {
        if (isOver(ask)) {
            return;
        }
        Wallet wallet = ask.user().wallet();
        long wantedCents =
                fraction >= 1 ? Long.MAX_VALUE : (long) (fraction * wallet.availableCents(exchange.prices()));
        exchange.withdraw(ask, wallet.largestHolding(exchange.prices()), addressId, wantedCents);
    }

    /** Whether what the ask belongs to was noticed or given up. */
    static boolean isOver(Intent ask) {
        return ask.actor() instanceof AttackExecution crime && crime.isOver();
    }
}
