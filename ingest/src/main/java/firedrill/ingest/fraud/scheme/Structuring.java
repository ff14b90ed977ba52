package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.Tactic.AmountChoice;
import firedrill.ingest.fraud.ring.TypologyParameters;
import firedrill.ingest.market.Asset;

/** T6: dirty money leaves in portions just under a limit, evenly spaced, to many addresses, old and new. */
public final class Structuring implements Scheme {

    private static final long MINUTE_MILLIS = 60_000;
    private static final int PORTIONS_PER_SESSION = 3;

    private enum StructuringDraw {
        ACCOUNT,
        LIMIT,
        PORTION_COUNT,
        SPACING,
        JITTER,
        PORTION,
        ADDRESS,
        WHICH_ADDRESS,
        SENDER,
        DEPOSIT_COUNT,
        INITIAL_DELAY
    }

    private final AttackContext context;
    private final SchemeRandom random;

    public Structuring(AttackContext ground) {
        this.context = ground;
        random = ground.randomFor("attack.structuring");
    }

    @Override
    public void schedule(Attack strike) {
        long key = strike.key();
        User account = strike.ring().accountAt(random.uniform(key, StructuringDraw.ACCOUNT), 0);
        long limitCents = limitCents(key);
        int portions = TypologyParameters.STRUCTURING_MIN_PORTIONS
                + random.uniformInt(TypologyParameters.STRUCTURING_EXTRA_PORTIONS, key, StructuringDraw.PORTION_COUNT);
        ClientSession session = context.infrastructure().session(strike, account, 0, strike.startMillis());
        var crime = new AttackExecution(context, strike, AmountAtRisk.WITHDRAWALS);
        long spacing = random.uniformMillis(
                TypologyParameters.STRUCTURING_MIN_SPACING_MINUTES,
                TypologyParameters.STRUCTURING_MAX_SPACING_MINUTES,
                key,
                StructuringDraw.SPACING);
        scheduleDeposits(strike, account, portions * limitCents, portions * spacing);
        long first = strike.startMillis() + initialDelayMillis(key);
        context.muleAccounts().reserve(account, first + portions * spacing);
        for (int i = 0; i < portions; i++) {
            int number = i;
            double jitter = TypologyParameters.STRUCTURING_JITTER
                    * random.uniformBetween(-1, 1, key + i, StructuringDraw.JITTER);
            long at = first + (long) (spacing * (i + 0.5 + jitter));
            if (i % PORTIONS_PER_SESSION == 0) {
                context.scheduleLogin(at - MINUTE_MILLIS, account, session, key + i);
            }
            var ask = new Intent(account, session, key + i, crime);
            context.schedule(at, () -> withdrawPortion(strike, ask, limitCents, number));
        }
    }

    /** Money that nobody looks for may lie for a day. */
    private long initialDelayMillis(long key) {
        return random.bernoulli(TypologyParameters.STRUCTURING_DELAY_SHARE, key, StructuringDraw.INITIAL_DELAY)
                ? random.uniformMillis(
                        60 * TypologyParameters.STRUCTURING_DELAY_MIN_HOURS,
                        60 * TypologyParameters.STRUCTURING_DELAY_MAX_HOURS,
                        key,
                        StructuringDraw.INITIAL_DELAY)
                : 0;
    }

    /** At once, or in two halves from two senders. */
    private void scheduleDeposits(Attack strike, User account, long cents, long withinMillis) {
        boolean isShared =
                random.bernoulli(TypologyParameters.MULE_SHARED_SENDER_SHARE, strike.key(), StructuringDraw.SENDER);
        int lumps = random.bernoulli(
                        TypologyParameters.STRUCTURING_SINGLE_DEPOSIT_SHARE,
                        strike.key(),
                        StructuringDraw.DEPOSIT_COUNT)
                ? 1
                : 2;
        for (int i = 0; i < lumps; i++) {
            long at = strike.startMillis() + i * withinMillis / lumps;
            context.scheduleDeposit(
                    at,
                    account,
                    Asset.CASH,
                    cents / lumps,
                    context.infrastructure().cryptoSource(strike, isShared, i));
        }
    }

    private long limitCents(long key) {
        double rest = random.uniform(key, StructuringDraw.LIMIT);
        int which = 0;
        while (which < TypologyParameters.LIMIT_SHARES.length - 1 && rest > TypologyParameters.LIMIT_SHARES[which]) {
            rest -= TypologyParameters.LIMIT_SHARES[which++];
        }
        return (long) (100 * TypologyParameters.LIMITS_USD[which]);
    }

    private void withdrawPortion(Attack strike, Intent ask, long limitCents, int number) {
        if (AttackContext.isOver(ask)) {
            return;
        }
        boolean isWary = strike.tactic().amount() == AmountChoice.PARTIAL;
        double share = random.uniformBetween(
                isWary ? TypologyParameters.LIMIT_CAUTIOUS_MIN_FRACTION : TypologyParameters.LIMIT_MIN_FRACTION,
                isWary ? TypologyParameters.LIMIT_MIN_FRACTION : TypologyParameters.LIMIT_MAX_FRACTION,
                ask.key(),
                StructuringDraw.PORTION);
        context.exchange().withdraw(ask, Asset.CASH, address(strike, ask, number), (long) (share * limitCents));
    }

    /** The ring's, one that the account has used before, or a new one. */
    private long address(Attack strike, Intent ask, int number) {
        double kind = random.uniform(ask.key(), StructuringDraw.ADDRESS);
        if (kind < TypologyParameters.STRUCTURING_SHARED_ADDRESS_SHARE) {
            return context.infrastructure()
                    .cashOutAddress(strike, ask.user(), 0, context.exchange().nowMillis());
        }
        if (kind
                < TypologyParameters.STRUCTURING_SHARED_ADDRESS_SHARE
                        + TypologyParameters.STRUCTURING_SAVED_ADDRESS_SHARE) {
            long[] saved = ask.user().savedAddressIds();
            return saved[random.uniformInt(saved.length, ask.key(), StructuringDraw.WHICH_ADDRESS)];
        }
        return context.infrastructure().freshAddress(strike, number);
    }
}
