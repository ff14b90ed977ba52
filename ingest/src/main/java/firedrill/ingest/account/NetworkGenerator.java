package firedrill.ingest.account;

import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.Repeated;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;

/**
 * Network of a request: home line, carrier gateway, office, VPN exit, hotel abroad, hosting provider.
 *
 * <p>A function of the account, the key of the request and the time; it has no state.
 */
public final class NetworkGenerator {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final int DAYS_PER_WEEK = 7;

    private enum NetworkDraw implements DrawIndex {
        VPN(0),
        VPN_EXIT(1),
        OFFICE(2),
        GATEWAY(3),
        TRIP(4),
        HOTEL(5),
        PLACE(6),
        SHARED_HOME(7),
        DYNAMIC_HOME(8),
        SERVERLESS(9);

        private final long index;

        NetworkDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    /**
     * Draws that give the key of a period, by its number since 1970, or of a session after a dormancy, by its key. The
     * numbers of the periods interleave above those of {@link NetworkDraw}.
     */
    @Repeated
    private enum PeriodDraw implements DrawIndex {
        WEEK,
        TRIP,
        DAY,
        SERVERLESS_SLOT,
        DORMANT_SESSION;

        @Override
        public long index() {
            return 16L + ordinal();
        }

        @Override
        public long stride() {
            return 8;
        }
    }

    private enum NetworkIdDraw implements DrawIndex {
        VPN_EXIT(1),
        OFFICE(2),
        GATEWAY(3),
        HOTEL(5),
        OWN_HOME(6),
        SHARED_HOME(7),
        REASSIGNED_HOME(8),
        DATA_CENTRE(-1),
        MARKET_MAKER_SERVER(-2),
        SERVERLESS(-3);

        private final long index;

        NetworkIdDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    private final NetworkParameters parameters;
    private final RandomStream draws;
    private final RandomStream ids;

    public NetworkGenerator(NetworkParameters parameters, RandomSource random) {
        this.parameters = parameters;
        draws = random.stream(AccountStream.NETWORK);
        ids = random.stream(AccountStream.NETWORK_ID);
    }

    /** Network of an interactive request; each key draws its place anew. */
    public long networkFor(User user, long key, long timeMillis) {
        long id = user.id();
        if (isAbroad(user, timeMillis)) {
            int hotel = draws.uniformInt(parameters.hotels(), tripKey(id, timeMillis), NetworkDraw.HOTEL);
            return ids.randomId(hotel, NetworkIdDraw.HOTEL);
        }
        double place = uniform(key, NetworkDraw.PLACE);
        if (uniform(id, NetworkDraw.VPN) < parameters.vpnUserShare() && place < parameters.vpnSessionShare()) {
            return vpnExit(key);
        }
        if (uniform(id, NetworkDraw.OFFICE) < parameters.officeUserShare() && place < parameters.officeSessionShare()) {
            return ids.randomId(id / parameters.officeSize(), NetworkIdDraw.OFFICE);
        }
        return place > 1 - parameters.mobileSessionShare()
                ? carrierGateway(user, timeMillis)
                : homeNetwork(user, timeMillis);
    }

    /** The line of the user's home, which a neighbour by id may share; some providers reassign its address daily. */
    public long homeNetwork(User user, long timeMillis) {
        long pair = user.id() >>> 1;
        boolean isShared = draws.bernoulli(parameters.sharedHomeShare(), pair, NetworkDraw.SHARED_HOME);
        boolean isDynamic = draws.bernoulli(parameters.dynamicHomeShare(), pair, NetworkDraw.DYNAMIC_HOME);
        long line = isShared ? pair : user.id();
        long address = isDynamic ? draws.bits(line, PeriodDraw.DAY, timeMillis / DAY_MILLIS) : line;
        return ids.randomId(address, isShared ? NetworkIdDraw.SHARED_HOME : NetworkIdDraw.OWN_HOME);
    }

    /** A VPN exit that unrelated users share. */
    public long vpnExit(long key) {
        int exit = draws.uniformInt(parameters.vpnExits(), key, NetworkDraw.VPN_EXIT);
        return ids.randomId(exit, NetworkIdDraw.VPN_EXIT);
    }

    /** Whether the user is abroad during the trip period of this time. */
    public boolean isAbroad(User user, long timeMillis) {
        return user.archetype().isDiurnal()
                && draws.bernoulli(parameters.abroadShare(), tripKey(user.id(), timeMillis), NetworkDraw.TRIP);
    }

    private long tripKey(long userId, long timeMillis) {
        return draws.bits(userId, PeriodDraw.TRIP, timeMillis / TimeUnit.DAYS.toMillis(parameters.tripDays()));
    }

    /** Network of the user's program: a fixed server that rarely migrates, or a serverless address that rotates. */
    public long serverNetwork(User user, long timeMillis) {
        if (user.archetype() == Archetype.MARKET_MAKER) {
            return ids.randomId(user.id(), NetworkIdDraw.MARKET_MAKER_SERVER);
        }
        if (draws.bernoulli(parameters.serverlessShare(), user.id(), NetworkDraw.SERVERLESS)) {
            long slot = timeMillis / TimeUnit.MINUTES.toMillis(parameters.serverlessMinutes());
            return ids.randomId(draws.bits(user.id(), PeriodDraw.SERVERLESS_SLOT, slot), NetworkIdDraw.SERVERLESS);
        }
        long week = timeMillis / (DAYS_PER_WEEK * DAY_MILLIS);
        long weekKey = draws.bits(user.id(), PeriodDraw.WEEK, week);
        boolean isMigrated = draws.bernoulli(parameters.serverMigrationShare(), weekKey, SingleDraw.VALUE);
        long dataCentre = (user.id() + (isMigrated ? week : 0)) % parameters.dataCentres();
        return ids.randomId(dataCentre, NetworkIdDraw.DATA_CENTRE);
    }

    /** A carrier gateway of the user's country; a phone keeps it for a day. */
    public long carrierGateway(User user, long timeMillis) {
        long dayKey = draws.bits(user.id(), PeriodDraw.DAY, timeMillis / DAY_MILLIS);
        return carrierGateway(user.account().jurisdiction(), dayKey);
    }

    /** Network after a long dormancy: the provider has reassigned the home address, or the device is mobile. */
    long networkAfterDormancy(User user, long key) {
        return uniform(key, NetworkDraw.PLACE) > 1 - parameters.mobileSessionShare()
                ? carrierGateway(user.account().jurisdiction(), key)
                : ids.randomId(draws.bits(user.id(), PeriodDraw.DORMANT_SESSION, key), NetworkIdDraw.REASSIGNED_HOME);
    }

    private long carrierGateway(Jurisdiction jurisdiction, long occasion) {
        int gateways = parameters.gatewaysPerCountry();
        int number = draws.uniformInt(gateways, occasion, NetworkDraw.GATEWAY);
        return ids.randomId((long) jurisdiction.ordinal() * gateways + number, NetworkIdDraw.GATEWAY);
    }

    private double uniform(long key, NetworkDraw draw) {
        return draws.uniform(key, draw);
    }
}
