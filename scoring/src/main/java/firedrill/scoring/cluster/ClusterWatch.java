package firedrill.scoring.cluster;

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
 * one event for each {@value #LINKS_PER_EVENT} links that it remembers, so that a look costs each of them the same.
 *
 * <p>It looks when it hears the first event of a half hour, at what was told before that event, so what it finds depends on
 * the order of events alone. What it tells counts some minutes later: by then it has reached the memories that it is for,
 * and how it travelled leaves no trace. Not safe for several threads.
 */
public final class ClusterWatch {

    static final Duration EVERY = Duration.ofMinutes(30);
    /** At the usual speed of a run, 60, ten seconds of wall time. */
    static final Duration COUNTS_AFTER = Duration.ofMinutes(10);

    private static final long NEVER = Long.MIN_VALUE;
    private static final int SAVED = 2;
    private static final int LINKS_PER_EVENT = 4;

    private final Links links = new Links();
    /** Users known for fraud, and from when on that counts. */
    private final Map<Long, Long> confirmed = new TreeMap<>();
    /** What each address was told last, unless that was nothing. */
    private Map<Long, AddressCluster> told = new LinkedHashMap<>();

    private List<Cluster> clusters = List.of();
    private long nextMillis = NEVER;
    private long heard;

    /** Whether {@link #observe} has any use for {@code event}. */
    public static boolean concerns(ExchangeEvent event) {
        return Links.isOf(event);
    }

    /** Notes {@code event}; returns what addresses are to be told, as a rule nothing. */
    public List<AddressCluster> observe(ExchangeEvent event) {
        if (!Links.isOf(event)) {
            return List.of();
        }
        List<AddressCluster> news = event.timeMillis() >= nextMillis ? visit(event.timeMillis()) : List.of();
        heard++;
        links.saw(event);
        return news;
    }

    /** Learns that a user is known for fraud, from {@code countsFromMillis} on. */
    public void learn(long userId, long countsFromMillis) {
        confirmed.merge(userId, countsFromMillis, Math::min);
    }

    /** The clusters as of the last look, in the order of their smallest user. */
    public List<Cluster> clusters() {
        return clusters;
    }

    private List<AddressCluster> visit(long timeMillis) {
        long boundary = Math.floorDiv(timeMillis, EVERY.toMillis()) * EVERY.toMillis();
        nextMillis = boundary + EVERY.toMillis();
        if (LINKS_PER_EVENT * heard < links.size()) {
            return List.of();
        }
        heard = 0;
        look(boundary);
        return news(boundary + COUNTS_AFTER.toMillis());
    }

    private void look(long boundary) {
        links.tidy(boundary);
        List<Long> known = new ArrayList<>();
        confirmed.forEach((user, countsFrom) -> {
            if (countsFrom <= boundary) {
                known.add(user);
            }
        });
        clusters = links.clusters(known);
        long oldest = boundary - Links.REMEMBERED.toMillis();
        confirmed.entrySet().removeIf(entry -> entry.getValue() <= oldest && !links.knows(entry.getKey()));
    }

    private List<AddressCluster> news(long countsFromMillis) {
        Map<Long, AddressCluster> now = new LinkedHashMap<>();
        for (Cluster cluster : clusters) {
            cluster.addresses()
                    .forEach(address -> now.put(address, AddressCluster.of(address, countsFromMillis, cluster)));
        }
        List<AddressCluster> news = new ArrayList<>();
        now.values().stream()
                .filter(each -> !each.saysTheSameAs(
                        told.getOrDefault(each.addressId(), AddressCluster.none(each.addressId(), 0))))
                .forEach(news::add);
        told.keySet().stream()
                .filter(address -> !now.containsKey(address))
                .forEach(address -> news.add(AddressCluster.none(address, countsFromMillis)));
        told = now;
        return news;
    }

    /** Everything but what addresses were told: after a restart each is told again. */
    public ClusterMemory save() {
        return new ClusterMemory(
                links.save(),
                confirmed.entrySet().stream()
                        .flatMapToLong(entry -> LongStream.of(entry.getKey(), entry.getValue()))
                        .toArray(),
                told.keySet().stream().mapToLong(address -> address).toArray(),
                nextMillis,
                heard);
    }

    public void restore(ClusterMemory memory) {
        links.restore(memory.links());
        for (int at = 0; at < memory.confirmed().length; at += SAVED) {
            confirmed.put(memory.confirmed()[at], memory.confirmed()[at + 1]);
        }
        for (long address : memory.told()) {
            told.put(address, AddressCluster.unheard(address));
        }
        nextMillis = memory.nextMillis();
        heard = memory.heard();
    }
}
