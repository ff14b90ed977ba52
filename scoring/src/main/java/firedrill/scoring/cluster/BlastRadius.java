package firedrill.scoring.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a freeze of a whole cluster would touch, to be looked at before anybody does it.
 *
 * @param users who could neither trade nor withdraw
 * @param notKnownForFraud those of them against whom nothing but their company speaks
 * @param heldUsd what the accounts were worth when they last withdrew; null if none of them did
 * @param heldOf of how many users that is known
 * @param medianAccountDays age of the accounts of which it is known; null if there is none
 * @param sharePerUserOfHubs of all that its users used, what they share with very many, in [0, 1): the more, the more
 *     likely is it that they are strangers
 */
public record BlastRadius(
        int users,
        int notKnownForFraud,
        @Nullable Double heldUsd,
        int heldOf,
        @Nullable Double medianAccountDays,
        double sharePerUserOfHubs) {

    private static final double CENTS_PER_DOLLAR = 100;
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    static BlastRadius of(Cluster cluster, Accounts accounts, long nowMillis) {
        List<Accounts.Seen> seen =
                cluster.users().stream().map(accounts::of).filter(Objects::nonNull).toList();
        double[] days = seen.stream()
                .mapToDouble(account -> Math.max(0, (nowMillis - account.openedAtMillis()) / DAY_MILLIS))
                .sorted()
                .toArray();
        return new BlastRadius(
                cluster.users().size(),
                cluster.users().size() - cluster.confirmed().size(),
                seen.isEmpty()
                        ? null
                        : seen.stream().mapToLong(Accounts.Seen::worthCents).sum() / CENTS_PER_DOLLAR,
                seen.size(),
                days.length == 0 ? null : median(days),
                1 - cluster.exclusivity());
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
