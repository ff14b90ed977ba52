package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.feature.NaiveFeatures.Range;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Clusters by their definition: walks from user to entity to user, at every half hour at which a run is due. */
final class NaiveClusters {

    private static final long HALF_HOUR = 30 * 60_000;
    private static final long GRACE = 10 * 60_000;
    private static final long QUARTER_DAY = 12 * HALF_HOUR;
    private static final long MONTH = 30 * 24 * 60 * 60_000L;
    private static final int HUB = 12;

    /** The cluster of an address. */
    private record ClusterNotice(long from, long users, long since, double exclusivity, double confirmed) {
        boolean says(ClusterNotice other) {
            return users == other.users
                    && since == other.since
                    && exclusivity == other.exclusivity
                    && confirmed == other.confirmed;
        }
    }

    /** By user and thing, when it was first and last used. */
    private final Map<String, Map<Long, long[]>> uses = new TreeMap<>();

    private final Map<Long, Long> confirmedFrom = new HashMap<>();
    private final Map<Long, List<ClusterNotice>> updates = new HashMap<>();
    /** The latest time at which each address was seen, and how many updates it had dropped by then. */
    private final Map<Long, Long> lastSeen = new HashMap<>();

    private final Map<Long, Integer> forgotten = new HashMap<>();
    private long next = Long.MIN_VALUE;
    private int eventsSinceRun;

    void learn(long userId, long fromMillis) {
        confirmedFrom.merge(userId, fromMillis, Math::min);
    }

    /** What is expected of a withdrawal's address, before the event is noted. */
    void fill(long address, long clock, Map<Feature, Range> expected) {
        ClusterNotice update = new ClusterNotice(0, 0, 0, 0, 0);
        List<ClusterNotice> ever = updates.getOrDefault(address, List.of());
        if (clock - lastSeen.getOrDefault(address, clock) > MONTH) {
            forgotten.put(address, ever.size());
        }
        lastSeen.put(address, clock);
        List<ClusterNotice> all = ever.subList(forgotten.getOrDefault(address, 0), ever.size());
        for (ClusterNotice each : all.subList(Math.max(0, all.size() - 3), all.size())) {
            update = each.from() <= clock ? each : update;
        }
        expected.put(Feature.ADDRESS_CLUSTER_USERS, Range.exactly((double) update.users()));
        double age = Math.max(0, Math.min((clock - update.since()) / 60_000.0, NaiveFeatures.WEEK_MINUTES));
        expected.put(
                Feature.ADDRESS_CLUSTER_AGE_MINUTES,
                Range.exactly(update.users() == 0 ? NaiveFeatures.WEEK_MINUTES : age));
        expected.put(Feature.ADDRESS_CLUSTER_EXCLUSIVITY, Range.exactly(update.exclusivity()));
        expected.put(Feature.ADDRESS_CLUSTER_CONFIRMED_SHARE, Range.exactly(update.confirmed()));
    }

    void observe(ExchangeEvent event) {
        List<String> things = things(event);
        if (things.isEmpty()) {
            return;
        }
        if (event.timeMillis() >= next) {
            long boundary = Math.floorDiv(event.timeMillis(), HALF_HOUR) * HALF_HOUR;
            next = boundary + HALF_HOUR;
            if (4 * eventsSinceRun >= uses.values().stream().mapToInt(Map::size).sum()) {
                eventsSinceRun = 0;
                recompute(boundary);
            }
        }
        eventsSinceRun++;
        for (String thing : things) {
            long[] times = uses.computeIfAbsent(thing, none -> new TreeMap<>())
                    .computeIfAbsent(event.userId(), none -> new long[] {event.timeMillis(), event.timeMillis()});
            times[0] = Math.min(times[0], event.timeMillis());
            times[1] = Math.max(times[1], event.timeMillis());
        }
    }

    private void recompute(long boundary) {
        long oldest = Math.floorDiv(boundary - MONTH, QUARTER_DAY) * QUARTER_DAY;
        uses.values().forEach(users -> users.values().removeIf(times -> times[1] <= oldest));
        uses.values().removeIf(Map::isEmpty);
        Map<Long, ClusterNotice> now = new HashMap<>();
        Set<Long> visited = new HashSet<>();
        for (Map<Long, long[]> users : uses.values()) {
            for (long user : users.keySet()) {
                if (!visited.contains(user)) {
                    Set<Long> together = reachedFrom(user);
                    visited.addAll(together);
                    if (together.size() > 1) {
                        publish(together, boundary, now);
                    }
                }
            }
        }
        confirmedFrom
                .entrySet()
                .removeIf(entry -> entry.getValue() <= boundary - MONTH
                        && uses.values().stream().noneMatch(users -> users.containsKey(entry.getKey())));
        Set<Long> addresses = new HashSet<>(now.keySet());
        addresses.addAll(updates.keySet());
        for (long address : addresses) {
            ClusterNotice update = now.getOrDefault(address, new ClusterNotice(boundary + GRACE, 0, 0, 0, 0));
            List<ClusterNotice> all = updates.computeIfAbsent(address, none -> new ArrayList<>());
            ClusterNotice before = all.isEmpty() ? new ClusterNotice(0, 0, 0, 0, 0) : all.get(all.size() - 1);
            if (!update.says(before)) {
                all.add(update);
            }
        }
    }

    private Set<Long> reachedFrom(long user) {
        Set<Long> reached = new HashSet<>(Set.of(user));
        Deque<Long> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            long at = next.remove();
            for (Map<Long, long[]> users : uses.values()) {
                if (users.containsKey(at) && users.size() <= HUB) {
                    users.keySet().stream().filter(reached::add).forEach(next::add);
                }
            }
        }
        return reached;
    }

    private void publish(Set<Long> together, long boundary, Map<Long, ClusterNotice> now) {
        long since = Long.MAX_VALUE;
        double own = 0;
        double all = 0;
        for (Map<Long, long[]> users : uses.values()) {
            for (Map.Entry<Long, long[]> use : users.entrySet()) {
                if (together.contains(use.getKey())) {
                    all++;
                    own += users.size() <= HUB ? 1 : 0;
                    since = users.size() > 1 && users.size() <= HUB ? Math.min(since, use.getValue()[0]) : since;
                }
            }
        }
        double confirmed = (double) together.stream()
                .filter(user -> confirmedFrom.getOrDefault(user, Long.MAX_VALUE) <= boundary)
                .count();
        ClusterNotice update =
                new ClusterNotice(boundary + GRACE, together.size(), since, own / all, confirmed / together.size());
        uses.forEach((thing, users) -> {
            if (thing.startsWith("address ")
                    && users.size() <= HUB
                    && users.keySet().stream().anyMatch(together::contains)) {
                now.put(Long.parseLong(thing.substring("address ".length())), update);
            }
        });
    }

    private static List<String> things(ExchangeEvent event) {
        if (event instanceof Login login) {
            return List.of("device " + login.deviceId());
        }
        if (event instanceof Withdrawal withdrawal) {
            return List.of("device " + withdrawal.deviceId(), "address " + withdrawal.addressId());
        }
        return event instanceof Deposit deposit && deposit.sourceId() != 0
                ? List.of("source " + deposit.sourceId())
                : List.of();
    }
}
