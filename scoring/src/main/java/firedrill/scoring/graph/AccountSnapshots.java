package firedrill.scoring.graph;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.OutcomeKinds;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Last known age, balance and pending withdrawals of the accounts that withdraw. For blast radii only; the scoring job
 * keeps none.
 *
 * <p>Bounded: the {@value #MAX_ACCOUNTS} users who withdrew last, and as many pending withdrawals. Not thread-safe.
 */
public final class AccountSnapshots {

    /** The bound of links, too. */
    static final int MAX_ACCOUNTS = LinkStore.MAX_LINKS;

    private final Map<Long, AccountSnapshot> byUser = new BoundedMap<>();
    /** Withdrawals that are requested and not settled, by event id. */
    private final Map<Long, Withdrawal> pending = new BoundedMap<>();
    /** Settlements that arrived before their event, since the two topics are not ordered; those of orders as well. */
    private final Map<Long, Settlement> earlySettlements = new BoundedMap<>();

    /**
     * State of one account.
     *
     * @param balanceCents balance at the last requested withdrawal, less what was withdrawn since
     * @param pendingCents requested and not settled
     */
    record AccountSnapshot(long openedAtMillis, long balanceCents, long pendingCents, int pendingWithdrawals) {

        AccountSnapshot withPending(long cents) {
            return new AccountSnapshot(openedAtMillis, balanceCents, pendingCents + cents, pendingWithdrawals + 1);
        }

        /** After the settlement of a withdrawal of {@code cents}, of which {@code withdrawnCents} left the account. */
        AccountSnapshot withSettled(long cents, long withdrawnCents) {
            return new AccountSnapshot(
                    openedAtMillis,
                    Math.max(0, balanceCents - withdrawnCents),
                    pendingCents - cents,
                    pendingWithdrawals - 1);
        }
    }

    /** Updates the account of a withdrawal; other events carry no balance. */
    public void observe(ExchangeEvent event) {
        event.asWithdrawal().ifPresent(this::addWithdrawal);
    }

    private void addWithdrawal(Withdrawal withdrawal) {
        AccountSnapshot before = byUser.remove(withdrawal.userId());
        long balanceCents = withdrawal.balanceCents();
        AccountSnapshot account = new AccountSnapshot(
                withdrawal.account().openedAtMillis(),
                withdrawal.requiresDecision() ? balanceCents : balanceCents - withdrawal.amountCents(),
                before == null ? 0 : before.pendingCents(),
                before == null ? 0 : before.pendingWithdrawals());
        if (withdrawal.requiresDecision()) {
            pending.put(withdrawal.id(), withdrawal);
            account = account.withPending(withdrawal.amountCents());
        }
        byUser.put(withdrawal.userId(), account);
        Settlement settlement = earlySettlements.remove(withdrawal.id());
        if (settlement != null) {
            settle(settlement);
        }
    }

    /** Applies the settlement of a withdrawal. */
    public void applyOutcome(Outcome outcome) {
        OutcomeKinds.settlement(outcome).ifPresent(this::settle);
    }

    private void settle(Settlement settlement) {
        Withdrawal withdrawal = pending.remove(settlement.eventId());
        if (withdrawal == null) {
            earlySettlements.put(settlement.eventId(), settlement);
        } else {
            byUser.computeIfPresent(
                    withdrawal.userId(),
                    (user, account) -> account.withSettled(withdrawal.amountCents(), withdrawnCents(settlement)));
        }
    }

    private static long withdrawnCents(Settlement settlement) {
        return switch (settlement.disposition()) {
            case RELEASED, LIMITED -> settlement.amountCents();
            case REFUSED, ABANDONED, RECALLED -> 0;
        };
    }

    @Nullable AccountSnapshot find(long userId) {
        return byUser.get(userId);
    }

    /** A map that evicts its oldest entry. */
    private static final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MAX_ACCOUNTS;
        }
    }
}
