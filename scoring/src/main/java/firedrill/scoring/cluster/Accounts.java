package firedrill.scoring.cluster;

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
 * <p>It remembers the {@value #MOST} users who withdrew last, and as many open withdrawals. Not safe for several threads.
 */
public final class Accounts {

    /** As many as there can be links. */
    static final int MOST = Links.MOST;

    private final Map<Long, Seen> byUser = new Latest<>();
    /** Withdrawals that were asked for and not settled, by event id. */
    private final Map<Long, Withdrawal> open = new Latest<>();
    /** Settlements that came before what they settle, for two topics arrive in any order; those of orders as well. */
    private final Map<Long, Settlement> early = new Latest<>();

    /**
     * One account.
     *
     * @param worthCents what it held when the user last asked to withdraw, before anything left
     * @param openCents asked for, and not settled
     */
    record Seen(long openedAtMillis, long worthCents, long openCents, int openWithdrawals) {

        Seen opened(long cents) {
            return new Seen(openedAtMillis, worthCents, openCents + cents, openWithdrawals + 1);
        }

        /** Whatever became of a withdrawal, {@code leftCents} are gone. */
        Seen settled(long cents, long leftCents) {
            return new Seen(
                    openedAtMillis, Math.max(0, worthCents - leftCents), openCents - cents, openWithdrawals - 1);
        }
    }

    /** Notes a withdrawal; nothing else tells what an account is worth. */
    public void observe(ExchangeEvent event) {
        if (!(event instanceof Withdrawal withdrawal)) {
            return;
        }
        Seen before = byUser.remove(withdrawal.userId());
        long worthCents = withdrawal.balanceCents();
        Seen seen = new Seen(
                withdrawal.account().openedAtMillis(),
                withdrawal.awaitsAnswer() ? worthCents : worthCents - withdrawal.amountCents(),
                before == null ? 0 : before.openCents(),
                before == null ? 0 : before.openWithdrawals());
        if (withdrawal.awaitsAnswer()) {
            open.put(withdrawal.id(), withdrawal);
            seen = seen.opened(withdrawal.amountCents());
        }
        byUser.put(withdrawal.userId(), seen);
        Settlement settled = early.remove(withdrawal.id());
        if (settled != null) {
            learn(settled);
        }
    }

    /** Learns how a withdrawal ended. */
    public void learn(Outcome outcome) {
        if (!(outcome instanceof Settlement settlement)) {
            return;
        }
        Withdrawal withdrawal = open.remove(settlement.eventId());
        if (withdrawal == null) {
            early.put(settlement.eventId(), settlement);
        } else {
            byUser.computeIfPresent(
                    withdrawal.userId(), (user, seen) -> seen.settled(withdrawal.amountCents(), left(settlement)));
        }
    }

    private static long left(Settlement settlement) {
        return switch (settlement.disposition()) {
            case RELEASED, LIMITED -> settlement.amountCents();
            case REFUSED, ABANDONED, RECALLED -> 0;
        };
    }

    @Nullable Seen of(long userId) {
        return byUser.get(userId);
    }

    /** A map that forgets what came first. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }
}
