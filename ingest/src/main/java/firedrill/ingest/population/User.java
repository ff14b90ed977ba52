package firedrill.ingest.population;

import firedrill.ingest.event.Account;

/**
 * An honest user: fixed traits, and what changes with life. Thieves act in a user's name, on the user's wallet.
 *
 * <p>Which devices and addresses are known depends on what the user set out to do, never on what was allowed.
 */
public final class User {

    private final long id;
    private final Account account;
    private final long lifetimeValueCents;
    private final long wealthCents;
    private final boolean isConcentrated;
    private final KnownIds devices = new KnownIds();
    private final KnownIds addresses = new KnownIds();
    private final Wallet wallet = new Wallet();
    private boolean isActive = true;
    private boolean isLeaving;
    private int timesHurt;

    /**
     * A user with nothing yet.
     *
     * @param wealthCents the scale of the user's deposits
     * @param isConcentrated trades all or nothing
     */
    User(long id, Account account, long lifetimeValueCents, long wealthCents, boolean isConcentrated) {
        this.id = id;
        this.account = account;
        this.lifetimeValueCents = lifetimeValueCents;
        this.wealthCents = wealthCents;
        this.isConcentrated = isConcentrated;
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

    boolean isConcentrated() {
        return isConcentrated;
    }

    KnownIds devices() {
        return devices;
    }

    KnownIds addresses() {
        return addresses;
    }

    int timesHurt() {
        return timesHurt;
    }

    void hurt() {
        timesHurt++;
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
