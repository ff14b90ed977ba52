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
 * Notes who uses what, and looks at half hours of simulated time which users belong together: at those by which it has heard
 * one event for each {@value #MAX_LINKS_PER_EVENT} links that it remembers, so that a look costs each of them the same.
 *
 * <p>It looks when it hears the first event of a half hour, at what was told before that event, so what it finds depends on
 * the order of events alone. What it tells counts some minutes later: by then it has reached the memories that it is for,
 * and how it travelled leaves no trace. Not safe for several threads.
 */
public final class ClusterDetector {

    static final Duration INTERVAL = Duration.ofMinutes(30);
    /** At the usual speed of a run, 60, ten seconds of wall time. */
    static final Duration PUBLICATION_DELAY = Duration.ofMinutes(10);

    private static final long NEVER = Long.MIN_VALUE;
    private static final int PAIR_WIDTH = 2;
    private static final int MAX_LINKS_PER_EVENT = 4;

    private final LinkStore links = new LinkStore();
    /** Users known for fraud, and from when on that counts. */
    private final Map<Long, Long> confirmed = new TreeMap<>();
    /** What each address was told last, unless that was nothing. */
    private Map<Long, AddressClusterUpdate> published = new LinkedHashMap<>();

    private List<Cluster> clusters = List.of();
    private long nextMillis = NEVER;
    private long eventsSinceRun;

    /** Whether {@link #observe} has any use for {@code event}. */
    public static boolean isRelevant(ExchangeEvent event) {
        return LinkStore.isLink(event);
    }

    /** Notes {@code event}; returns what addresses are to be told, as a rule nothing. */
    public List<AddressClusterUpdate> observe(ExchangeEvent event) {
        if (!LinkStore.isLink(event)) {
            return List.of();
        }
        List<AddressClusterUpdate> news =
                event.timeMillis() >= nextMillis ? detectIfDue(event.timeMillis()) : List.of();
        eventsSinceRun++;
        links.add(event);
        return news;
    }

    /** Learns that a user is known for fraud, from {@code countsFromMillis} on. */
    public void confirmFraud(long userId, long countsFromMillis) {
        confirmed.merge(userId, countsFromMillis, Math::min);
    }

    /** The clusters as of the last look, in the order of their smallest user. */
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
        return updates(boundary + PUBLICATION_DELAY.toMillis());
    }

    private void detect(long boundary) {
        links.evictIfDue(boundary);
        List<Long> known = new ArrayList<>();
        confirmed.forEach((user, countsFrom) -> {
            if (countsFrom <= boundary) {
                known.add(user);
            }
        });
        clusters = links.clusters(known);
        long oldest = boundary - LinkStore.RETENTION.toMillis();
        confirmed.entrySet().removeIf(entry -> entry.getValue() <= oldest && !links.containsUser(entry.getKey()));
    }

    private List<AddressClusterUpdate> updates(long countsFromMillis) {
        Map<Long, AddressClusterUpdate> now = new LinkedHashMap<>();
        for (Cluster cluster : clusters) {
            cluster.addresses()
                    .forEach(address -> now.put(address, AddressClusterUpdate.of(address, countsFromMillis, cluster)));
        }
        List<AddressClusterUpdate> news = new ArrayList<>();
        now.values().stream()
                .filter(each -> !each.hasSameContent(published.getOrDefault(
                        each.addressId(), AddressClusterUpdate.withoutCluster(each.addressId(), 0))))
                .forEach(news::add);
        published.keySet().stream()
                .filter(address -> !now.containsKey(address))
                .forEach(address -> news.add(AddressClusterUpdate.withoutCluster(address, countsFromMillis)));
        published = now;
        return news;
    }

    /** Everything but what addresses were told: after a restart each is told again. */
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

    public void restore(ClusterSnapshot memory) {
        links.restore(memory.links());
        for (int at = 0; at < memory.confirmed().length; at += PAIR_WIDTH) {
            confirmed.put(memory.confirmed()[at], memory.confirmed()[at + 1]);
        }
        for (long address : memory.publishedAddresses()) {
            published.put(address, AddressClusterUpdate.unknown(address));
        }
        nextMillis = memory.nextMillis();
        eventsSinceRun = memory.eventsSinceRun();
    }
}
