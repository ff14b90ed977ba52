package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.behaviour.HistoricalActivity;
import firedrill.ingest.customer.behaviour.HistoricalActivity.HistoricalActivityKind;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.fraud.parameters.SocialEngineeringParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.fraud.ring.Tactic.AddressChoice;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * T4: authorised push payment. The owner sends from the usual device and network, often after funding the account, to an
 * address shared by the victims of some days. A deceived owner pays in instalments over days, with money from outside the
 * exchange, until the owner notices or has nothing left to send.
 */
final class SocialEngineering implements Scheme {

    private enum SocialEngineeringDraw implements DrawIndex {
        VICTIM,
        DEPOSIT_FIRST,
        AMOUNT,
        RAIL,
        DWELL_TIME,
        FRACTION,
        REPEAT,
        REPEAT_DELAY,
        DEPOSIT_DELAY,
        FURTHER_INSTALMENT,
        INSTALMENT_GAP,
        OWN_ADDRESS;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final AttackContext context;
    private final SocialEngineeringParameters parameters;
    private final long startMillis;
    private final Consumer<HistoricalActivity> history;
    private final SchemeRandom random;
    private final RandomStream bankAccountIds;

    /** {@code history} receives the steps that lie before {@code startMillis}. */
    SocialEngineering(AttackContext context, long startMillis, Consumer<HistoricalActivity> history) {
        this.context = context;
        this.startMillis = startMillis;
        this.history = history;
        parameters = context.parameters().socialEngineering();
        random = context.randomFor(FraudStream.SOCIAL_ENGINEERING);
        bankAccountIds = context.randomSource().stream(FraudStream.VICTIM_BANK_ACCOUNTS);
    }

    /** One payment into the account and out of it; times are in simulated milliseconds. */
    private record Instalment(
            AttackStep step, int number, long loginMillis, long depositMillis, long withdrawalMillis) {

        User victim() {
            return step.user();
        }

        long key() {
            return step.key();
        }
    }

    /** Drops an attack on an account that was opened after it had begun. */
    @Override
    public void schedule(Attack attack) {
        long key = attack.key();
        User victim = context.selectVictim(random, key, SocialEngineeringDraw.VICTIM, parameters.victimCandidates());
        if (victim.account().openedAtMillis() > attack.startMillis()) {
            return;
        }
        var execution = new AttackExecution(context, attack, AmountAtRisk.WITHDRAWALS);
        int count = instalments(key);
        long timeMillis = attack.startMillis();
        for (int i = 0; i < count; i++) {
            long part = random.subKey(key, i);
            ClientSession session = context.infrastructure().ownerSession(victim, part, timeMillis);
            Instalment instalment = instalment(execution.step(victim, session, part), i, timeMillis);
            schedule(instalment);
            timeMillis = instalment.withdrawalMillis()
                    + random.uniformHoursMillis(
                            parameters.instalmentGapHours(), part, SocialEngineeringDraw.INSTALMENT_GAP);
        }
    }

    private int instalments(long key) {
        int count = 1;
        while (count < parameters.maxInstalments()
                && random.bernoulli(
                        parameters.furtherInstalmentShare(),
                        random.subKey(key, count),
                        SocialEngineeringDraw.FURTHER_INSTALMENT)) {
            count++;
        }
        return count;
    }

    private Instalment instalment(AttackStep step, int number, long loginMillis) {
        long key = step.key();
        long depositMillis = loginMillis
                + random.uniformMinutesMillis(
                        parameters.depositDelayMinutes(), key, SocialEngineeringDraw.DEPOSIT_DELAY);
        long dwellMillis =
                random.dwellMillis(step.attack(), parameters.dwellMeanMinutes(), key, SocialEngineeringDraw.DWELL_TIME);
        return new Instalment(step, number, loginMillis, depositMillis, depositMillis + dwellMillis);
    }

    private void schedule(Instalment instalment) {
        login(instalment);
        if (random.bernoulli(parameters.depositFirstShare(), instalment.key(), SocialEngineeringDraw.DEPOSIT_FIRST)) {
            deposit(instalment);
        }
        if (instalment.withdrawalMillis() < startMillis) {
            return;
        }
        scheduleWithdrawal(instalment.withdrawalMillis(), instalment.step(), instalment.number());
        if (random.bernoulli(parameters.repeatShare(), instalment.key(), SocialEngineeringDraw.REPEAT)) {
            long delayMillis = random.uniformMinutesMillis(
                    parameters.repeatDelayMinutes(), instalment.key(), SocialEngineeringDraw.REPEAT_DELAY);
            scheduleWithdrawal(
                    instalment.withdrawalMillis() + delayMillis,
                    instalment.step().withKey(instalment.key() + 1),
                    instalment.number());
        }
    }

