package firedrill.scoring.cluster;

import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What was last seen of the accounts of those who withdraw: when they were opened, and what they were worth after it. */
final class Accounts {

    private static final int SAVED = 3;

    private final Map<Long, Seen> byUser = new HashMap<>();

    /**
     * One account.
     *
     * @param worthCents what is left if the withdrawal goes through
     */
    record Seen(long openedAtMillis, long worthCents) {}

    void saw(Withdrawal withdrawal) {
        byUser.put(
                withdrawal.userId(),
                new Seen(
                        withdrawal.account().openedAtMillis(), withdrawal.balanceCents() - withdrawal.amountCents()));
    }

    @Nullable Seen of(long userId) {
        return byUser.get(userId);
    }

    void keepOnly(Set<Long> users) {
        byUser.keySet().retainAll(users);
    }

    long[] save() {
        return byUser.entrySet().stream()
                .flatMapToLong(entry -> LongStream.of(
                        entry.getKey(),
                        entry.getValue().openedAtMillis(),
                        entry.getValue().worthCents()))
                .toArray();
    }

    void restore(long[] saved) {
        for (int at = 0; at < saved.length; at += SAVED) {
            byUser.put(saved[at], new Seen(saved[at + 1], saved[at + 2]));
        }
    }
}
