package firedrill.scoring.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Cluster} of each community of at least two users. */
final class ClusterBuilder {

    private final CommunityDetection communities;
    private final SharedEntityIndex sharedEntities;
    private final LinkTable table;
    /** Draft of the community by user; null for a user without others. */
    private final @Nullable ClusterDraft[] drafts;

    private ClusterBuilder(CommunityDetection communities, LinkTable table) {
        this.communities = communities;
        sharedEntities = communities.sharedEntities();
        this.table = table;
        drafts = new ClusterDraft[table.userCount()];
    }

    /**
     * The clusters of a table, ordered by their smallest user; {@code confirmed} are the users with confirmed fraud.
     */
    static List<Cluster> build(LinkTable table, Collection<Long> confirmed) {
        ClusterBuilder builder = new ClusterBuilder(new CommunityDetection(table), table);
        List<ClusterDraft> created = builder.draftClusters();
        builder.addLinks();
        builder.add(confirmed);
        return created.stream()
                .map(ClusterDraft::build)
                .sorted(Comparator.comparing(cluster -> cluster.users().get(0)))
                .toList();
    }

    private List<ClusterDraft> draftClusters() {
        List<ClusterDraft> created = new ArrayList<>();
        int[] sizes = communities.sizes();
        for (int user = 0; user < drafts.length; user++) {
            int community = communities.communityOf(user);
            if (sizes[community] == 1) {
                continue;
            }
            ClusterDraft draft = drafts[community];
            if (draft == null) {
                draft = new ClusterDraft();
                created.add(draft);
                drafts[community] = draft;
            }
            drafts[user] = draft;
            draft.users.add(table.userIdAt(user));
        }
        return created;
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
        if (communities.isToHub(link)) {
            return;
        }
        draft.exclusiveLinks++;
        if (sharedEntities.isShared(link)) {
            draft.firstSharedMillis = Math.min(draft.firstSharedMillis, table.firstMillis(link));
        }
        if (sharedEntities.isFirstLink(link) && table.kind(link) == LinkKind.ADDRESS) {
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
