package firedrill.scoring.graph;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a freeze of a whole cluster would touch, to be looked at before anybody does it. Made of what the exchange itself
 * knows: who is a thief is not among it.
 *
 * @param users who could neither trade nor withdraw
 * @param unconfirmedUsers those of them against whom nothing but their company speaks
 * @param likelyHonestUsers those of these whose account is known to be older than {@link #MIN_ESTABLISHED_AGE}
 * @param likelyHonestShare of all users, in [0, 1]
 * @param balanceUsd what the accounts were worth when they last asked to withdraw, less what left since; null if none did
 * @param balanceKnownUsers of how many users that is known
 * @param pendingUsd withdrawals that were asked for and are not settled
 * @param pendingWithdrawals how many those are
 * @param medianAccountAgeDays age of the accounts of which it is known; null if there is none
 * @param hubShare of all that its users used, what they share with very many, in [0, 1): the more, the likelier are they
 *     strangers
 */
public record BlastRadius(
        int users,
        int unconfirmedUsers,
        int likelyHonestUsers,
        double likelyHonestShare,
        @Nullable Double balanceUsd,
        int balanceKnownUsers,
        double pendingUsd,
        int pendingWithdrawals,
        @Nullable Double medianAccountAgeDays,
        double hubShare) {

    /** Accounts that are opened for a fraud are rarely kept as long. Assumed. */
    static final Duration MIN_ESTABLISHED_AGE = Duration.ofDays(30);

    private static final double CENTS_PER_DOLLAR = 100;
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    /** Of a freeze of {@code cluster} at {@code nowMillis}. */
    public static BlastRadius of(Cluster cluster, AccountSnapshots accounts, long nowMillis) {
        List<AccountSnapshots.AccountSnapshot> seen = cluster.users().stream()
                .map(accounts::find)
                .filter(Objects::nonNull)
                .toList();
        double[] days = seen.stream()
                .mapToDouble(account -> ageDays(account, nowMillis))
                .sorted()
                .toArray();
        int users = cluster.users().size();
        int honestLooking = likelyHonestUsers(cluster, accounts, nowMillis);
        return new BlastRadius(
                users,
                users - cluster.confirmedUsers().size(),
                honestLooking,
                (double) honestLooking / users,
                seen.isEmpty()
                        ? null
                        : seen.stream()
                                        .mapToLong(AccountSnapshots.AccountSnapshot::worthCents)
                                        .sum()
                                / CENTS_PER_DOLLAR,
                seen.size(),
                seen.stream()
                                .mapToLong(AccountSnapshots.AccountSnapshot::pendingCents)
                                .sum()
                        / CENTS_PER_DOLLAR,
                seen.stream()
                        .mapToInt(AccountSnapshots.AccountSnapshot::pendingWithdrawals)
                        .sum(),
                days.length == 0 ? null : median(days),
                1 - cluster.exclusivity());
    }

    private static int likelyHonestUsers(Cluster cluster, AccountSnapshots accounts, long nowMillis) {
        return (int) cluster.users().stream()
                .filter(user -> !cluster.confirmedUsers().contains(user))
                .map(accounts::find)
                .filter(account -> account != null && ageDays(account, nowMillis) > MIN_ESTABLISHED_AGE.toDays())
                .count();
    }

    private static double ageDays(AccountSnapshots.AccountSnapshot account, long nowMillis) {
        return Math.max(0, (nowMillis - account.openedAtMillis()) / DAY_MILLIS);
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
