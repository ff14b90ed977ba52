package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;

/** From where honest users act, and with which second factor. */
public final class Sessions {

    private final Networks networks;
    private final Draws factors;
    private final Draws keys;

    public Sessions(Chance chance) {
        networks = new Networks(chance);
        factors = chance.about("population.factor");
        keys = chance.about("population.api-key");
    }

    /** The user in person, on this device, from wherever this intention is formed. */
    public Session inPerson(User user, long deviceId, long key, long timeMillis) {
        return new Session(deviceId, networks.of(user, key, timeMillis));
    }

    /** The user in person, whom nobody has seen for long: on another phone, from another address. */
    Session afterLong(User user, long deviceId, long key) {
        return new Session(deviceId, networks.afterLong(user, key));
    }

    /** The user's program; it has no device, so the exchange writes the one that its key was made on. */
    public Session byProgram(User user, long timeMillis) {
        return new Session(user.mainDevice(), networks.server(user, timeMillis));
    }

    /** The key of the user's program at work; 0 if there is none. */
    public long apiKey(User user) {
        return user.habit().hasKey() ? keys.id(user.id(), 0) : 0;
    }

    /** The key that the user made once, for an experiment perhaps; whether it is still used is another question. */
    public long oldKey(User user) {
        return keys.id(user.id(), 1);
    }

    /** The second factor that the user has. */
    public Factor factorOf(User user) {
        double uniform = factors.uniform(user.id(), 0);
        if (uniform < Assumptions.SMS_FACTOR) {
            return Factor.SMS;
        }
        return uniform < Assumptions.SMS_FACTOR + Assumptions.APP_FACTOR ? Factor.APP : Factor.KEY;
    }

    /** What a login shows: a device that is new has to show the second factor, one that is known now and then. */
    public Factor shown(User user, boolean isNewDevice, long key) {
        boolean isAsked = isNewDevice || factors.happens(Assumptions.FACTOR_ON_KNOWN_DEVICE, key, 1);
        return isAsked ? factorOf(user) : Factor.PASSWORD;
    }

    boolean travels(User user, long timeMillis) {
        return networks.travels(user, timeMillis);
    }
}
