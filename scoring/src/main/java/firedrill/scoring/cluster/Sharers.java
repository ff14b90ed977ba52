package firedrill.scoring.cluster;

import java.util.Arrays;

/** How many share each thing. */
final class Sharers {

    private static final int HALF = 32;

    private final LinkTable table;
    /** By thing. */
    private final int[] users;
    /** By thing: one of its links, the first. */
    private final int[] firstLinks;
    /** By thing: the users, or the parties where they were counted. */
    private int[] weights;

    Sharers(LinkTable table) {
        this.table = table;
        users = new int[table.things()];
        firstLinks = new int[table.things()];
        weights = users;
        for (int link = 0; link < table.size(); link++) {
            int thing = table.thing(link);
            if (users[thing]++ == 0) {
                firstLinks[thing] = link;
            }
        }
    }

    /** The links to what several share, and not very many. */
    int[] ties() {
        int[] ties = new int[table.size()];
        int count = 0;
        for (int link = 0; link < table.size(); link++) {
            if (isShared(link) && weight(link) <= Strictness.HUB_USERS) {
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
    void countParties(int[] ties) {
        Groups parties = new Groups(table.users());
        for (int link : ties) {
            if (table.kind(link) != Kind.ADDRESS) {
                parties.join(firstUser(link), table.user(link));
            }
        }
        weights = users.clone();
        Numbering met = new Numbering();
        for (int link : ties) {
            int before = met.size();
            if (table.kind(link) == Kind.ADDRESS
                    && met.of(((long) parties.of(table.user(link)) << HALF) | table.thing(link)) < before) {
                weights[table.thing(link)]--;
            }
        }
    }

    /** How many share the thing of a link, as users or as parties. */
    int weight(int link) {
        return weights[table.thing(link)];
    }

    /** Whether somebody else uses it as well. */
    boolean isShared(int link) {
        return users[table.thing(link)] > 1;
    }

    /** Who has the first link to the thing of this one. */
    int firstUser(int link) {
        return table.user(firstLinks[table.thing(link)]);
    }

    /** Whether it is the first link to its thing: each thing has one. */
    boolean isFirst(int link) {
        return firstLinks[table.thing(link)] == link;
    }
}
