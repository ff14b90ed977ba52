package firedrill.ingest.fraud.ring;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.NetworkGenerator;
import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.fraud.ring.Tactic.AddressChoice;
import firedrill.ingest.fraud.ring.Tactic.DeviceChoice;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;

/** What the rings work with: a few devices, networks and addresses each, in use for some hours, then replaced. */
public final class RingInfrastructure {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final long WEEK_HOURS = 168;

    private final RandomStream devices;
    private final RandomStream proxies;
    private final RandomStream networks;
    private final RandomStream addresses;
    private final RandomStream senders;
    private final RandomStream selection;
    private final AddressGenerator custodianAddresses;
    private final SessionGenerator sessions;
    private final NetworkGenerator publicNetworks;

    public RingInfrastructure(RandomSource chance, AddressGenerator custodians) {
        devices = chance.stream("attack.device");
        proxies = chance.stream("attack.proxy");
        networks = chance.stream("attack.network");
        addresses = chance.stream("attack.address");
        senders = chance.stream("attack.sender");
        selection = chance.stream("attack.kit");
        this.custodianAddresses = custodians;
        sessions = new SessionGenerator(chance);
        publicNetworks = new NetworkGenerator(chance);
    }

    /** From where something is done to {@code account}; {@code number} above 0 asks for another place. */
    public ClientSession session(Attack strike, User account, int number, long timeMillis) {
        DeviceChoice choice = strike.tactic().device();
        if (choice == DeviceChoice.OWNER && (number == 0 || account.isRingAccount())) {
            return ownerSession(account, strike.key(), timeMillis);
        }
        if (choice == DeviceChoice.RING) {
            return ofRing(strike, number, timeMillis);
        }
        if (account.isRingAccount()) {
            long line = selection.bits(account.id(), rotationSlot(timeMillis, WEEK_HOURS));
            return new ClientSession(account.mainDeviceId(), proxyNetwork(account, line, 0, timeMillis));
        }
        long whom = selection.bits(strike.key(), account.id());
        return new ClientSession(proxies.randomId(whom, number), proxyNetwork(account, whom, number, timeMillis));
    }

    /** A line that was never seen, an exit that strangers share, or one of the carriers of the owner's country. */
    private long proxyNetwork(User account, long whom, int number, long timeMillis) {
        double kind = selection.uniform(whom, 40L + number);
        if (kind < FraudParameters.NEW_PROXY_SHARE) {
            return proxies.randomId(~whom, number);
        }
        boolean isExit = kind < FraudParameters.NEW_PROXY_SHARE + FraudParameters.SHARED_EXIT_SHARE;
        return isExit
                ? publicNetworks.vpnExit(selection.bits(whom, number))
                : publicNetworks.carrierGateway(account, timeMillis);
    }

    /** From the account's own device and wherever its owner is, as the owner would. */
    public ClientSession ownerSession(User account, long key, long timeMillis) {
        return sessions.userSession(account, account.mainDeviceId(), key, timeMillis);
    }

    /**
     * What the exchange sees of a program with a stolen key: no device, so it writes the owner's; and the platform that
     * runs the owner's program, if the key works from nowhere else, or one of the ring's networks.
     */
    public ClientSession stolenKeySession(Attack strike, User owner, boolean throughPlatform, long timeMillis) {
        return throughPlatform
                ? sessions.apiSession(owner, timeMillis)
                : new ClientSession(
                        owner.mainDeviceId(), ofRing(strike, 0, timeMillis).networkId());
    }

    /** What a login shows: thieves have phished whatever the owner has. */
    public Factor presentedFactor(User account, ClientSession session, long key) {
        return sessions.presentedFactor(account, session.deviceId() != account.mainDeviceId(), key);
    }

    /** From one of the ring's devices. */
    private ClientSession ofRing(Attack strike, int number, long timeMillis) {
        long ring = strike.ring().id();
        return new ClientSession(
                rotatingId(
                        devices,
                        strike,
                        number,
                        timeMillis,
                        FraudParameters.DEVICE_ROTATION_HOURS,
                        FraudParameters.ACTIVE_DEVICES),
                networks.randomId(
                        ring,
                        rotationSlot(timeMillis, FraudParameters.NETWORK_ROTATION_HOURS)
                                        * FraudParameters.ACTIVE_NETWORKS
                                + selection.uniformInt(FraudParameters.ACTIVE_NETWORKS, strike.key(), 20L + number)));
    }

    /** Where the money of {@code account} goes; {@code number} above 0 asks for another address. */
    public long cashOutAddress(Attack strike, User account, int number, long timeMillis) {
        AddressChoice choice = strike.tactic().address();
        if (choice == AddressChoice.RING) {
            return ofRing(strike, number, timeMillis, FraudParameters.ADDRESS_ROTATION_HOURS);
        }
        if (choice == AddressChoice.SAVED && number == 0) {
            return account.mainAddressId();
        }
        long own = selection.bits(strike.key(), 90L + number);
        return choice == AddressChoice.CUSTODIAN && number == 0
                ? custodianAddresses.custodianAddress(own)
                : freshAddress(strike, number);
    }

    /** One of the ring's addresses of these hours. */
    public long ofRing(Attack strike, int number, long timeMillis, long rotateHours) {
        return rotatingId(addresses, strike, number, timeMillis, rotateHours, FraudParameters.ACTIVE_ADDRESSES);
    }

    /** An address that nobody else uses. */
    public long freshAddress(Attack strike, int number) {
        return addresses.randomId(selection.bits(strike.key(), 90L + number), number);
    }

    /** Coins from one sender that the ring uses today, or from one for this strike. */
    public DepositSource cryptoSource(Attack strike, boolean isShared, int number) {
        return new DepositSource(PaymentRail.CRYPTO, senderId(strike, isShared, number), 0);
    }

    /** Who sends money. */
    public long senderId(Attack strike, boolean isShared, int number) {
        long day = strike.startMillis() / (24 * HOUR_MILLIS);
        return isShared ? senders.randomId(strike.ring().id(), day) : senders.randomId(strike.key(), ~(long) number);
    }

    /** The key for programs that was stolen from a user: the one in use, or one long forgotten. */
    public long stolenApiKey(User user) {
        return hasActiveApiKey(user) ? sessions.apiKeyId(user) : sessions.dormantApiKeyId(user);
    }

    /** Whether the user's programs are at work. */
    public boolean hasActiveApiKey(User user) {
        return sessions.apiKeyId(user) != 0;
    }

    private long rotatingId(
            RandomStream ids, Attack strike, int number, long timeMillis, long rotateHours, int atATime) {
        int place = (selection.uniformInt(atATime, strike.key(), 30) + number) % atATime;
        return ids.randomId(strike.ring().id(), rotationSlot(timeMillis, rotateHours) * atATime + place);
    }

    private static long rotationSlot(long timeMillis, long hours) {
        return Math.floorDiv(timeMillis, hours * HOUR_MILLIS);
    }
}
