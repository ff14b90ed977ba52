package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;

/** What people do at the exchange: everything that one intention leads to, whoever stands behind the account. */
final class Life {

    private final Floor floor;
    private final Sessions sessions;
    private final Draws logins;
    private final Draws devices;
    private final Trading trading;
    private final Errands errands;
    private final Deposits deposits;
    private final Claims claims;

    /** The life of those for whom {@code asker} takes what the exchange does with them. */
    Life(Population population, Addresses addresses, Floor floor, Asker asker, Mood mood, Chance chance) {
        this.floor = floor;
        sessions = new Sessions(chance);
        logins = chance.about("population.login");
        devices = chance.about("population.device.new");
        trading = new Trading(population, floor, sessions, asker, chance);
        errands = new Errands(floor, addresses, sessions, asker, trading, mood, chance);
        deposits = new Deposits(floor, addresses, trading, errands, chance);
        claims = new Claims(floor, trading, errands, chance);
    }

    void act(Intent intent, User user, long key) {
        switch (intent) {
            case LOGIN -> login(user, key);
            case DEPOSIT -> deposits.pay(user, key);
            case ORDER -> trading.trade(user, key);
            case WITHDRAWAL -> errands.begin(user, key);
            case CLAIM -> claims.claim(user, key);
        }
    }

    /** Logs in for a promotion that everybody talks about, and takes it. */
    void claimAmongMany(User user, long key) {
        login(user, key);
        floor.at(floor.nowMillis() + (long) logins.between(20_000, 180_000, key, 5), () -> claims.take(user, key));
    }

    private void login(User user, long key) {
        boolean isNewDevice = logins.happens(Ways.LOGIN_ON_NEW_DEVICE, key, 0);
        long device = isNewDevice ? devices.id(key, 0) : user.devices().pick(logins.uniform(key, 1));
        user.devices().add(device);
        double newSim = isNewDevice ? Ways.NEW_PHONE_NEW_SIM : Ways.NEW_SIM;
        if (logins.happens(newSim, key, 4)) {
            floor.changeCredential(user, device, Credential.SIM);
        }
        Session session = sessions.inPerson(user, device, key, floor.nowMillis());
        floor.login(user, session, sessions.shown(user, isNewDevice, key));
        boolean hasKey = user.habit().hasKey();
        if (logins.happens(hasKey ? Ways.KEY_RENEWED : Ways.LOGIN_RESETS, key, 2)) {
            long afterMillis = (long) logins.between(60_000, 240_000, key, 3);
            var credential = hasKey ? Credential.API_KEY : Credential.TWO_FACTOR;
            floor.at(floor.nowMillis() + afterMillis, () -> floor.changeCredential(user, device, credential));
        }
    }
}
