package firedrill.scoring.cluster;

/**
 * When a thing is a hub, which ties nobody together: in steps, of which the first is for all, and the others for nets.
 *
 * <p>At first each thing is a hub that more than {@value #HUB_USERS} users share. With each step addresses become hubs that
 * one user fewer shares, until no address ties any more; then devices and sources do likewise. Addresses go first, for a
 * payment processor has many of them, each shared by a few strangers, while strangers hardly share a device or a sender.
 * At the {@link #LAST} step nothing ties.
 */
final class Strictness {

    /**
     * What more users than this share is a hub for everybody: an exchange's wallet, a device on show, a bank. Assumed: larger
     * than a family or a small office, and than the rings of five to ten accounts of published patterns (AMLSim).
     */
    static final int HUB_USERS = 12;

    private static final int STEPS = HUB_USERS - 1;

    static final int LAST = 2 * STEPS;

    /** By how many users, at most, a thing may be shared that is no hub at {@code step}, 0 to {@link #LAST}. */
    static int most(Kind kind, int step) {
        return kind == Kind.ADDRESS ? HUB_USERS - Math.min(step, STEPS) : HUB_USERS - Math.max(0, step - STEPS);
    }

    private Strictness() {}
}
