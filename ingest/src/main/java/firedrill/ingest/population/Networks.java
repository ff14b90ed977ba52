package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.Account.Jurisdiction;
import java.util.concurrent.TimeUnit;

/**
 * Where people connect from: a home's line, a carrier's gateway that thousands share, an office or a campus, an exit of a
 * private network that strangers share, a hotel abroad, a rented server.
 *
 * <p>A function of the user, the intention and the time; nothing is remembered.
 */
public final class Networks {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final long TRIP_MILLIS = 4 * DAY_MILLIS;
    private static final long SERVERLESS_MILLIS = TimeUnit.MINUTES.toMillis(15);

    private enum Question {
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

    private final Draws draws;
    private final Draws ids;

    public Networks(Chance chance) {
        draws = chance.about("population.network");
        ids = chance.about("population.network.id");
    }

    /** From where an intention of the user reaches the exchange at this time; each intention picks its place anew. */
    public long of(User user, long key, long timeMillis) {
        long id = user.id();
        long trip = timeMillis / TRIP_MILLIS;
        if (travels(user, timeMillis)) {
            return hotel(draws.below(Assumptions.HOTELS, draws.bits(id, trip), Question.HOTEL.ordinal()));
        }
        double place = uniform(key, Question.PLACE);
        if (uniform(id, Question.VPN) < Assumptions.VPN_USERS && place < Assumptions.VPN_SESSIONS) {
            return exit(key);
        }
        if (uniform(id, Question.OFFICE) < Assumptions.OFFICE_USERS && place < Assumptions.OFFICE_SESSIONS) {
            return network(Question.OFFICE, id / Assumptions.OFFICE_SIZE);
        }
        return place > 1 - Assumptions.MOBILE_SESSIONS ? gateway(user, timeMillis) : home(user, timeMillis);
    }

    /**
     * The line of the user's home; neighbours and families share one, and some providers give it another address each day.
     */
    public long home(User user, long timeMillis) {
        long pair = user.id() >>> 1;
        boolean isShared = draws.happens(Assumptions.SHARED_HOMES, pair, Question.HOME.ordinal());
        boolean isMoving = draws.happens(Assumptions.MOVING_HOMES, pair, Question.HOME_MOVES.ordinal());
        Question kind = isShared ? Question.HOME : Question.PLACE;
        long line = isShared ? pair : user.id();
        return network(kind, isMoving ? draws.bits(line, timeMillis / DAY_MILLIS) : line);
    }

    /** One of the exits of private networks that strangers share. */
    public long exit(long key) {
        return network(Question.VPN_EXIT, draws.below(Assumptions.VPN_EXITS, key, Question.VPN_EXIT.ordinal()));
    }

    /** Whether the user is abroad these days. */
    boolean travels(User user, long timeMillis) {
        long trip = timeMillis / TRIP_MILLIS;
        return user.habit().sleeps
                && draws.happens(Assumptions.ABROAD, draws.bits(user.id(), trip), Question.TRIP.ordinal());
    }

    /** Where a user's program runs: fixed, but that once in a while it is moved; of some, another address each time. */
    long server(User user, long timeMillis) {
        boolean isServerless = user.habit() != Habit.MAKER
                && draws.happens(Assumptions.SERVERLESS, user.id(), Question.SERVERLESS.ordinal());
        if (isServerless) {
            return ids.id(draws.bits(user.id(), timeMillis / SERVERLESS_MILLIS), -3);
        }
        long week = timeMillis / (7 * DAY_MILLIS);
        boolean isMoved = draws.happens(Assumptions.SERVER_MOVED, draws.bits(user.id(), week), 0);
        long rack = user.habit() == Habit.MAKER ? user.id() : (user.id() + (isMoved ? week : 0)) % Assumptions.RACKS;
        return ids.id(rack, user.habit() == Habit.MAKER ? -2 : -1);
    }

    /** Of the user's country; a phone stays behind one of a carrier's gateways for a day. */
    public long gateway(User user, long timeMillis) {
        return gateway(user.account().jurisdiction(), draws.bits(user.id(), timeMillis / DAY_MILLIS));
    }

    /** Of a user whom nobody has seen for long: the provider has given the home another address since, or it is a phone. */
    long afterLong(User user, long key) {
        return uniform(key, Question.PLACE) > 1 - Assumptions.MOBILE_SESSIONS
                ? gateway(user.account().jurisdiction(), key)
                : network(Question.HOME_MOVES, draws.bits(user.id(), key));
    }

    private long gateway(Jurisdiction jurisdiction, long occasion) {
        int number = draws.below(Assumptions.GATEWAYS_PER_COUNTRY, occasion, Question.GATEWAY.ordinal());
        return network(Question.GATEWAY, (long) jurisdiction.ordinal() * Assumptions.GATEWAYS_PER_COUNTRY + number);
    }

    private long hotel(int number) {
        return network(Question.HOTEL, number);
    }

    private long network(Question kind, long number) {
        return ids.id(number, kind.ordinal());
    }

    private double uniform(long whom, Question question) {
        return draws.uniform(whom, question.ordinal());
    }
}
