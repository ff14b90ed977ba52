package firedrill.scoring.graph;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Settlement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was last seen of the accounts of those who withdraw: when they were opened, what they were worth, and which of their
 * withdrawals nobody has answered for good yet. Only whoever looks at clusters needs it, so the scoring job keeps none.
 *
 * <p>It remembers the {@value #MAX_ACCOUNTS} users who withdrew last, and as many open withdrawals. Not safe for several threads.
 */
public final class AccountSnapshots {

    /** As many as there can be links. */
    static final int MAX_ACCOUNTS = LinkStore.MAX_LINKS;

    private final Map<Long, AccountSnapshot> byUser = new BoundedMap<>();
    /** Withdrawals that were asked for and not settled, by event id. */
    private final Map<Long, Withdrawal> pending = new BoundedMap<>();
    /** Settlements that came before what they settle, for two topics arrive in any order; those of orders as well. */
    private final Map<Long, Settlement> earlySettlements = new BoundedMap<>();

    /**
     * One account.
     *
     * @param worthCents what it held when the user last asked to withdraw, before anything left
     * @param pendingCents asked for, and not settled
     */
    record AccountSnapshot(long openedAtMillis, long worthCents, long pendingCents, int pendingWithdrawals) {

        AccountSnapshot withPending(long cents) {
            return new AccountSnapshot(openedAtMillis, worthCents, pendingCents + cents, pendingWithdrawals + 1);
        }

        /** Whatever became of a withdrawal, {@code leftCents} are gone. */
        AccountSnapshot withSettled(long cents, long leftCents) {
            return new AccountSnapshot(
                    openedAtMillis, Math.max(0, worthCents - leftCents), pendingCents - cents, pendingWithdrawals - 1);
        }
    }

    /** Notes a withdrawal; nothing else tells what an account is worth. */
    public void observe(ExchangeEvent event) {
        if (!(event instanceof Withdrawal withdrawal)) {
            return;
        }
        AccountSnapshot before = byUser.remove(withdrawal.userId());
        long worthCents = withdrawal.balanceCents();
        AccountSnapshot seen = new AccountSnapshot(
                withdrawal.account().openedAtMillis(),
                withdrawal.requiresDecision() ? worthCents : worthCents - withdrawal.amountCents(),
                before == null ? 0 : before.pendingCents(),
                before == null ? 0 : before.pendingWithdrawals());
        if (withdrawal.requiresDecision()) {
            pending.put(withdrawal.id(), withdrawal);
            seen = seen.withPending(withdrawal.amountCents());
        }
        byUser.put(withdrawal.userId(), seen);
        Settlement settled = earlySettlements.remove(withdrawal.id());
        if (settled != null) {
            applyOutcome(settled);
        }
    }

    /** Learns how a withdrawal ended. */
    public void applyOutcome(Outcome outcome) {
        if (!(outcome instanceof Settlement settlement)) {
            return;
        }
        Withdrawal withdrawal = pending.remove(settlement.eventId());
        if (withdrawal == null) {
            earlySettlements.put(settlement.eventId(), settlement);
        } else {
            byUser.computeIfPresent(
                    withdrawal.userId(),
                    (user, seen) -> seen.withSettled(withdrawal.amountCents(), withdrawnCents(settlement)));
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

    /** A map that forgets what came first. */
    private static final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MAX_ACCOUNTS;
        }
    }
}
