package firedrill.ingest.account;

import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * Where people connect from: a home's line, a carrier's gateway that thousands share, an office or a campus, an exit of a
 * private network that strangers share, a hotel abroad, a rented server.
 *
 * <p>A function of the user, the intention and the time; nothing is remembered.
 */
public final class NetworkGenerator {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final long TRIP_MILLIS = 4 * DAY_MILLIS;
    private static final long SERVERLESS_MILLIS = TimeUnit.MINUTES.toMillis(15);

    private enum NetworkDraw {
        VPN,
        VPN_EXIT,
        OFFICE,
        GATEWAY,
        TRIP,
        HOTEL,
        PLACE,
        HOME,
        HOME_MOVES,
        SERVERLESS
    }

    private final RandomStream draws;
    private final RandomStream ids;

    public NetworkGenerator(RandomSource chance) {
        draws = chance.stream("population.network");
        ids = chance.stream("population.network.id");
    }

    /** From where an intention of the user reaches the exchange at this time; each intention picks its place anew. */
    public long networkFor(User user, long key, long timeMillis) {
        long id = user.id();
        long trip = timeMillis / TRIP_MILLIS;
        if (isAbroad(user, timeMillis)) {
            return hotel(
                    draws.uniformInt(CustomerParameters.HOTELS, draws.bits(id, trip), NetworkDraw.HOTEL.ordinal()));
        }
        double place = uniform(key, NetworkDraw.PLACE);
        if (uniform(id, NetworkDraw.VPN) < CustomerParameters.VPN_USER_SHARE
                && place < CustomerParameters.VPN_SESSION_SHARE) {
            return vpnExit(key);
        }
        if (uniform(id, NetworkDraw.OFFICE) < CustomerParameters.OFFICE_USER_SHARE
                && place < CustomerParameters.OFFICE_SESSION_SHARE) {
            return network(NetworkDraw.OFFICE, id / CustomerParameters.OFFICE_SIZE);
        }
        return place > 1 - CustomerParameters.MOBILE_SESSION_SHARE
                ? carrierGateway(user, timeMillis)
                : homeNetwork(user, timeMillis);
    }

    /**
     * The line of the user's home; neighbours and families share one, and some providers give it another address each day.
     */
    public long homeNetwork(User user, long timeMillis) {
        long pair = user.id() >>> 1;
        boolean isShared = draws.bernoulli(CustomerParameters.SHARED_HOME_SHARE, pair, NetworkDraw.HOME.ordinal());
        boolean isMoving =
                draws.bernoulli(CustomerParameters.DYNAMIC_IP_HOME_SHARE, pair, NetworkDraw.HOME_MOVES.ordinal());
        NetworkDraw kind = isShared ? NetworkDraw.HOME : NetworkDraw.PLACE;
        long line = isShared ? pair : user.id();
        return network(kind, isMoving ? draws.bits(line, timeMillis / DAY_MILLIS) : line);
    }

    /** One of the exits of private networks that strangers share. */
    public long vpnExit(long key) {
        return network(
                NetworkDraw.VPN_EXIT,
                draws.uniformInt(CustomerParameters.VPN_EXITS, key, NetworkDraw.VPN_EXIT.ordinal()));
    }

    /** Whether the user is abroad these days. */
    public boolean isAbroad(User user, long timeMillis) {
        long trip = timeMillis / TRIP_MILLIS;
        return user.archetype().isDiurnal
                && draws.bernoulli(
                        CustomerParameters.ABROAD_SHARE, draws.bits(user.id(), trip), NetworkDraw.TRIP.ordinal());
    }

    /** Where a user's program runs: fixed, but that once in a while it is moved; of some, another address each time. */
    public long serverNetwork(User user, long timeMillis) {
        boolean isServerless = user.archetype() != Archetype.MARKET_MAKER
                && draws.bernoulli(CustomerParameters.SERVERLESS_SHARE, user.id(), NetworkDraw.SERVERLESS.ordinal());
        if (isServerless) {
            return ids.randomId(draws.bits(user.id(), timeMillis / SERVERLESS_MILLIS), -3);
        }
        long week = timeMillis / (7 * DAY_MILLIS);
        boolean isMoved = draws.bernoulli(CustomerParameters.SERVER_MIGRATION_PER_WEEK, draws.bits(user.id(), week), 0);
        long rack = user.archetype() == Archetype.MARKET_MAKER
                ? user.id()
                : (user.id() + (isMoved ? week : 0)) % CustomerParameters.DATA_CENTRES;
        return ids.randomId(rack, user.archetype() == Archetype.MARKET_MAKER ? -2 : -1);
    }

    /** Of the user's country; a phone stays behind one of a carrier's gateways for a day. */
    public long carrierGateway(User user, long timeMillis) {
        return carrierGateway(user.account().jurisdiction(), draws.bits(user.id(), timeMillis / DAY_MILLIS));
    }

    /** Of a user whom nobody has seen for long: the provider has given the home another address since, or it is a phone. */
    long networkAfterDormancy(User user, long key) {
        return uniform(key, NetworkDraw.PLACE) > 1 - CustomerParameters.MOBILE_SESSION_SHARE
                ? carrierGateway(user.account().jurisdiction(), key)
                : network(NetworkDraw.HOME_MOVES, draws.bits(user.id(), key));
    }

    private long carrierGateway(Jurisdiction jurisdiction, long occasion) {
        int number = draws.uniformInt(CustomerParameters.GATEWAYS_PER_COUNTRY, occasion, NetworkDraw.GATEWAY.ordinal());
        return network(
                NetworkDraw.GATEWAY, (long) jurisdiction.ordinal() * CustomerParameters.GATEWAYS_PER_COUNTRY + number);
    }

    private long hotel(int number) {
        return network(NetworkDraw.HOTEL, number);
    }

    private long network(NetworkDraw kind, long number) {
        return ids.randomId(number, kind.ordinal());
    }

    private double uniform(long whom, NetworkDraw question) {
        return draws.uniform(whom, question.ordinal());
    }
}
