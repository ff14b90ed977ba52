package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.TypologyParameters;
import firedrill.ingest.market.Asset;
import java.util.concurrent.TimeUnit;

/**
 * T9: a new account, or one that was bought, pays in by somebody else's bank account or card, buys coins at once or bit by
 * bit and withdraws them; days later the money is called back. What leaves of it before is at risk.
 */
public final class DepositFraud implements Scheme {

    private static final double MINUTES_PER_DAY = 1_440;

    private enum DepositFraudDraw {
        RAIL,
        AMOUNT,
        PURCHASE,
        COIN,
        PURCHASE_TIME,
        PURCHASE_COUNT,
        PURCHASE_FRACTION,
        DWELL_TIME,
        FRACTION,
        RETURN_DELAY
    }

    private final AttackContext context;
    private final SchemeRandom random;

    public DepositFraud(AttackContext ground) {
        this.context = ground;
        random = ground.randomFor("attack.deposit");
    }

    @Override
    public void schedule(Attack strike) {
        for (User account : context.muleAccounts().accountsFor(strike)) {
            scheduleAccount(strike, account);
        }
    }

    private void scheduleAccount(Attack strike, User account) {
        long key = strike.key();
        long now = strike.startMillis();
        long amountCents = Math.max(5_000, (long) (100
                * random.logNormal(
                        TypologyParameters.DEPOSIT_MEDIAN_USD,
                        TypologyParameters.DEPOSIT_SIGMA,
                        key,
                        DepositFraudDraw.AMOUNT)));
        ClientSession session = context.infrastructure().session(strike, account, 0, now);
        context.scheduleLogin(now, account, session, key);
        long pays = now + random.uniformMillis(1, 15, key, DepositFraudDraw.RAIL);
        context.schedule(pays, () -> deposit(strike, account, amountCents));
        var crime = new AttackExecution(
                context, strike, event -> event instanceof Withdrawal ? Math.min(event.amountCents(), amountCents) : 0);
        var ask = new Intent(account, session, key, crime);
        long bought = random.bernoulli(TypologyParameters.DEPOSIT_PURCHASE_SHARE, key, DepositFraudDraw.PURCHASE)
                ? schedulePurchases(ask, pays)
                : pays;
        long takes = bought
                + random.dwellMillis(
                        strike, TypologyParameters.DEPOSIT_DWELL_MEAN_MINUTES, key, DepositFraudDraw.DWELL_TIME);
        context.muleAccounts().reserve(account, takes);
        context.schedule(
                takes,
                () -> context.withdrawByTactic(
                        strike,
                        ask,
                        TypologyParameters.DEPOSIT_MIN_FRACTION,
                        random.uniform(key, DepositFraudDraw.FRACTION)));
    }

    /** Up to three purchases, sooner or later; says when the last one is. */
    private long schedulePurchases(Intent ask, long paysMillis) {
        long key = ask.key();
        User account = ask.user();
        boolean isKnown = random.bernoulli(TypologyParameters.DEPOSIT_PREFERRED_COIN_SHARE, key, DepositFraudDraw.COIN);
        Asset coin =
                isKnown ? account.preferredCoin() : Asset.COINS.get(random.uniformInt(3, ~key, DepositFraudDraw.COIN));
        int parts =
                1 + random.uniformInt(TypologyParameters.DEPOSIT_MAX_PURCHASES, key, DepositFraudDraw.PURCHASE_COUNT);
        long at = paysMillis;
        for (int i = 0; i < parts; i++) {
            long part = random.subKey(key, i);
            boolean isEager = random.bernoulli(
                    TypologyParameters.DEPOSIT_IMMEDIATE_PURCHASE_SHARE, part, DepositFraudDraw.PURCHASE);
            at += random.exponentialMillis(
                    isEager
                            ? TypologyParameters.DEPOSIT_TO_ORDER_MEAN_MINUTES
                            : TypologyParameters.DEPOSIT_TO_LATER_ORDER_MEAN_MINUTES,
                    part,
                    DepositFraudDraw.PURCHASE_TIME);
            double share = i == parts - 1
                    ? random.uniformBetween(0.8, 1, part, DepositFraudDraw.PURCHASE_FRACTION)
                    : random.uniformBetween(0.2, 0.6, part, DepositFraudDraw.PURCHASE_FRACTION);
            var buyer = new Intent(account, ask.session(), part, ask.actor());
            context.schedule(at, () -> {
                long cents = context.orderNotionalCents(account, coin, Side.BUY, share);
                context.exchange().placeOrder(buyer, OrderIntent.market(coin, Side.BUY, cents));
            });
        }
        return at;
    }

    private void deposit(Attack strike, User account, long amountCents) {
        long key = strike.key();
        boolean isCard = random.bernoulli(TypologyParameters.DEPOSIT_CARD_SHARE, key, DepositFraudDraw.RAIL);
        long days = isCard ? TypologyParameters.CARD_FINALITY_DAYS : TypologyParameters.BANK_FINALITY_DAYS;
        var source = new DepositSource(
                isCard ? PaymentRail.CARD : PaymentRail.BANK,
                context.infrastructure().senderId(strike, false, 0),
                TimeUnit.DAYS.toMillis(days));
        long deposit = context.exchange().deposit(account, Asset.CASH, amountCents, source);
        long returned = context.exchange().nowMillis()
                + random.logNormalMillis(
                        TypologyParameters.DEPOSIT_RETURN_MEDIAN_DAYS * MINUTES_PER_DAY,
                        TypologyParameters.DEPOSIT_RETURN_SIGMA,
                        key,
                        DepositFraudDraw.RETURN_DELAY.ordinal());
        context.schedule(returned, () -> context.exchange().returnDeposit(account, deposit, amountCents));
    }
}
