package firedrill.scoring.graph;

/**
 * When a thing is a hub, which ties nobody together: in steps, of which step 0 is for everybody and the others are for nets.
 *
 * <p>At step 0 a thing is a hub that more than {@value #MAX_USERS} users share. In a net an address counts by the parties
 * that share it, those whom devices and sources tie being one party: that friends or a ring share an address does not speak
 * against it, that strangers do does. From step 1 on it is a hub if more than {@value #MAX_PARTIES} parties share it, then
 * {@value #MAX_PARTIES} less one, until it ties none. Devices and sources follow in the same way, so that at the
 * {@link #LAST_STEP} step nothing ties. Addresses go first, for a payment processor has many, each shared by a few strangers,
 * while strangers hardly share a device or a sender.
 */
final class HubThreshold {

    /**
     * What more users than this share is a hub for everybody: an exchange's wallet, a device on show, a bank. Assumed: larger
     * than a family or a small office, and than the rings of five to ten accounts of published patterns (AMLSim).
     */
    static final int MAX_USERS = 12;

    /**
     * What more parties than this share is a hub in a net. Assumed: a processor's addresses have five to twelve strangers
     * each in simulated runs (seeds 7 and 11, where this was chosen). A ring that only such an address ties is lost.
     */
    static final int MAX_PARTIES = 4;

    /** From here on addresses tie nobody, nor does anything that ties nobody else. */
    private static final int FIRST_STEP_WITHOUT_ADDRESSES = MAX_PARTIES + 1;

    static final int LAST_STEP = FIRST_STEP_WITHOUT_ADDRESSES + MAX_USERS - 2;

    /** How many, at most, may share a thing that is no hub at {@code step}, 0 to {@link #LAST_STEP}: parties or users. */
    static int maxSharers(LinkKind kind, int step) {
        if (kind == LinkKind.ADDRESS && step > 0) {
            return Math.max(0, FIRST_STEP_WITHOUT_ADDRESSES - step);
        }
        return MAX_USERS - Math.max(0, step - FIRST_STEP_WITHOUT_ADDRESSES + 1);
    }

    private HubThreshold() {}
}
