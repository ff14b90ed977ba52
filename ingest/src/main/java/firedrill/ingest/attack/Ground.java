package firedrill.ingest.attack;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Floor;
import firedrill.ingest.population.Population;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Source;
import firedrill.ingest.population.User;
import firedrill.ingest.population.Wallet;

/** What every scheme stands on: the exchange, the people, the tools, and what fraudsters do with an account. */
record Ground(Floor floor, Population population, Recruits recruits, Kit kit, Chance chance) {

    /** The draws of one scheme. */
    Dice dice(String purpose) {
        return new Dice(chance.about(purpose));
    }

    /** Somebody to rob: the wealthiest of so many who could be had. */
    User victim(Dice dice, long key, Enum<?> question, int chooseFrom) {
        Draws draws = dice.draws();
        User wealthiest = population.anyone(dice.uniform(key, question));
        for (int i = 1; i < chooseFrom; i++) {
            User other = population.anyone(draws.uniform(draws.bits(key, question.ordinal()), i));
            wealthiest = other.wealthCents() > wealthiest.wealthCents() ? other : wealthiest;
        }
        return wealthiest;
    }

    /** Does something later. */
    void at(long timeMillis, Runnable deed) {
        floor.at(timeMillis, deed);
    }

    void login(User account, Session session, long key) {
        floor.login(account, session, kit.factor(account, session, key));
    }

    /** Logs in later. */
    void loginAt(long timeMillis, User account, Session session, long key) {
        at(timeMillis, () -> login(account, session, key));
    }

    /** Pays in later, no less than the exchange takes. */
    void payAt(long timeMillis, User account, Asset asset, long cents, Source source) {
        at(timeMillis, () -> floor.deposit(account, asset, Math.max(Floor.LEAST_CENTS, cents), source));
    }

    /** A part of what is free on the side that an order gives away. */
    long shareCents(User account, Asset coin, Side side, double share) {
        Asset sold = side == Side.SELL ? coin : Asset.CASH;
        return (long) (share * account.wallet().freeCents(sold, floor.prices()));
    }

    /**
     * Sells of the coin that is worth most what the tactic means to take; all of it, if that is everything.
     *
     * @param uniform in (0, 1), decides how much
     */
    void sellLargest(Strike strike, Ask ask, double uniform) {
        Asset coin = ask.user().wallet().largestCoin(floor.prices());
        long worthCents = ask.user().wallet().freeCents(coin, floor.prices());
        sell(ask, coin, Share.of(strike.tactic().amount(), worthCents, 1, uniform));
    }

    /** Sells a part of a coin. */
    void sell(Ask ask, Asset coin, double share) {
        floor.order(ask, Draft.market(coin, Side.SELL, shareCents(ask.user(), coin, Side.SELL, share)));
    }

    /**
     * Asks for as much as the tactic says, to where it says.
     *
     * @param least if everything is meant to be taken, at least this share
     * @param uniform in (0, 1), decides how much
     */
    void take(Strike strike, Ask ask, double least, double uniform) {
        take(strike, ask, least, uniform, kit.address(strike, ask.user(), 0, floor.nowMillis()));
    }

    /** The same, to this address. */
    void take(Strike strike, Ask ask, double least, double uniform, long addressId) {
        long worthCents = ask.user().wallet().freeCents(floor.prices());
        withdraw(ask, Share.of(strike.tactic().amount(), worthCents, least, uniform), addressId);
    }

    /** Asks for a part of what the account is worth, in the asset of which there is most; 1 is all of that asset. */
    void withdraw(Ask ask, double fraction, long addressId) {
        if (isOver(ask)) {
            return;
        }
        Wallet wallet = ask.user().wallet();
        long wantedCents = fraction >= 1 ? Long.MAX_VALUE : (long) (fraction * wallet.freeCents(floor.prices()));
        floor.withdraw(ask, wallet.largest(floor.prices()), addressId, wantedCents);
    }

    /** Whether what the ask belongs to was noticed or given up. */
    static boolean isOver(Ask ask) {
        return ask.asker() instanceof Crime crime && crime.isOver();
    }
}
