package firedrill.ingest.fraud.ring;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.NetworkGenerator;
import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.fraud.parameters.InfrastructureParameters;
import firedrill.ingest.fraud.ring.Tactic.AddressChoice;
import firedrill.ingest.fraud.ring.Tactic.DeviceChoice;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.Repeated;
import firedrill.ingest.random.SingleDraw;

/** Ring infrastructure: devices, networks and cash-out addresses, rotated every few hours. */
public final class RingInfrastructure {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_HOURS = 24;

    /** Draws of {@link FraudStream#INFRASTRUCTURE}, repeated for each attempt or account. */
    private enum InfrastructureDraw implements DrawIndex {
        ROTATION_SLOT(30),
        @Repeated(20)
        PROXY_KIND(40),
        @Repeated(900)
        FRESH_ADDRESS(90),
        @Repeated
        RING_NETWORK(1_000);

        private final long index;

        InfrastructureDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    private final InfrastructureParameters parameters;
    private final RandomStream devices;
    private final RandomStream proxies;
    private final RandomStream networks;
    private final RandomStream addresses;
    private final RandomStream senders;
    private final RandomStream draws;
    private final AddressGenerator custodianAddresses;
    private final SessionGenerator sessions;
    private final NetworkGenerator publicNetworks;

    public RingInfrastructure(CustomerContext customers, InfrastructureParameters parameters) {
        RandomSource randomSource = customers.random();
        this.parameters = parameters;
        custodianAddresses = customers.addresses();
        devices = randomSource.stream(FraudStream.DEVICES);
        proxies = randomSource.stream(FraudStream.PROXIES);
        networks = randomSource.stream(FraudStream.NETWORKS);
        addresses = randomSource.stream(FraudStream.ADDRESSES);
        senders = randomSource.stream(FraudStream.SENDERS);
        draws = randomSource.stream(FraudStream.INFRASTRUCTURE);
        sessions = customers.sessions();
        publicNetworks = sessions.networks();
    }

    /** Device and network that act on {@code account}; an attempt above 0 selects others. */
    public ClientSession session(Attack attack, User account, int attempt, long timeMillis) {
        DeviceChoice choice = attack.tactic().device();
        if (choice == DeviceChoice.OWNER && (attempt == 0 || account.isRingAccount())) {
            return ownerSession(account, attack.key(), timeMillis);
        }
        if (choice == DeviceChoice.RING) {
            return ringSession(attack, attempt, timeMillis);
        }
        if (account.isRingAccount()) {
            long slot = rotationSlot(timeMillis, parameters.accountNetworkRotationHours());
            long networkKey = draws.bits(account.id(), SingleDraw.VALUE, slot);
            return new ClientSession(account.mainDeviceId(), proxyNetwork(account, networkKey, 0, timeMillis));
        }
        long subjectKey = draws.bits(attack.key(), SingleDraw.VALUE, account.id());
        return new ClientSession(
                proxies.randomId(subjectKey, SingleDraw.VALUE, attempt),
                proxyNetwork(account, subjectKey, attempt, timeMillis));
    }

    /** A new residential proxy, a shared exit, or a carrier gateway of the owner's country. */
    private long proxyNetwork(User account, long subjectKey, int attempt, long timeMillis) {
        double kind = draws.uniform(subjectKey, InfrastructureDraw.PROXY_KIND, attempt);
        if (kind < parameters.newProxyShare()) {
            return proxies.randomId(~subjectKey, SingleDraw.VALUE, attempt);
        }
        boolean isSharedExit = kind < parameters.newProxyShare() + parameters.sharedExitShare();
        return isSharedExit
                ? publicNetworks.vpnExit(draws.bits(subjectKey, SingleDraw.VALUE, attempt))
                : publicNetworks.carrierGateway(account, timeMillis);
    }

    /** The owner's own device on the network that the owner would use. */
    public ClientSession ownerSession(User account, long key, long timeMillis) {
        return sessions.userSession(account, account.mainDeviceId(), key, timeMillis);
    }

