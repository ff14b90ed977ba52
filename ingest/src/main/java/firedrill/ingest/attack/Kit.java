package firedrill.ingest.attack;

import firedrill.ingest.attack.Tactic.AddressChoice;
import firedrill.ingest.attack.Tactic.DeviceChoice;
import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.population.Addresses;
import firedrill.ingest.population.Networks;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Sessions;
import firedrill.ingest.population.Source;
import firedrill.ingest.population.User;

/** What the rings work with: a few devices, networks and addresses each, in use for some hours, then replaced. */
final class Kit {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final long WEEK_HOURS = 168;

    private final Draws devices;
    private final Draws proxies;
    private final Draws networks;
    private final Draws addresses;
    private final Draws senders;
    private final Draws which;
    private final Addresses custodians;
    private final Sessions sessions;
    private final Networks places;

    Kit(Chance chance, Addresses custodians) {
        devices = chance.about("attack.device");
        proxies = chance.about("attack.proxy");
        networks = chance.about("attack.network");
        addresses = chance.about("attack.address");
        senders = chance.about("attack.sender");
        which = chance.about("attack.kit");
        this.custodians = custodians;
        sessions = new Sessions(chance);
        places = new Networks(chance);
    }

    /** From where something is done to {@code account}; {@code number} above 0 asks for another place. */
    Session session(Strike strike, User account, int number, long timeMillis) {
        DeviceChoice choice = strike.tactic().device();
        if (choice == DeviceChoice.OWN && (number == 0 || account.isRings())) {
            return own(account, strike.key(), timeMillis);
        }
        if (choice == DeviceChoice.RING) {
            return ofRing(strike, number, timeMillis);
        }
        if (account.isRings()) {
            long line = which.bits(account.id(), slot(timeMillis, WEEK_HOURS));
            return new Session(account.mainDevice(), proxy(account, line, 0, timeMillis));
        }
        long whom = which.bits(strike.key(), account.id());
        return new Session(proxies.id(whom, number), proxy(account, whom, number, timeMillis));
    }

    /** A line that was never seen, an exit that strangers share, or one of the carriers of the owner's country. */
    private long proxy(User account, long whom, int number, long timeMillis) {
        double kind = which.uniform(whom, 40L + number);
        if (kind < Assumptions.PROXY_IS_NEW) {
            return proxies.id(~whom, number);
        }
        boolean isExit = kind < Assumptions.PROXY_IS_NEW + Assumptions.PROXY_IS_AN_EXIT;
        return isExit ? places.exit(which.bits(whom, number)) : places.gateway(account, timeMillis);
    }

    /** From the account's own device and wherever its owner is, as the owner would. */
    Session own(User account, long key, long timeMillis) {
        return sessions.inPerson(account, account.mainDevice(), key, timeMillis);
    }

    /**
     * What the exchange sees of a program with a stolen key: no device, so it writes the owner's; and the platform that
     * runs the owner's program, if the key works from nowhere else, or one of the ring's networks.
     */
    Session byStolenKey(Strike strike, User owner, boolean throughPlatform, long timeMillis) {
        return throughPlatform
                ? sessions.byProgram(owner, timeMillis)
                : new Session(owner.mainDevice(), ofRing(strike, 0, timeMillis).networkId());
    }

    /** What a login shows: thieves have phished whatever the owner has. */
    Factor factor(User account, Session session, long key) {
        return sessions.shown(account, session.deviceId() != account.mainDevice(), key);
    }

    /** From one of the ring's devices. */
    private Session ofRing(Strike strike, int number, long timeMillis) {
        long ring = strike.ring().id();
        return new Session(
                inUse(
                        devices,
                        strike,
                        number,
                        timeMillis,
                        Assumptions.DEVICES_ROTATE_HOURS,
                        Assumptions.DEVICES_AT_A_TIME),
                networks.id(
                        ring,
                        slot(timeMillis, Assumptions.NETWORKS_ROTATE_HOURS) * Assumptions.NETWORKS_AT_A_TIME
                                + which.below(Assumptions.NETWORKS_AT_A_TIME, strike.key(), 20L + number)));
    }

    /** Where the money of {@code account} goes; {@code number} above 0 asks for another address. */
    long address(Strike strike, User account, int number, long timeMillis) {
        AddressChoice choice = strike.tactic().address();
        if (choice == AddressChoice.RING) {
            return ofRing(strike, number, timeMillis, Assumptions.ADDRESSES_ROTATE_HOURS);
        }
        if (choice == AddressChoice.SAVED && number == 0) {
            return account.mainAddress();
        }
        long own = which.bits(strike.key(), 90L + number);
        return choice == AddressChoice.CUSTODIAN && number == 0 ? custodians.hub(own) : fresh(strike, number);
    }

    /** One of the ring's addresses of these hours. */
    long ofRing(Strike strike, int number, long timeMillis, long rotateHours) {
        return inUse(addresses, strike, number, timeMillis, rotateHours, Assumptions.ADDRESSES_AT_A_TIME);
    }

    /** An address that nobody else uses. */
    long fresh(Strike strike, int number) {
        return addresses.id(which.bits(strike.key(), 90L + number), number);
    }

    /** Coins from one sender that the ring uses today, or from one for this strike. */
    Source coins(Strike strike, boolean isShared, int number) {
        return new Source(Funding.CRYPTO, sender(strike, isShared, number), 0);
    }

    /** Who sends money. */
    long sender(Strike strike, boolean isShared, int number) {
        long day = strike.atMillis() / (24 * HOUR_MILLIS);
        return isShared ? senders.id(strike.ring().id(), day) : senders.id(strike.key(), ~(long) number);
    }

    /** The key for programs that was stolen from a user: the one in use, or one long forgotten. */
    long apiKey(User user) {
        return hasProgram(user) ? sessions.apiKey(user) : sessions.oldKey(user);
    }

    /** Whether the user's programs are at work. */
    boolean hasProgram(User user) {
        return sessions.apiKey(user) != 0;
    }

    private long inUse(Draws ids, Strike strike, int number, long timeMillis, long rotateHours, int atATime) {
        int place = (which.below(atATime, strike.key(), 30) + number) % atATime;
        return ids.id(strike.ring().id(), slot(timeMillis, rotateHours) * atATime + place);
    }

    private static long slot(long timeMillis, long hours) {
        return Math.floorDiv(timeMillis, hours * HOUR_MILLIS);
    }
}
