package firedrill.scoring.graph;

import firedrill.ingest.event.ExchangeEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Maintains the links between users and entities, and detects clusters at half hours of simulated time. A run needs
 * one event for each {@value #MAX_LINKS_PER_EVENT} links since the last run, so its cost per event is constant.
 *
 * <p>A run happens at the first event of a half hour, on the events before it, so its result depends on the order
 * of events alone. Updates are effective ten minutes after the half hour; by then they have reached the states of their
 * addresses, so the time that they took has no effect on features. Not thread-safe.
 */
public final class ClusterDetector {

    static final Duration INTERVAL = Duration.ofMinutes(30);
    /** Ten seconds of wall time at speed 60. */
    static final Duration PUBLICATION_DELAY = Duration.ofMinutes(10);

    /**
     * Events in a row from before the last run, after which the next run is due at their time: it is not they that have
     * the wrong time.
     */
    static final int MAX_LATE_EVENTS = 64;

    private static final long NEVER = Long.MIN_VALUE;
    private static final int PAIR_WIDTH = 2;
    private static final int MAX_LINKS_PER_EVENT = 4;

    private final LinkStore links = new LinkStore();
    /** Users with confirmed fraud, and from when on that is effective. */
    private final Map<Long, Long> confirmed = new TreeMap<>();
    /** The last update of each address that is in a cluster. */
    private Map<Long, AddressClusterUpdate> published = new LinkedHashMap<>();

    private List<Cluster> clusters = List.of();
    private long nextMillis = NEVER;
    private long eventsSinceRun;
    private int lateEventsInARow;

    /** Whether {@code event} carries a link. */
    public static boolean isRelevant(ExchangeEvent event) {
        return LinkStore.isLink(event);
    }

    /** Adds the event's links; returns the updates of a run, mostly none. */
    public List<AddressClusterUpdate> observe(ExchangeEvent event) {
        if (!LinkStore.isLink(event)) {
            return List.of();
        }
        correctClock(event.timeMillis());
        List<AddressClusterUpdate> updates =
                event.timeMillis() >= nextMillis ? detectIfDue(event.timeMillis()) : List.of();
        eventsSinceRun++;
        links.add(event);
        return updates;
    }

    /** A single event from the future must not postpone the next run for good. */
    private void correctClock(long timeMillis) {
        boolean isLate = nextMillis != NEVER && timeMillis < nextMillis - 2 * INTERVAL.toMillis();
        lateEventsInARow = isLate ? lateEventsInARow + 1 : 0;
        if (lateEventsInARow == MAX_LATE_EVENTS) {
            nextMillis = NEVER;
            lateEventsInARow = 0;
        }
    }

    /** Marks a user as confirmed fraud from {@code effectiveFromMillis} on. */
    public void confirmFraud(long userId, long effectiveFromMillis) {
        confirmed.merge(userId, effectiveFromMillis, Math::min);
    }

    /** The clusters of the last run, ordered by their smallest user. */
    public List<Cluster> clusters() {
        return clusters;
    }

    private List<AddressClusterUpdate> detectIfDue(long timeMillis) {
        long boundary = Math.floorDiv(timeMillis, INTERVAL.toMillis()) * INTERVAL.toMillis();
        nextMillis = boundary + INTERVAL.toMillis();
        if (MAX_LINKS_PER_EVENT * eventsSinceRun < links.size()) {
            return List.of();
        }
        eventsSinceRun = 0;
        detect(boundary);
        return publish(boundary + PUBLICATION_DELAY.toMillis());
    }

    private void detect(long boundary) {
        links.evictIfDue(boundary);
        List<Long> confirmedUsers = new ArrayList<>();
        confirmed.forEach((user, effectiveFrom) -> {
            if (effectiveFrom <= boundary) {
                confirmedUsers.add(user);
            }
        });
        clusters = links.clusters(confirmedUsers);
        long oldest = boundary - LinkStore.RETENTION.toMillis();
        confirmed.entrySet().removeIf(entry -> entry.getValue() <= oldest && !links.containsUser(entry.getKey()));
    }

    private List<AddressClusterUpdate> publish(long effectiveFromMillis) {
        Map<Long, AddressClusterUpdate> current = new LinkedHashMap<>();
        for (Cluster cluster : clusters) {
            cluster.addresses()
                    .forEach(address ->
                            current.put(address, AddressClusterUpdate.of(address, effectiveFromMillis, cluster)));
        }
        List<AddressClusterUpdate> updates = new ArrayList<>();
        current.values().stream()
                .filter(each -> !each.hasSameContent(published.getOrDefault(
                        each.addressId(), AddressClusterUpdate.withoutCluster(each.addressId(), 0))))
                .forEach(updates::add);
        published.keySet().stream()
                .filter(address -> !current.containsKey(address))
                .forEach(address -> updates.add(AddressClusterUpdate.withoutCluster(address, effectiveFromMillis)));
        published = current;
        return updates;
    }

    /** Everything but the contents of published updates: after a restart all are published again. */
    public ClusterSnapshot save() {
        return new ClusterSnapshot(
                links.save(),
                confirmed.entrySet().stream()
                        .flatMapToLong(entry -> LongStream.of(entry.getKey(), entry.getValue()))
                        .toArray(),
                published.keySet().stream().mapToLong(address -> address).toArray(),
                nextMillis,
                eventsSinceRun);
    }

    public void restore(ClusterSnapshot snapshot) {
        links.restore(snapshot.links());
        for (int offset = 0; offset < snapshot.confirmed().length; offset += PAIR_WIDTH) {
            confirmed.put(snapshot.confirmed()[offset], snapshot.confirmed()[offset + 1]);
        }
        for (long address : snapshot.publishedAddresses()) {
            published.put(address, AddressClusterUpdate.unknown(address));
        }
        nextMillis = snapshot.nextMillis();
        eventsSinceRun = snapshot.eventsSinceRun();
    }
}
