package firedrill.ingest.population;

import firedrill.ingest.event.Account;

/**
 * One account and what is in it. Money that was asked for is set aside until the request is settled, so it cannot leave
 * twice, and no balance falls below 0.
 */
public final class Member {

    private final long userId;
    private final Account account;
    private final long lifetimeValueCents;
    private final long usualCents;
    private final long[] devices;
    private final long[] addresses;
    private long cashCents;
    private long coinCents;
    private int grievances;
    private boolean hasLeft;

    Member(long userId, Account account, long lifetimeValueCents, long usualCents, long[] devices, long[] addresses) {
        this.userId = userId;
        this.account = account;
        this.lifetimeValueCents = lifetimeValueCents;
        this.usualCents = usualCents;
        this.devices = devices;
        this.addresses = addresses;
        this.cashCents = usualCents / 3;
        this.coinCents = usualCents - cashCents;
    }

    public long userId() {
        return userId;
    }

    public Account account() {
        return account;
    }

    public long lifetimeValueCents() {
        return lifetimeValueCents;
    }

    /** What the account usually holds, in cents. */
    public long usualCents() {
        return usualCents;
    }

    /** A device that the user has long had. */
    public long device(double uniform) {
        return devices[(int) (uniform * devices.length)];
    }

    /** An address that the user has long had. */
    public long address(double uniform) {
        return addresses[(int) (uniform * addresses.length)];
    }

    long[] devices() {
        return devices.clone();
    }

    long[] addresses() {
        return addresses.clone();
    }

    public long balanceCents() {
        return cashCents + coinCents;
    }

    public long cashCents() {
        return cashCents;
    }

    public long coinCents() {
        return coinCents;
    }

    public void deposit(long cents) {
        cashCents += cents;
    }

    /** Takes {@code cents} out, cash first; the account must hold them. */
    public void setAside(long cents) {
        if (cents > balanceCents()) {
            throw new IllegalStateException("user " + userId + " holds " + balanceCents() + ", not " + cents);
        }
        long fromCash = Math.min(cashCents, cents);
        cashCents -= fromCash;
        coinCents -= cents - fromCash;
    }

    /** Gives back what was set aside for a request that did not go through. */
    public void giveBack(long cents) {
        cashCents += cents;
    }

    /** Buys coin for cash, as far as there is any, and pays the fee. */
    public void buy(long cents, long feeCents) {
        long bought = Math.min(cents, cashCents);
        cashCents -= bought;
        coinCents += Math.max(0, bought - feeCents);
    }

    /** Sells coin for cash, as far as there is any, and pays the fee. */
    public void sell(long cents, long feeCents) {
        long sold = Math.min(cents, coinCents);
        coinCents -= sold;
        cashCents += Math.max(0, sold - feeCents);
    }

    /** Bad experiences so far, this one included. */
    public int grieve() {
        return ++grievances;
    }

    public boolean hasLeft() {
        return hasLeft;
    }

    public void leave() {
        hasLeft = true;
    }
}
