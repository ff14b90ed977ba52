package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.TypologyParameters;
import firedrill.ingest.fraud.scheme.ApiKeyTheft.KeyTheftDraw;
import firedrill.ingest.market.Asset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The ring's side of a raid with stolen keys ({@link ApiKeyTheft}): accounts that hold the small coin, offer it far from its
 * price to the victims' programs, and withdraw the proceeds, soon or when the noise is over.
 */
final class BeneficiaryAccounts {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final int WITHDRAWALS_PER_ACCOUNT = 3;

    private final AttackContext context;
    private final SchemeRandom random;

    BeneficiaryAccounts(AttackContext ground, SchemeRandom dice) {
        this.context = ground;
        this.random = dice;
    }

    /** Schedules what the accounts do that gain by a raid whose trades begin then, and says which they are. */
    List<User> schedule(Attack strike, long tradesMillis) {
        long key = strike.key();
        List<User> accounts = IntStream.range(0, TypologyParameters.KEYS_BENEFICIARIES_PER_ATTACK)
                .mapToObj(i -> strike.ring().accountAt(random.uniform(key, KeyTheftDraw.BENEFICIARY), i))
                .toList();
        for (int i = 0; i < accounts.size(); i++) {
            scheduleAccount(strike, accounts.get(i), random.subKey(~key, i), tradesMillis);
        }
        return accounts;
    }

    /** Where the offers of a raid stand, away from the price. */
    double offerOffsetBps(Attack strike) {
        return random.uniformBetween(
                TypologyParameters.KEYS_MIN_OFFSET_BPS,
                TypologyParameters.KEYS_MAX_OFFSET_BPS,
                strike.key(),
                KeyTheftDraw.PRICE_OFFSET);
    }

    /** What one account does: has the coin, offers it, withdraws the proceeds, perhaps prepares for next time. */
    private void scheduleAccount(Attack strike, User beneficiary, long key, long tradesMillis) {
        scheduleRestock(strike, beneficiary, key, strike.startMillis());
        scheduleOffer(strike, beneficiary, key, tradesMillis);
        long cashes = tradesMillis
                + random.dwellMillis(strike, TypologyParameters.KEYS_CASH_OUT_MEAN_MINUTES, key, KeyTheftDraw.CASH_OUT);
        scheduleCashOut(strike, beneficiary, key, cashes);
        if (random.bernoulli(TypologyParameters.KEYS_RESTOCK_SHARE, key, KeyTheftDraw.RESTOCK)) {
            long later =
                    random.uniformMillis(60, 60 * TypologyParameters.KEYS_RESTOCK_MAX_HOURS, key, KeyTheftDraw.RESTOCK);
            scheduleRestock(strike, beneficiary, ~key, cashes + later);
        }
    }

    /** Pays in what the account has too little of. */
    private void scheduleRestock(Attack strike, User beneficiary, long key, long atMillis) {
        long wantedCents = (long) (100
                * random.logNormal(
                        TypologyParameters.KEYS_INVENTORY_MEDIAN_USD,
                        TypologyParameters.KEYS_INVENTORY_SIGMA,
                        key,
                        KeyTheftDraw.INVENTORY));
        context.schedule(atMillis, () -> {
            long missingCents = wantedCents
                    - beneficiary
                            .wallet()
                            .availableCents(Asset.VIA, context.exchange().prices());
            if (missingCents >= ExchangeApi.MIN_AMOUNT_CENTS) {
                context.exchange()
                        .deposit(
                                beneficiary,
                                Asset.VIA,
                                missingCents,
                                context.infrastructure().cryptoSource(strike, false, (int) key));
            }
        });
    }

    /** Rests an offer of the coin far from the price. */
    private void scheduleOffer(Attack strike, User beneficiary, long key, long tradesMillis) {
        ClientSession session = context.infrastructure().session(strike, beneficiary, 0, tradesMillis);
        context.scheduleLogin(tradesMillis - 3 * MINUTE_MILLIS / 2, beneficiary, session, key);
        var ask = new Intent(beneficiary, session, key, new AttackExecution(context, strike, event -> 0));
        OrderIntent offer = OrderIntent.limit(Asset.VIA, Side.SELL, Long.MAX_VALUE, offerOffsetBps(strike));
        context.schedule(tradesMillis - MINUTE_MILLIS, () -> context.exchange().placeOrder(ask, offer));
    }

    private void scheduleCashOut(Attack strike, User beneficiary, long key, long at) {
        double lost = ApiKeyTheft.tradeLossShare(offerOffsetBps(strike));
        var crime = new AttackExecution(
                context,
                strike,
                event -> Math.round(event.amountCents() * lost * TypologyParameters.KEYS_RECOVERABLE_SHARE));
        ClientSession session = context.infrastructure().session(strike, beneficiary, 0, at);
        context.muleAccounts().reserve(beneficiary, at);
        for (int go = 0; go < WITHDRAWALS_PER_ACCOUNT; go++) {
            int number = go;
            var ask = new Intent(beneficiary, session, key + 100 + go, crime);
            long goes = at + go * random.uniformMillis(2, 9, key + go, KeyTheftDraw.CASH_OUT);
            context.schedule(goes, () -> withdrawCash(strike, ask, number));
        }
    }

    /** A half of what is there, another half of the rest, then the rest. */
    private void withdrawCash(Attack strike, Intent ask, int go) {
        if (AttackContext.isOver(ask)) {
            return;
        }
        long cashCents = ask.user()
                .wallet()
                .availableCents(Asset.CASH, context.exchange().prices());
        context.exchange()
                .withdraw(
                        ask,
                        Asset.CASH,
                        address(strike, ask.user(), go),
                        go == WITHDRAWALS_PER_ACCOUNT - 1 ? cashCents : cashCents / 2);
    }

    /** One that the account has used before, or as the ring has it. */
    private long address(Attack strike, User beneficiary, int go) {
        boolean isSaved = random.bernoulli(
                TypologyParameters.KEYS_SAVED_ADDRESS_SHARE, strike.key() ^ beneficiary.id(), KeyTheftDraw.CASH_OUT);
        return isSaved
                ? beneficiary.mainAddressId()
                : context.infrastructure()
                        .cashOutAddress(
                                strike, beneficiary, go, context.exchange().nowMillis());
    }
}
