package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.fraud.parameters.StructuringParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.Categorical;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.fraud.ring.Tactic.AmountChoice;
import firedrill.ingest.market.Asset;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;

/** T6: structuring: withdrawals just below a threshold, evenly spaced, to several addresses. */
final class Structuring implements Scheme {

    private enum StructuringDraw implements DrawIndex {
        ACCOUNT,
        THRESHOLD,
        PORTION_COUNT,
        SPACING,
        JITTER,
        PORTION,
        ADDRESS,
        SAVED_ADDRESS,
        SENDER,
        DEPOSIT_COUNT,
        INITIAL_DELAY,
        INITIAL_DELAY_LENGTH;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final AttackContext context;
    private final StructuringParameters parameters;
    private final SchemeRandom random;

    Structuring(AttackContext context) {
        this.context = context;
        parameters = context.parameters().structuring();
        random = context.randomFor(FraudStream.STRUCTURING);
    }

    @Override
    public void schedule(Attack attack) {
        long key = attack.key();
        User account = attack.ring().accountAt(random.uniform(key, StructuringDraw.ACCOUNT), 0);
        long thresholdCents = thresholdCents(key);
        int count = random.uniformInt(parameters.portions(), key, StructuringDraw.PORTION_COUNT);
        ClientSession session = context.infrastructure().session(attack, account, 0, attack.startMillis());
        var execution = new AttackExecution(context, attack, AmountAtRisk.WITHDRAWALS);
        long spacingMillis = random.uniformMinutesMillis(parameters.spacingMinutes(), key, StructuringDraw.SPACING);
        scheduleDeposits(attack, account, count * thresholdCents, count * spacingMillis);
        long firstMillis = attack.startMillis() + initialDelayMillis(key);
        context.muleAccounts().reserve(account, firstMillis + count * spacingMillis);
        for (int i = 0; i < count; i++) {
            int number = i;
            double jitter = parameters.jitter() * random.uniformBetween(-1, 1, key + i, StructuringDraw.JITTER);
            long timeMillis = firstMillis + (long) (spacingMillis * (i + 0.5 + jitter));
            AttackStep step = execution.step(account, session, key + i);
            if (i % parameters.portionsPerSession() == 0) {
                long leadMillis = SchemeRandom.secondsToMillis(parameters.loginLeadSeconds());
                context.scheduleLogin(timeMillis - leadMillis, account, session, step.key());
            }
            context.schedule(timeMillis, () -> withdrawPortion(step, thresholdCents, number));
        }
    }

    private long initialDelayMillis(long key) {
        return random.bernoulli(parameters.delayShare(), key, StructuringDraw.INITIAL_DELAY)
                ? random.uniformHoursMillis(parameters.delayHours(), key, StructuringDraw.INITIAL_DELAY_LENGTH)
                : 0;
    }

    /** One deposit, or two halves from two senders. */
    private void scheduleDeposits(Attack attack, User account, long cents, long withinMillis) {
        double sharedSenderShare = context.parameters().funding().sharedSenderShare();
        boolean isShared = random.bernoulli(sharedSenderShare, attack.key(), StructuringDraw.SENDER);
        boolean isSingle =
                random.bernoulli(parameters.singleDepositShare(), attack.key(), StructuringDraw.DEPOSIT_COUNT);
        int count = isSingle ? 1 : 2;
        for (int i = 0; i < count; i++) {
            context.scheduleDeposit(
                    attack.startMillis() + i * withinMillis / count,
                    account,
                    Asset.CASH,
                    cents / count,
                    context.infrastructure().cryptoSource(attack, isShared, i));
        }
    }

    private long thresholdCents(long key) {
        int index = Categorical.index(
                random.uniform(key, StructuringDraw.THRESHOLD),
                parameters.recordKeepingShare(),
                parameters.travelRuleShare());
        return (long)
                (100 * context.parameters().tactic().threshold().descendingUsd().get(index));
    }

    private void withdrawPortion(AttackStep step, long thresholdCents, int number) {
        if (step.execution().isOver()) {
            return;
        }
        double share = random.uniformBetween(portionFraction(step.attack()), step.key(), StructuringDraw.PORTION);
        context.exchange().withdraw(step.intent(), Asset.CASH, address(step, number), (long) (share * thresholdCents));
    }

    /** Range of a portion, as a share of the threshold; wider and lower for a cautious ring. */
    private UniformRange portionFraction(Attack attack) {
        UniformRange usual = context.parameters().tactic().belowThresholdFraction();
        boolean isCautious = attack.tactic().amount() == AmountChoice.PARTIAL;
        return isCautious ? new UniformRange(parameters.cautiousMinFraction(), usual.min()) : usual;
    }

    /** The tactic's address, a saved one of the account, or a new one. */
    private long address(AttackStep step, int number) {
        int kind = Categorical.index(
                random.uniform(step.key(), StructuringDraw.ADDRESS),
                parameters.sharedAddressShare(),
                parameters.savedAddressShare());
        return switch (kind) {
            case 0 -> context.cashOutAddress(step, 0);
            case 1 -> savedAddress(step);
            default -> context.infrastructure().freshAddress(step.attack(), number);
        };
    }

    private long savedAddress(AttackStep step) {
        long[] saved = step.user().savedAddressIds();
        return saved[random.uniformInt(saved.length, step.key(), StructuringDraw.SAVED_ADDRESS)];
    }
}