    /**
     * Session of a stolen API key: the device field is copied from the owner.
     *
     * @param throughPlatform whether the network is that of the owner's trading platform, as an IP-restricted key needs;
     *     otherwise it is the ring's
     */
    public ClientSession stolenKeySession(Attack attack, User owner, boolean throughPlatform, long timeMillis) {
        return throughPlatform
                ? sessions.apiSession(owner, timeMillis)
                : new ClientSession(
                        owner.mainDeviceId(), ringSession(attack, 0, timeMillis).networkId());
    }

    /** Second factor presented at a login; the owner's is phished. */
    public Factor presentedFactor(User account, ClientSession session, long key) {
        return sessions.presentedFactor(account, session.deviceId() != account.mainDeviceId(), key);
    }

    private ClientSession ringSession(Attack attack, int attempt, long timeMillis) {
        int activeNetworks = parameters.activeNetworks();
        long network = rotationSlot(timeMillis, parameters.networkRotationHours()) * activeNetworks
                + draws.uniformInt(activeNetworks, attack.key(), InfrastructureDraw.RING_NETWORK, attempt);
        return new ClientSession(
                rotatingId(
                        devices,
                        attack,
                        attempt,
                        timeMillis,
                        parameters.deviceRotationHours(),
                        parameters.activeDevices()),
                networks.randomId(attack.ring().id(), SingleDraw.VALUE, network));
    }

    /** Destination of withdrawals from {@code account}; an attempt above 0 selects another address. */
    public long cashOutAddress(Attack attack, User account, int attempt, long timeMillis) {
        AddressChoice choice = attack.tactic().address();
        if (choice == AddressChoice.RING) {
            return ringAddress(attack, attempt, timeMillis, parameters.addressRotationHours());
        }
        if (choice == AddressChoice.SAVED && attempt == 0) {
            return account.mainAddressId();
        }
        return choice == AddressChoice.CUSTODIAN && attempt == 0
                ? custodianAddresses.custodianAddress(freshKey(attack, attempt))
                : freshAddress(attack, attempt);
    }

    /** One of the ring's active addresses, which change after {@code rotationHours}. */
    public long ringAddress(Attack attack, int attempt, long timeMillis, long rotationHours) {
        return rotatingId(addresses, attack, attempt, timeMillis, rotationHours, parameters.activeAddresses());
    }

    /** An address for this attack alone. */
    public long freshAddress(Attack attack, int attempt) {
        return addresses.randomId(freshKey(attack, attempt), SingleDraw.VALUE, attempt);
    }

    private long freshKey(Attack attack, int attempt) {
        return draws.bits(attack.key(), InfrastructureDraw.FRESH_ADDRESS, attempt);
    }

    /** Deposit by blockchain from the sender that {@link #senderId} gives. */
    public DepositSource cryptoSource(Attack attack, boolean isShared, int number) {
        return new DepositSource(PaymentRail.CRYPTO, senderId(attack, isShared, number), 0);
    }

    /** Sender of a deposit: the ring's sender of the day if shared, otherwise one for this attack. */
    public long senderId(Attack attack, boolean isShared, int number) {
        long day = attack.startMillis() / (DAY_HOURS * HOUR_MILLIS);
        return isShared
                ? senders.randomId(attack.ring().id(), SingleDraw.VALUE, day)
                : senders.randomId(attack.key(), SingleDraw.VALUE, ~(long) number);
    }

    /** The user's stolen API key: the one in use, or a dormant one. */
    public long stolenApiKey(User user) {
        return hasActiveApiKey(user) ? sessions.apiKeyId(user) : sessions.dormantApiKeyId(user);
    }

    /** Whether the user trades by API. */
    public boolean hasActiveApiKey(User user) {
        return sessions.apiKeyId(user) != 0;
    }

    private long rotatingId(
            RandomStream ids, Attack attack, int attempt, long timeMillis, long rotationHours, int activeCount) {
        int slot =
                (draws.uniformInt(activeCount, attack.key(), InfrastructureDraw.ROTATION_SLOT) + attempt) % activeCount;
        return ids.randomId(
                attack.ring().id(), SingleDraw.VALUE, rotationSlot(timeMillis, rotationHours) * activeCount + slot);
    }

    private static long rotationSlot(long timeMillis, long hours) {
        return Math.floorDiv(timeMillis, hours * HOUR_MILLIS);
    }
}
