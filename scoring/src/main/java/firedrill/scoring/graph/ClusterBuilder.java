package firedrill.scoring.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down groups of at least two users as clusters; whoever is alone costs next to nothing. */
final class ClusterBuilder {

    private final CommunityDetection membership;
    private final SharedEntityIndex sharers;
    private final LinkTable table;
    /** By user: the draft of the group; null for whoever is alone. */
    private final @Nullable ClusterDraft[] drafts;

    private ClusterBuilder(CommunityDetection membership, LinkTable table) {
        this.membership = membership;
        sharers = membership.sharedEntities();
        this.table = table;
        drafts = new ClusterDraft[table.userCount()];
    }

    /** The clusters of a table, in the order of their smallest user; {@code confirmed} are known for fraud. */
    static List<Cluster> build(LinkTable table, Collection<Long> confirmed) {
        ClusterBuilder maker = new ClusterBuilder(new CommunityDetection(table), table);
        List<ClusterDraft> begun = maker.draftClusters();
        maker.addLinks();
        maker.add(confirmed);
        return begun.stream()
                .map(ClusterDraft::build)
                .sorted(Comparator.comparing(cluster -> cluster.users().get(0)))
                .toList();
    }

    private List<ClusterDraft> draftClusters() {
        List<ClusterDraft> begun = new ArrayList<>();
        int[] sizes = membership.sizes();
        for (int user = 0; user < drafts.length; user++) {
            int head = membership.communityOf(user);
            if (sizes[head] == 1) {
                continue;
            }
            ClusterDraft draft = drafts[head];
            if (draft == null) {
                draft = new ClusterDraft();
                begun.add(draft);
                drafts[head] = draft;
            }
            drafts[user] = draft;
            draft.users.add(table.userIdAt(user));
        }
        return begun;
    }

    private void addLinks() {
        for (int link = 0; link < table.size(); link++) {
            ClusterDraft draft = drafts[table.userIndex(link)];
            if (draft != null) {
                add(link, draft);
            }
        }
    }

    private void add(int link, ClusterDraft draft) {
        draft.links++;
        if (membership.isToHub(link)) {
            return;
        }
        draft.exclusiveLinks++;
        if (sharers.isShared(link)) {
            draft.firstSharedMillis = Math.min(draft.firstSharedMillis, table.firstMillis(link));
        }
        if (sharers.isFirstLink(link) && table.kind(link) == LinkKind.ADDRESS) {
            draft.addresses.add(table.entityId(link));
        }
    }

    private void add(Collection<Long> confirmed) {
        for (long userId : confirmed) {
            int user = table.findUser(userId);
            ClusterDraft draft = user == DenseIndex.ABSENT ? null : drafts[user];
            if (draft != null) {
                draft.confirmedUsers.add(userId);
            }
        }
    }

    /** A cluster to be. */
    private static final class ClusterDraft {

        private final List<Long> users = new ArrayList<>();
        private final List<Long> addresses = new ArrayList<>();
        private final List<Long> confirmedUsers = new ArrayList<>();
        private long firstSharedMillis = Long.MAX_VALUE;
        private int links;
        private int exclusiveLinks;

        Cluster build() {
            return new Cluster(
                    sorted(users),
                    sorted(addresses),
                    firstSharedMillis,
                    (double) exclusiveLinks / links,
                    sorted(confirmedUsers));
        }

        private static List<Long> sorted(List<Long> ids) {
            ids.sort(null);
            return ids;
        }
    }
}
