package firedrill.scoring.graph;

import java.util.Arrays;

/** How many share each thing. */
final class SharedEntityIndex {

    private static final int HALF = 32;

    private final LinkTable table;
    /** By thing. */
    private final int[] users;
    /** By thing: one of its links, the first. */
    private final int[] firstLinks;
    /** By thing: the users, or the parties where they were counted. */
    private int[] weights;

    SharedEntityIndex(LinkTable table) {
        this.table = table;
        users = new int[table.entityIndexBound()];
        firstLinks = new int[table.entityIndexBound()];
        weights = users;
        for (int link = 0; link < table.size(); link++) {
            int thing = table.entityIndex(link);
            if (users[thing]++ == 0) {
                firstLinks[thing] = link;
            }
        }
    }

    /** The links to what several share, and not very many. */
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
     * From now on an address weighs as many parties as share it. A party is who is tied without addresses.
     *
     * @param ties all links of the groups in question that tie
     */
    void weighByParties(int[] ties) {
        UnionFind parties = new UnionFind(table.userCount());
        for (int link : ties) {
            if (table.kind(link) != LinkKind.ADDRESS) {
                parties.union(firstUser(link), table.userIndex(link));
            }
        }
        weights = users.clone();
        DenseIndex met = new DenseIndex();
        for (int link : ties) {
            int before = met.size();
            if (table.kind(link) == LinkKind.ADDRESS
                    && met.getOrAdd(((long) parties.find(table.userIndex(link)) << HALF) | table.entityIndex(link))
                            < before) {
                weights[table.entityIndex(link)]--;
            }
        }
    }

    /** How many share the thing of a link, as users or as parties. */
    int weight(int link) {
        return weights[table.entityIndex(link)];
    }

    /** Whether somebody else uses it as well. */
    boolean isShared(int link) {
        return users[table.entityIndex(link)] > 1;
    }

    /** Who has the first link to the thing of this one. */
    int firstUser(int link) {
        return table.userIndex(firstLinks[table.entityIndex(link)]);
    }

    /** Whether it is the first link to its thing: each thing has one. */
    boolean isFirstLink(int link) {
        return firstLinks[table.entityIndex(link)] == link;
    }
}
