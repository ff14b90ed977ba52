package firedrill.scoring.cluster;

import firedrill.scoring.cluster.Link.Kind;
import firedrill.scoring.cluster.Link.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Who used what, and when, for as long as it is remembered: some {@value #MOST} links, never twice as many, none for long
 * that was not used within {@link #REMEMBERED}.
 */
final class Links {

    /** Some ten megabytes, and four in a savepoint; those used last stay. */
    static final int MOST = 100_000;

    static final Duration REMEMBERED = Duration.ofDays(30);

    /**
     * What more users than this share is a hub: an exchange's wallet, a device on show, a bank. Assumed: larger than a
     * family or a small office, and than the rings of five to ten accounts of published patterns (AMLSim).
     */
    static final int HUB_USERS = 12;

    private static final int FIRST = 0;
    private static final int LAST = 1;
    private static final int SAVED = 5;

    private final Map<Link, long[]> times = new LinkedHashMap<>();

    void saw(Link link, long timeMillis) {
        long[] known = times.get(link);
        if (known == null) {
            if (times.size() >= 2 * MOST) {
                forget(timeMillis);
            }
            times.put(link, new long[] {timeMillis, timeMillis});
        } else {
            known[FIRST] = Math.min(known[FIRST], timeMillis);
            known[LAST] = Math.max(known[LAST], timeMillis);
        }
    }

    /** Forgets what is too old, and what is too much. */
    void forget(long nowMillis) {
        long oldest = nowMillis - REMEMBERED.toMillis();
        if (times.size() > MOST) {
            long[] last = times.values().stream()
                    .mapToLong(time -> time[LAST])
                    .sorted()
                    .toArray();
            oldest = Math.max(oldest, last[last.length - MOST] - 1);
        }
        long kept = oldest;
        times.values().removeIf(time -> time[LAST] <= kept);
    }

    int size() {
        return times.size();
    }

    Set<Long> users() {
        return times.keySet().stream().map(Link::userId).collect(Collectors.toSet());
    }

    /** The clusters, in the order of their smallest user. */
    List<Cluster> clusters(Set<Long> confirmed) {
        Map<Thing, Sharers> sharers = sharers();
        Groups groups = new Groups();
        for (Link link : times.keySet()) {
            Sharers others = of(link, sharers);
            if (others.users <= HUB_USERS) {
                groups.join(others.firstUser, link.userId());
            }
        }
        Map<Long, List<Link>> byGroup = new TreeMap<>();
        for (Link link : times.keySet()) {
            if (!groups.isAlone(link.userId())) {
                byGroup.computeIfAbsent(groups.of(link.userId()), none -> new ArrayList<>())
                        .add(link);
            }
        }
        return byGroup.values().stream()
                .map(links -> cluster(links, sharers, confirmed))
                .toList();
    }

    private Map<Thing, Sharers> sharers() {
        Map<Thing, Sharers> sharers = new HashMap<>(2 * times.size());
        for (Link link : times.keySet()) {
            sharers.computeIfAbsent(link.thing(), none -> new Sharers(link.userId())).users++;
        }
        return sharers;
    }

    private static Sharers of(Link link, Map<Thing, Sharers> sharers) {
        return Objects.requireNonNull(sharers.get(link.thing()));
    }

    private Cluster cluster(List<Link> links, Map<Thing, Sharers> sharers, Set<Long> confirmed) {
        Set<Long> users = new TreeSet<>();
        Set<Long> addresses = new TreeSet<>();
        long sinceMillis = Long.MAX_VALUE;
        int own = 0;
        for (Link link : links) {
            users.add(link.userId());
            int sharedBy = of(link, sharers).users;
            if (sharedBy > HUB_USERS) {
                continue;
            }
            own++;
            if (link.kind() == Kind.ADDRESS) {
                addresses.add(link.thingId());
            }
            if (sharedBy > 1) {
                sinceMillis = Math.min(sinceMillis, firstMillis(link));
            }
        }
        Set<Long> known = new TreeSet<>(users);
        known.retainAll(confirmed);
        return new Cluster(
                List.copyOf(users),
                List.copyOf(addresses),
                sinceMillis,
                (double) own / links.size(),
                List.copyOf(known));
    }

    private long firstMillis(Link link) {
        long[] known = times.get(link);
        return known == null ? Long.MAX_VALUE : known[FIRST];
    }

    /** All links: {@code [user, kind, thing, first, last]} for each. */
    long[] save() {
        return times.entrySet().stream()
                .flatMapToLong(entry -> LongStream.of(
                        entry.getKey().userId(),
                        entry.getKey().kind().ordinal(),
                        entry.getKey().thingId(),
                        entry.getValue()[FIRST],
                        entry.getValue()[LAST]))
                .toArray();
    }

    void restore(long[] saved) {
        for (int at = 0; at < saved.length; at += SAVED) {
            Link link = new Link(saved[at], Kind.values()[(int) saved[at + 1]], saved[at + 2]);
            times.put(link, new long[] {saved[at + 3], saved[at + 4]});
        }
    }

    /** How many users share a thing. */
    private static final class Sharers {

        private final long firstUser;
        private int users;

        Sharers(long firstUser) {
            this.firstUser = firstUser;
        }
    }
}
