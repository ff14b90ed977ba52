package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.parameters.ApiKeyTheftParameters.Beneficiary;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.market.Asset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ring side of API key theft ({@link ApiKeyTheft}): accounts that hold the thin coin, offer it far above the mid price to
 * the victims' orders, and withdraw the proceeds.
 */
final class BeneficiaryAccounts {

    /** Key offset of withdrawals; the offer has the account's own key. */
    private static final int WITHDRAWAL_KEY_OFFSET = 100;

    private final AttackContext context;
    private final Beneficiary parameters;
    private final double recoverableShare;
    private final SchemeRandom random;

    BeneficiaryAccounts(AttackContext context, SchemeRandom random) {
        this.context = context;
        this.random = random;
        parameters = context.parameters().apiKeyTheft().beneficiary();
        recoverableShare = context.parameters().apiKeyTheft().recoverableShare();
    }

    /** Schedules the accounts' part of an attack whose trades begin at {@code tradesMillis}; returns the accounts. */
    List<User> schedule(Attack attack, long tradesMillis) {
        long key = attack.key();
        List<User> accounts = IntStream.range(0, parameters.accountsPerAttack())
                .mapToObj(i -> attack.ring().accountAt(random.uniform(key, KeyTheftDraw.BENEFICIARY), i))
                .toList();
        for (int i = 0; i < accounts.size(); i++) {
            scheduleAccount(attack, accounts.get(i), random.subKey(~key, i), tradesMillis);
        }
        return accounts;
    }

    /** Offset of an attack's offers from the mid price. */
    double offerOffsetBps(Attack attack) {
        return random.uniformBetween(parameters.offerOffsetBps(), attack.key(), KeyTheftDraw.PRICE_OFFSET);
    }

    /** Schedules restock, offer and cash-out of one account, and sometimes the restock for a later attack. */
    private void scheduleAccount(Attack attack, User account, long key, long tradesMillis) {
        scheduleRestock(attack, account, key, attack.startMillis());
        scheduleOffer(attack, account, key, tradesMillis);
        long cashOutMillis =
                tradesMillis + random.dwellMillis(attack, parameters.cashOutMeanMinutes(), key, KeyTheftDraw.CASH_OUT);
        scheduleCashOut(attack, account, key, cashOutMillis);
        if (random.bernoulli(parameters.restockShare(), key, KeyTheftDraw.RESTOCK)) {
            long delayMillis =
                    random.uniformHoursMillis(parameters.restockDelayHours(), key, KeyTheftDraw.RESTOCK_DELAY);
            scheduleRestock(attack, account, ~key, cashOutMillis + delayMillis);
        }
    }

    /** Deposits what the account lacks of its target inventory. */
    private void scheduleRestock(Attack attack, User account, long key, long timeMillis) {
        long targetCents = random.logNormalCents(parameters.inventoryUsd(), key, KeyTheftDraw.INVENTORY);
        context.schedule(timeMillis, () -> {
            long missingCents = targetCents - context.balanceCents(account, Asset.VIA);
            if (missingCents >= ExchangeApi.MIN_AMOUNT_CENTS) {
                var source = context.infrastructure().cryptoSource(attack, false, (int) key);
                context.exchange().deposit(account, Asset.VIA, missingCents, source);
            }
        });
    }

    /** Schedules a resting offer of the whole inventory. */
    private void scheduleOffer(Attack attack, User account, long key, long tradesMillis) {
        ClientSession session = context.infrastructure().session(attack, account, 0, tradesMillis);
        context.scheduleLogin(
                tradesMillis - SchemeRandom.minutesToMillis(parameters.loginLeadMinutes()), account, session, key);
        var execution = new AttackExecution(context, attack, AmountAtRisk.NONE);
        AttackStep step = execution.step(account, session, key);
        OrderIntent offer = OrderIntent.limit(Asset.VIA, Side.SELL, Long.MAX_VALUE, offerOffsetBps(attack));
        context.schedule(
                tradesMillis - SchemeRandom.minutesToMillis(parameters.offerLeadMinutes()),
                () -> context.exchange().placeOrder(step.intent(), offer));
    }

    private void scheduleCashOut(Attack attack, User account, long key, long firstMillis) {
        double lossShare = ApiKeyTheft.tradeLossShare(offerOffsetBps(attack));
        AmountAtRisk recoverable = event -> Math.round(event.amountCents() * lossShare * recoverableShare);
        var execution = new AttackExecution(context, attack, recoverable);
        ClientSession session = context.infrastructure().session(attack, account, 0, firstMillis);
        for (int i = 0; i < parameters.withdrawals(); i++) {
            int number = i;
            AttackStep step = execution.step(account, session, key + WITHDRAWAL_KEY_OFFSET + i);
            long timeMillis = firstMillis
                    + i
                            * random.uniformMinutesMillis(
                                    parameters.withdrawalGapMinutes(), key + i, KeyTheftDraw.CASH_OUT);
            context.muleAccounts().reserve(account, timeMillis);
            context.schedule(timeMillis, () -> withdrawCash(step, number));
        }
    }

    private void withdrawCash(AttackStep step, int number) {
        if (step.execution().isOver()) {
            return;
        }
        boolean isLast = number == parameters.withdrawals() - 1;
        long cashCents = context.balanceCents(step.user(), Asset.CASH);
        context.exchange()
                .withdraw(
                        step.intent(),
                        Asset.CASH,
                        address(step, number),
                        isLast ? cashCents : (long) (parameters.withdrawalFraction() * cashCents));
    }

    /** A saved address of the account, or the tactic's. */
    private long address(AttackStep step, int number) {
        User account = step.user();
        boolean isSaved = random.bernoulli(
                parameters.savedAddressShare(), step.attack().key() ^ account.id(), KeyTheftDraw.CASH_OUT);
        return isSaved ? account.mainAddressId() : context.cashOutAddress(step, number);
    }
}
