package firedrill.ingest.account;

import firedrill.ingest.event.Account;
import firedrill.ingest.market.Asset;

/**
 * An account holder: fixed traits and mutable state. Fraud on a stolen account acts on the same user and wallet.
 *
 * <p>Known devices and saved addresses follow from the user's requests alone, never from the decisions about them.
 */
public final class User {

    private static final long NO_FRICTION = Long.MIN_VALUE / 2;

    private final long id;
    private final Account account;
    private final long lifetimeValueCents;
    private final long wealthCents;
    private final boolean isConcentrated;
    private final Archetype archetype;
    private final Asset preferredCoin;
    private final boolean isRingAccount;
    private final BoundedIdSet deviceIds;
    private final BoundedIdSet addressIds;
    private final Wallet wallet = new Wallet();
    private boolean isActive = true;
    private boolean isDeparting;
    private long lastFrictionMillis = NO_FRICTION;
    private long previousFrictionMillis = NO_FRICTION;

    /**
     * A user with an empty wallet and no devices or addresses.
     *
     * @param wealthCents the scale of the user's balance and deposits
     * @param isConcentrated keeps everything either in coin or in cash
     * @param preferredCoin the coin that the user mostly holds
     * @param isRingAccount whether a fraud ring opened the account
     * @param mainIdShare share of uses of the main device and of the main address
     */
    User(
            long id,
            Account account,
            long lifetimeValueCents,
            long wealthCents,
            boolean isConcentrated,
            Archetype archetype,
            Asset preferredCoin,
            boolean isRingAccount,
            double mainIdShare) {
        this.id = id;
        this.account = account;
        this.lifetimeValueCents = lifetimeValueCents;
        this.wealthCents = wealthCents;
        this.isConcentrated = isConcentrated;
        this.archetype = archetype;
        this.preferredCoin = preferredCoin;
        this.isRingAccount = isRingAccount;
        deviceIds = new BoundedIdSet(mainIdShare);
        addressIds = new BoundedIdSet(mainIdShare);
    }

    public long id() {
        return id;
    }

    public Account account() {
        return account;
    }

    public long wealthCents() {
        return wealthCents;
    }

    public Wallet wallet() {
        return wallet;
    }

    /** Whether the user is still a customer; a departed user makes no more requests. */
    public boolean isActive() {
        return isActive;
    }

    /** The device used most. */
    public long mainDeviceId() {
        return deviceIds.main();
    }

    /** The address saved first. */
    public long mainAddressId() {
        return addressIds.main();
    }

    /** Every device in use. */
    public long[] knownDeviceIds() {
        return deviceIds.toArray();
    }

    /** Every saved address. */
    public long[] savedAddressIds() {
        return addressIds.toArray();
    }

    public long lifetimeValueCents() {
        return lifetimeValueCents;
    }

    /** The coin that the user mostly holds. */
    public Asset preferredCoin() {
        return preferredCoin;
    }

    public Archetype archetype() {
        return archetype;
    }

    /** Whether a fraud ring opened the account; friction on it harms no customer. */
    public boolean isRingAccount() {
        return isRingAccount;
    }

    public boolean isConcentrated() {
        return isConcentrated;
    }

    public BoundedIdSet deviceIds() {
        return deviceIds;
    }

    public BoundedIdSet addressIds() {
        return addressIds;
    }

    /**
     * Records friction on a request made at this time, and returns whether another request met friction within {@code
     * memoryMillis} before it. Idempotent per request time.
     */
    public boolean recordFriction(long requestMillis, long memoryMillis) {
        if (requestMillis > lastFrictionMillis) {
            previousFrictionMillis = lastFrictionMillis;
            lastFrictionMillis = requestMillis;
        }
        return previousFrictionMillis < requestMillis && requestMillis - previousFrictionMillis < memoryMillis;
    }

    /** Whether the user has decided to depart, and perhaps has departed. */
    public boolean isDeparting() {
        return isDeparting;
    }

    /** Marks the user as departing; false if already marked. */
    public boolean markDeparting() {
        boolean isFirst = !isDeparting;
        isDeparting = true;
        return isFirst;
    }

    public void deactivate() {
        isActive = false;
    }
}
