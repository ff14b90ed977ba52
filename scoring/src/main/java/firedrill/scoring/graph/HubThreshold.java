package firedrill.scoring.graph;

/**
 * Highest degree of an entity that is no hub, by tightening step; hubs link no users. Step 0 is for all, the others are
 * for oversized communities.
 *
 * <p>At step 0 an entity is a hub if more than {@value #MAX_USERS} users share it. In an oversized community the degree
 * of an address is the number of parties that share it, a party being users linked by devices and sources: sharing
 * within one party is no sign of a hub, sharing between unrelated parties is. From step 1 on an address is a hub if
 * more than {@value #MAX_PARTIES} parties share it, then {@value #MAX_PARTIES} less one, until it links none. Devices
 * and sources follow in the same way, so that at {@link #LAST_STEP} nothing links. Addresses are restricted first,
 * because a payment processor has many, each shared by a few strangers, while strangers hardly share a device or a
 * sender.
 */
final class HubThreshold {

    /**
     * Users of an entity at most: above are exchange wallets, demonstration devices, banks. Assumed: larger than a
     * family or a small office, and than the rings of five to ten accounts of published patterns (AMLSim).
     */
    static final int MAX_USERS = 12;

    /**
     * Parties of an address at most, in an oversized community. Assumed: a processor's addresses have five to twelve
     * strangers each in simulated runs (chosen on seeds 7 and 11). A ring that only such an address links is lost.
     */
    static final int MAX_PARTIES = 4;

    /** From here on addresses do not link. */
    private static final int FIRST_STEP_WITHOUT_ADDRESSES = MAX_PARTIES + 1;

    static final int LAST_STEP = FIRST_STEP_WITHOUT_ADDRESSES + MAX_USERS - 2;

    /** Highest degree of an entity that is no hub at {@code step}, 0 to {@link #LAST_STEP}: in parties or users. */
    static int maxSharers(LinkKind kind, int step) {
        if (kind == LinkKind.ADDRESS && step > 0) {
            return Math.max(0, FIRST_STEP_WITHOUT_ADDRESSES - step);
        }
        return MAX_USERS - Math.max(0, step - FIRST_STEP_WITHOUT_ADDRESSES + 1);
    }

    private HubThreshold() {}
}
