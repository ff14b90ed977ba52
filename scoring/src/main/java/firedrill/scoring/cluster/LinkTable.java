package firedrill.scoring.cluster;

import java.util.Arrays;

/**
 * Links between users and things. Each link, each user and each thing has a number, so that what is found out about them can
 * lie in arrays; a link that is seen again is found by the ids alone, for that is what nearly each event asks for. The table
 * only grows: to forget, make one {@link #without}.
 */
final class LinkTable {

    private static final int AT_FIRST = 512;
    private static final int HALF = 32;

    /** All that is known of a link lies together: its user's id, its thing's, the numbers of both, first use and last. */
    private static final int WIDTH = 5;

    private static final int THING = 1;
    private static final int NUMBERS = 2;
    private static final int FIRST = 3;
    private static final int LAST = 4;

    private final Numbering users = new Numbering();
    /** One for each kind; a thing's number is its number there, times the kinds, plus the kind. */
    private final Numbering[] things = {new Numbering(), new Numbering(), new Numbering()};

    private long[] records = new long[AT_FIRST * WIDTH];
    /** Each link's number, plus one, at a place that its ids lead to; 0 marks a free place. At most half are taken. */
    private int[] places = new int[2 * AT_FIRST];

    private int size;

    /** Notes that a user used a thing from {@code firstMillis} to {@code lastMillis}. */
    void add(long userId, Kind kind, long thingId, long firstMillis, long lastMillis) {
        int place = placeOf(userId, kind, thingId);
        if (places[place] == 0) {
            begin(userId, kind, thingId, firstMillis, lastMillis);
            return;
        }
        int record = (places[place] - 1) * WIDTH;
        records[record + FIRST] = Math.min(records[record + FIRST], firstMillis);
        records[record + LAST] = Math.max(records[record + LAST], lastMillis);
    }

    private void begin(long userId, Kind kind, long thingId, long firstMillis, long lastMillis) {
        if (2 * size == places.length) {
            grow();
        }
        int thing = things[kind.ordinal()].of(thingId) * Kind.COUNT + kind.ordinal();
        places[placeOf(userId, kind, thingId)] = size + 1;
        int record = size++ * WIDTH;
        records[record] = userId;
        records[record + THING] = thingId;
        records[record + NUMBERS] = ((long) users.of(userId) << HALF) | thing;
        records[record + FIRST] = firstMillis;
        records[record + LAST] = lastMillis;
    }

    private void grow() {
        records = Arrays.copyOf(records, 2 * records.length);
        places = new int[2 * places.length];
        for (int link = 0; link < size; link++) {
            places[placeOf(userId(link), kind(link), thingId(link))] = link + 1;
        }
    }

    /** Where the number of a link stands, or would. */
    private int placeOf(long userId, Kind kind, long thingId) {
        int place = Numbering.spread(Numbering.spread(userId) ^ (thingId + kind.ordinal())) & (places.length - 1);
        while (places[place] != 0 && !isOf(places[place] - 1, userId, kind, thingId)) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private boolean isOf(int link, long userId, Kind kind, long thingId) {
        return userId(link) == userId && thingId(link) == thingId && kind(link) == kind;
    }

    /** The links that were used after {@code oldestMillis}; this very table if all were. */
    LinkTable without(long oldestMillis) {
        int link = 0;
        while (link < size && lastMillis(link) > oldestMillis) {
            link++;
        }
        return link == size ? this : copyAfter(oldestMillis);
    }

    private LinkTable copyAfter(long oldestMillis) {
        LinkTable kept = new LinkTable();
        for (int link = 0; link < size; link++) {
            if (lastMillis(link) > oldestMillis) {
                kept.begin(userId(link), kind(link), thingId(link), firstMillis(link), lastMillis(link));
            }
        }
        return kept;
    }

    /** How many links there are; their numbers are below. */
    int size() {
        return size;
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
    int numberOf(long userId) {
        return users.find(userId);
    }

    /** Whose link it is: the user's number. */
    int user(int link) {
        return (int) (records[link * WIDTH + NUMBERS] >>> HALF);
    }

    /** Where it leads: the thing's number. */
    int thing(int link) {
        return (int) records[link * WIDTH + NUMBERS];
    }

    Kind kind(int link) {
        return Kind.at(thing(link) % Kind.COUNT);
    }

    long userId(int link) {
        return records[link * WIDTH];
    }

    long thingId(int link) {
        return records[link * WIDTH + THING];
    }

    long firstMillis(int link) {
        return records[link * WIDTH + FIRST];
    }

    long lastMillis(int link) {
        return records[link * WIDTH + LAST];
    }

    /** The id of the user with a number. */
    long idOf(int user) {
        return users.key(user);
    }
}
