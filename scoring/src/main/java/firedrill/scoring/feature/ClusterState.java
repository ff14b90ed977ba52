package firedrill.scoring.feature;

import firedrill.scoring.cluster.AddressCluster;

/**
 * The cluster that an address belongs to, as it was told, and as it will be known next; part of {@link AddressState}.
 *
 * <p>What is told counts from some moment on. If the next is told before the last has come to count, it takes its place:
 * late, never early.
 */
public final class ClusterState {

    /** 0 for none. */
    public int users;

    public long sinceMillis;
    public double exclusivity;
    public double confirmedShare;

    /** When the next counts, or {@link Moments#NEVER} if there is none. */
    public long nextFromMillis = Moments.NEVER;

    public int nextUsers;
    public long nextSinceMillis;
    public double nextExclusivity;
    public double nextConfirmedShare;

    void hear(AddressCluster news) {
        nextFromMillis = news.countsFromMillis();
        nextUsers = news.users();
        nextSinceMillis = news.sinceMillis();
        nextExclusivity = news.exclusivity();
        nextConfirmedShare = news.confirmedShare();
    }

    double users(long nowMillis) {
        return known(nowMillis).users;
    }

    double ageMinutes(long nowMillis) {
        return known(nowMillis).users == 0 ? Reading.UNKNOWN : Moments.minutesSince(sinceMillis, nowMillis, 0);
    }

    double exclusivity(long nowMillis) {
        return known(nowMillis).exclusivity;
    }

    double confirmedShare(long nowMillis) {
        return known(nowMillis).confirmedShare;
    }

    private ClusterState known(long nowMillis) {
        if (nextFromMillis != Moments.NEVER && nextFromMillis <= nowMillis) {
            users = nextUsers;
            sinceMillis = nextSinceMillis;
            exclusivity = nextExclusivity;
            confirmedShare = nextConfirmedShare;
            nextFromMillis = Moments.NEVER;
        }
        return this;
    }
}
