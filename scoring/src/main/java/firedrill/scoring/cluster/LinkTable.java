package firedrill.scoring.cluster;

import java.util.Arrays;

/**
 * Links between users and things, in arrays: each user, each thing and each link has a number. It only grows; to forget, make
 * one {@link #without}.
 */
final class LinkTable {

    private static final int AT_FIRST = 512;
    private static final int HALF = 32;

    private final Numbering users = new Numbering();
    /** A table for each kind; a thing's number is its number there, times the kinds, plus the kind. */
    private final Numbering[] things = {new Numbering(), new Numbering(), new Numbering()};
    /** By the user's number and the thing's. */
    private final Numbering links = new Numbering();

    private long[] firstMillis = new long[AT_FIRST];
    private long[] lastMillis = new long[AT_FIRST];

    /** Notes that a user used a thing from {@code first} to {@code last}. */
    void add(long userId, Kind kind, long thingId, long first, long last) {
        int thing = things[kind.ordinal()].of(thingId) * Kind.COUNT + kind.ordinal();
        int before = links.size();
        int link = links.of((long) users.of(userId) << HALF | thing);
        if (link < before) {
            firstMillis[link] = Math.min(firstMillis[link], first);
            lastMillis[link] = Math.max(lastMillis[link], last);
            return;
        }
        if (link == firstMillis.length) {
            firstMillis = Arrays.copyOf(firstMillis, 2 * link);
            lastMillis = Arrays.copyOf(lastMillis, 2 * link);
        }
        firstMillis[link] = first;
        lastMillis[link] = last;
    }

    /** The links that were used after {@code oldestMillis}; this very table if all were. */
    LinkTable without(long oldestMillis) {
        int link = 0;
        while (link < size() && lastMillis[link] > oldestMillis) {
            link++;
        }
        return link == size() ? this : copyAfter(oldestMillis);
    }

    private LinkTable copyAfter(long oldestMillis) {
        LinkTable kept = new LinkTable();
        for (int link = 0; link < size(); link++) {
            if (lastMillis[link] > oldestMillis) {
                kept.add(userId(user(link)), kind(link), thingId(link), firstMillis[link], lastMillis[link]);
            }
        }
        return kept;
    }

    /** How many links there are; their numbers are below. */
    int size() {
        return links.size();
    }

    /** The numbers of users are below this. */
    int users() {
        return users.size();
    }

    /** The numbers of things are below this; not each is taken. */
    int things() {
        int most = 0;
        for (Numbering each : things) {
            most = Math.max(most, each.size());
        }
        return most * Kind.COUNT;
    }

    /** The number of a user, or {@link Numbering#UNKNOWN}. */
    int find(long userId) {
        return users.find(userId);
    }

    long userId(int user) {
        return users.key(user);
    }

    /** Whose link it is: the user's number. */
    int user(int link) {
        return (int) (links.key(link) >>> HALF);
    }

    /** Where it leads: the thing's number. */
    int thing(int link) {
        return (int) links.key(link);
    }

    Kind kind(int link) {
        return Kind.at(thing(link) % Kind.COUNT);
    }

    long thingId(int link) {
        int thing = thing(link);
        return things[thing % Kind.COUNT].key(thing / Kind.COUNT);
    }

    long firstMillis(int link) {
        return firstMillis[link];
    }

    long lastMillis(int link) {
        return lastMillis[link];
    }
}
