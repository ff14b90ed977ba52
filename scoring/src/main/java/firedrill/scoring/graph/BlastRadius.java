package firedrill.scoring.graph;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Effect of freezing a whole cluster, from data that the exchange has; ground truth is not used.
 *
 * @param users users who could neither trade nor withdraw
 * @param unconfirmedUsers those of them without confirmed fraud
 * @param likelyHonestUsers those of these whose account is known to be older than {@link #MIN_ESTABLISHED_AGE}
 * @param likelyHonestShare share of all users, in [0, 1]
 * @param balanceUsd balances at the last requested withdrawal, less what was withdrawn since; null if none is known
 * @param balanceKnownUsers number of users whose balance is known
 * @param pendingUsd withdrawals that are requested and not settled
 * @param pendingWithdrawals number of those
 * @param medianAccountAgeDays median of the known account ages; null if none is known
 * @param hubShare share of its users' links that lead to hubs, in [0, 1); the higher, the weaker is the cluster
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

    /** Assumed: accounts that are opened for fraud are rarely kept as long. */
    static final Duration MIN_ESTABLISHED_AGE = Duration.ofDays(30);

    private static final double CENTS_PER_DOLLAR = 100;
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    /** The blast radius of freezing {@code cluster} at {@code nowMillis}. */
    public static BlastRadius of(Cluster cluster, AccountSnapshots accounts, long nowMillis) {
        List<AccountSnapshots.AccountSnapshot> accountsOfUsers = cluster.users().stream()
                .map(accounts::find)
                .filter(Objects::nonNull)
                .toList();
        double[] days = accountsOfUsers.stream()
                .mapToDouble(account -> ageDays(account, nowMillis))
                .sorted()
                .toArray();
        int users = cluster.users().size();
        int likelyHonest = likelyHonestUsers(cluster, accounts, nowMillis);
        return new BlastRadius(
                users,
                users - cluster.confirmedUsers().size(),
                likelyHonest,
                (double) likelyHonest / users,
                accountsOfUsers.isEmpty()
                        ? null
                        : accountsOfUsers.stream()
                                        .mapToLong(AccountSnapshots.AccountSnapshot::balanceCents)
                                        .sum()
                                / CENTS_PER_DOLLAR,
                accountsOfUsers.size(),
                accountsOfUsers.stream()
                                .mapToLong(AccountSnapshots.AccountSnapshot::pendingCents)
                                .sum()
                        / CENTS_PER_DOLLAR,
                accountsOfUsers.stream()
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
