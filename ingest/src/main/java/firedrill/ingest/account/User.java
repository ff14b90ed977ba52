package firedrill.ingest.account;

import firedrill.ingest.event.Account;
import firedrill.ingest.market.Asset;
import java.util.concurrent.TimeUnit;

/**
 * An honest user: fixed traits, and what changes with life. Thieves act in a user's name, on the user's wallet.
 *
 * <p>Which devices and addresses are known depends on what the user set out to do, never on what was allowed.
 */
public final class User {

    private static final long FRICTION_MEMORY_MILLIS = TimeUnit.DAYS.toMillis(90);
    private static final long NO_FRICTION = Long.MIN_VALUE / 2;

    private final long id;
    private final Account account;
    private final long lifetimeValueCents;
    private final long wealthCents;
    private final boolean isConcentrated;
    private final Archetype archetype;
    private final Asset preferredCoin;
    private final boolean isRingAccount;
    private final BoundedIdSet deviceIds = new BoundedIdSet();
    private final BoundedIdSet addressIds = new BoundedIdSet();
    private final Wallet wallet = new Wallet();
    private boolean isActive = true;
    private boolean isDeparting;
    private long lastFrictionMillis = NO_FRICTION;
    private long previousFrictionMillis = NO_FRICTION;

    /**
     * A user with nothing yet.
     *
     * @param wealthCents the scale of the user's deposits
     * @param isConcentrated trades all or nothing
     * @param favourite the coin that the user mostly holds
     * @param isRings whether fraudsters opened the account
     */
    User(
            long id,
            Account account,
            long lifetimeValueCents,
            long wealthCents,
            boolean isConcentrated,
            Archetype habit,
            Asset favourite,
            boolean isRings) {
        this.id = id;
        this.account = account;
        this.lifetimeValueCents = lifetimeValueCents;
        this.wealthCents = wealthCents;
        this.isConcentrated = isConcentrated;
        this.archetype = habit;
        this.preferredCoin = favourite;
        this.isRingAccount = isRings;
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

    /** Whether the user is still a customer; one who left does nothing any more. */
    public boolean isActive() {
        return isActive;
    }

    /** The device used most. */
    public long mainDeviceId() {
        return deviceIds.sample(0);
    }

    /** The address saved first. */
    public long mainAddressId() {
        return addressIds.sample(0);
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

    /** How the user uses the exchange. */
    public Archetype archetype() {
        return archetype;
    }

    /** Whether fraudsters opened the account; then nobody honest is hurt by what happens to it. */
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
     * Remembers that something the user asked for at this time was stopped, and says whether that happened to anything
     * else that was asked for within the 90 days before. Of the same thing it says the same again.
     */
    public boolean recordFriction(long askedMillis) {
        if (askedMillis > lastFrictionMillis) {
            previousFrictionMillis = lastFrictionMillis;
            lastFrictionMillis = askedMillis;
        }
        return previousFrictionMillis < askedMillis && askedMillis - previousFrictionMillis < FRICTION_MEMORY_MILLIS;
    }

    /** Makes up the mind to leave; false if it was made up before. */
    public boolean markDeparting() {
        boolean isNews = !isDeparting;
        isDeparting = true;
        return isNews;
    }

    public void deactivate() {
        isActive = false;
    }
}
