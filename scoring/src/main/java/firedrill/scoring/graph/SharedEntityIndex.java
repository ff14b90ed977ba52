package firedrill.scoring.graph;

import java.util.Arrays;

/** Degree of each entity, by users or by parties. */
final class SharedEntityIndex {

    private static final int HALF = 32;

    private final LinkTable table;
    /** Users by entity. */
    private final int[] users;
    /** First link by entity. */
    private final int[] firstLinks;
    /** Degree by entity: users, or parties where they were counted. */
    private int[] weights;

    SharedEntityIndex(LinkTable table) {
        this.table = table;
        users = new int[table.entityIndexBound()];
        firstLinks = new int[table.entityIndexBound()];
        weights = users;
        for (int link = 0; link < table.size(); link++) {
            int entity = table.entityIndex(link);
            if (users[entity]++ == 0) {
                firstLinks[entity] = link;
            }
        }
    }

    /** Links to shared entities that are no hubs. */
    int[] sharedLinks() {
        int[] ties = new int[table.size()];
        int count = 0;
        for (int link = 0; link < table.size(); link++) {
            if (isShared(link) && weight(link) <= HubThreshold.MAX_USERS) {
                ties[count++] = link;
            }
        }
        return Arrays.copyOf(ties, count);
    }

    /**
     * Counts parties as the degree of addresses from now on. A party is the users linked by devices and sources.
     *
     * @param links all links within the communities in question
     */
    void weighByParties(int[] links) {
        UnionFind parties = new UnionFind(table.userCount());
        for (int link : links) {
            if (table.kind(link) != LinkKind.ADDRESS) {
                parties.union(firstUser(link), table.userIndex(link));
            }
        }
        weights = users.clone();
        DenseIndex partiesSeen = new DenseIndex();
        for (int link : links) {
            int before = partiesSeen.size();
            if (table.kind(link) == LinkKind.ADDRESS
                    && partiesSeen.getOrAdd(
                                    ((long) parties.find(table.userIndex(link)) << HALF) | table.entityIndex(link))
                            < before) {
                weights[table.entityIndex(link)]--;
            }
        }
    }

    /** Degree of the link's entity, in users or parties. */
    int weight(int link) {
        return weights[table.entityIndex(link)];
    }

    /** Whether several users share the link's entity. */
    boolean isShared(int link) {
        return users[table.entityIndex(link)] > 1;
    }

    /** User of the first link to the same entity. */
    int firstUser(int link) {
        return table.userIndex(firstLinks[table.entityIndex(link)]);
    }

    /** Whether it is the first link to its entity; each entity has exactly one. */
    boolean isFirstLink(int link) {
        return firstLinks[table.entityIndex(link)] == link;
    }
}
