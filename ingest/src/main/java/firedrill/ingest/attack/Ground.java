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
import firedrill.ingest.population.User;
import firedrill.ingest.population.Wallet;

/** What every scheme stands on: the exchange, the people, the tools, and what fraudsters do with an account. */
record Ground(Floor floor, Population population, Recruits recruits, Kit kit, Chance chance) {

    /** Somebody to rob: the wealthiest of so many who could be had. */
    User victim(Draws draws, long key, long index, int chooseFrom) {
        User wealthiest = population.anyone(draws.uniform(key, index));
        for (int i = 1; i < chooseFrom; i++) {
            User other = population.anyone(draws.uniform(draws.bits(key, index), i));
            wealthiest = other.wealthCents() > wealthiest.wealthCents() ? other : wealthiest;
        }
        return wealthiest;
    }

    void login(User account, Session session, long key) {
        floor.login(account, session, kit.factor(account, session, key));
    }

    /** Sells all of the coin that is worth most. */
    void sellLargest(Ask ask) {
        Asset coin = ask.user().wallet().largestCoin(floor.prices());
        floor.order(ask, Draft.market(coin, Side.SELL, Long.MAX_VALUE));
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
