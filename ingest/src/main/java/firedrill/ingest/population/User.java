package firedrill.ingest.population;

import firedrill.ingest.event.Account;
import firedrill.ingest.market.Asset;
import java.util.concurrent.TimeUnit;

/**
 * An honest user: fixed traits, and what changes with life. Thieves act in a user's name, on the user's wallet.
 *
 * <p>Which devices and addresses are known depends on what the user set out to do, never on what was allowed.
 */
public final class User {

    private static final long MEMORY_MILLIS = TimeUnit.DAYS.toMillis(90);
    private static final long NEVER_HURT = Long.MIN_VALUE / 2;

    private final long id;
    private final Account account;
    private final long lifetimeValueCents;
    private final long wealthCents;
    private final boolean isConcentrated;
    private final Habit habit;
    private final Asset favourite;
    private final boolean isRings;
    private final KnownIds devices = new KnownIds();
    private final KnownIds addresses = new KnownIds();
    private final Wallet wallet = new Wallet();
    private boolean isActive = true;
    private boolean isLeaving;
    private long hurtMillis = NEVER_HURT;
    private long hurtBeforeMillis = NEVER_HURT;

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
            Habit habit,
            Asset favourite,
            boolean isRings) {
        this.id = id;
        this.account = account;
        this.lifetimeValueCents = lifetimeValueCents;
        this.wealthCents = wealthCents;
        this.isConcentrated = isConcentrated;
        this.habit = habit;
        this.favourite = favourite;
        this.isRings = isRings;
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
    public long mainDevice() {
        return devices.pick(0);
    }

    /** The address saved first. */
    public long mainAddress() {
        return addresses.pick(0);
    }

    /** Every device in use. */
    public long[] knownDevices() {
        return devices.all();
    }

    /** Every saved address. */
    public long[] savedAddresses() {
        return addresses.all();
    }

    long lifetimeValueCents() {
        return lifetimeValueCents;
    }

    /** The coin that the user mostly holds. */
    public Asset favourite() {
        return favourite;
    }

    /** How the user uses the exchange. */
    public Habit habit() {
        return habit;
    }

    /** Whether fraudsters opened the account; then nobody honest is hurt by what happens to it. */
    public boolean isRings() {
        return isRings;
    }

    boolean isConcentrated() {
        return isConcentrated;
    }

    KnownIds devices() {
        return devices;
    }

    KnownIds addresses() {
        return addresses;
    }

    /**
     * Remembers that something the user asked for at this time was stopped, and says whether that happened to anything
     * else that was asked for within the 90 days before. Of the same thing it says the same again.
     */
    boolean hurt(long askedMillis) {
        if (askedMillis > hurtMillis) {
            hurtBeforeMillis = hurtMillis;
            hurtMillis = askedMillis;
        }
        return hurtBeforeMillis < askedMillis && askedMillis - hurtBeforeMillis < MEMORY_MILLIS;
    }

    /** Makes up the mind to leave; false if it was made up before. */
    boolean decideToLeave() {
        boolean isNews = !isLeaving;
        isLeaving = true;
        return isNews;
    }

    void leave() {
        isActive = false;
    }
}