    private void login(Instalment instalment) {
        ClientSession session = instalment.step().intent().session();
        if (instalment.loginMillis() >= startMillis) {
            context.scheduleLogin(instalment.loginMillis(), instalment.victim(), session, instalment.key());
        } else {
            history.accept(HistoricalActivity.login(instalment.loginMillis(), instalment.victim(), session));
        }
    }

    private void deposit(Instalment instalment) {
        User victim = instalment.victim();
        double ratio = random.logNormal(parameters.depositToWealth(), instalment.key(), SocialEngineeringDraw.AMOUNT);
        long amountCents = (long) Math.min(100 * parameters.maxDepositUsd(), ratio * victim.wealthCents());
        boolean isBank = random.bernoulli(parameters.bankShare(), instalment.key(), SocialEngineeringDraw.RAIL);
        DepositSource source = isBank ? bankSource(victim) : cryptoSource(victim);
        Asset asset = isBank ? Asset.CASH : victim.preferredCoin();
        if (instalment.depositMillis() < startMillis) {
            recordDeposit(instalment, asset, amountCents, source);
            return;
        }
        AttackExecution execution = instalment.step().execution();
        context.schedule(instalment.depositMillis(), () -> {
            if (!execution.isOver()) {
                context.deposit(victim, asset, amountCents, source);
            }
        });
    }

    /** A deposit before the start: the account still holds it, or it left in a withdrawal before the start. */
    private void recordDeposit(Instalment instalment, Asset asset, long amountCents, DepositSource source) {
        User victim = instalment.victim();
        long balanceCents = context.balanceCents(victim);
        HistoricalActivityKind kind =
                asset == Asset.CASH ? HistoricalActivityKind.BANK_DEPOSIT : HistoricalActivityKind.CRYPTO_DEPOSIT;
        history.accept(
                new HistoricalActivity(instalment.depositMillis(), victim, kind, source.sourceId(), amountCents, 0));
        if (instalment.withdrawalMillis() >= startMillis) {
            victim.wallet()
                    .credit(
                            asset,
                            asset.quantity(amountCents, context.exchange().prices()));
            return;
        }
        history.accept(new HistoricalActivity(
                instalment.withdrawalMillis(),
                victim,
                HistoricalActivityKind.WITHDRAWAL,
                address(instalment.step().attack(), instalment.withdrawalMillis(), instalment.number()),
                instalment.step().intent().session().networkId(),
                amountCents,
                balanceCents + amountCents));
    }

    private DepositSource bankSource(User victim) {
        return new DepositSource(
                PaymentRail.BANK,
                bankAccountIds.randomId(victim.id(), SingleDraw.VALUE),
                TimeUnit.DAYS.toMillis(
                        context.customers().parameters().deposits().bankReversibleDays()));
    }

    private static DepositSource cryptoSource(User victim) {
        return new DepositSource(PaymentRail.CRYPTO, victim.mainAddressId(), 0);
    }

    private void scheduleWithdrawal(long timeMillis, AttackStep step, int number) {
        double uniform = random.uniform(step.key(), SocialEngineeringDraw.FRACTION);
        context.schedule(
                timeMillis,
                () -> context.withdrawByTactic(
                        step, parameters.minFraction(), uniform, address(step.attack(), timeMillis, number)));
    }

    /** A new address for each instalment, one for all of the victim's, or one of the ring for some days. */
    private long address(Attack attack, long timeMillis, int number) {
        if (attack.tactic().address() == AddressChoice.FRESH) {
            return context.infrastructure().freshAddress(attack, number);
        }
        return random.bernoulli(parameters.ownAddressShare(), attack.key(), SocialEngineeringDraw.OWN_ADDRESS)
                ? context.infrastructure().freshAddress(attack, 0)
                : context.infrastructure().ringAddress(attack, 0, timeMillis, parameters.addressRotationHours());
    }
}
