package firedrill.scoring.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down groups of at least two users as clusters; whoever is alone costs next to nothing. */
final class ClusterMaker {

    private final Membership membership;
    private final Sharers sharers;
    private final LinkTable table;
    /** By user: the draft of the group; null for whoever is alone. */
    private final @Nullable Draft[] drafts;

    private ClusterMaker(Membership membership, LinkTable table) {
        this.membership = membership;
        sharers = membership.sharers();
        this.table = table;
        drafts = new Draft[table.users()];
    }

    /** The clusters of a table, in the order of their smallest user; {@code confirmed} are known for fraud. */
    static List<Cluster> clusters(LinkTable table, Collection<Long> confirmed) {
        ClusterMaker maker = new ClusterMaker(new Membership(table), table);
        List<Draft> begun = maker.begin();
        maker.noteLinks();
        maker.note(confirmed);
        return begun.stream()
                .map(Draft::cluster)
                .sorted(Comparator.comparing(cluster -> cluster.users().get(0)))
                .toList();
    }

    private List<Draft> begin() {
        List<Draft> begun = new ArrayList<>();
        int[] sizes = membership.sizes();
        for (int user = 0; user < drafts.length; user++) {
            int head = membership.of(user);
            if (sizes[head] == 1) {
                continue;
            }
            Draft draft = drafts[head];
            if (draft == null) {
                draft = new Draft();
                begun.add(draft);
                drafts[head] = draft;
            }
            drafts[user] = draft;
            draft.users.add(table.idOf(user));
        }
        return begun;
    }

    private void noteLinks() {
        for (int link = 0; link < table.size(); link++) {
            Draft draft = drafts[table.user(link)];
            if (draft != null) {
                note(link, draft);
            }
        }
    }

    private void note(int link, Draft draft) {
        draft.links++;
        if (membership.isToHub(link)) {
            return;
        }
        draft.own++;
        if (sharers.isShared(link)) {
            draft.sinceMillis = Math.min(draft.sinceMillis, table.firstMillis(link));
        }
        if (sharers.isFirst(link) && table.kind(link) == Kind.ADDRESS) {
            draft.addresses.add(table.thingId(link));
        }
    }

    private void note(Collection<Long> confirmed) {
        for (long userId : confirmed) {
            int user = table.numberOf(userId);
            Draft draft = user == Numbering.UNKNOWN ? null : drafts[user];
            if (draft != null) {
                draft.confirmed.add(userId);
            }
        }
    }

    /** A cluster to be. */
    private static final class Draft {

        private final List<Long> users = new ArrayList<>();
        private final List<Long> addresses = new ArrayList<>();
        private final List<Long> confirmed = new ArrayList<>();
        private long sinceMillis = Long.MAX_VALUE;
        private int links;
        private int own;

        Cluster cluster() {
            return new Cluster(sorted(users), sorted(addresses), sinceMillis, (double) own / links, sorted(confirmed));
        }

        private static List<Long> sorted(List<Long> ids) {
            ids.sort(null);
            return ids;
        }
    }
}
