package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/** How honest users trade: some all or nothing, others a part at a time; most sell when the price falls. */
final class Trading {

    /** Hourly standard deviations; below, the price is falling in everybody's eyes. */
    private static final double A_FALL = -3;

    private static final double ALL_AT_ONCE = 0.5;

    private final Floor floor;
    private final Asker honest;
    private final Draws draws;

    Trading(Floor floor, Asker honest, Chance chance) {
        this.floor = floor;
        this.honest = honest;
        draws = chance.about("population.trade");
    }

    void trade(User user, long key) {
        double sells = floor.market().returnZ() < A_FALL ? Assumptions.SELLS_IN_A_FALL : 0.5;
        Side side = draws.happens(sells, key, 0) ? Side.SELL : Side.BUY;
        Prices prices = floor.prices();
        if (user.wallet().freeCents(sold(side), prices) < Floor.LEAST_CENTS) {
            side = side == Side.SELL ? Side.BUY : Side.SELL;
        }
        boolean isAll = user.isConcentrated() && draws.happens(ALL_AT_ONCE, key, 1);
        double share = isAll ? 1 : draws.between(0.05, 0.6, key, 2);
        long notionalCents = (long) (share * user.wallet().freeCents(sold(side), prices));
        floor.order(
                ask(user, user.devices().pick(draws.uniform(key, 3)), key),
                Draft.market(Asset.BTC, side, notionalCents));
    }

    /** Everything to cash. */
    void sellAll(User user, long deviceId, long key) {
        floor.order(ask(user, deviceId, key), Draft.market(Asset.BTC, Side.SELL, Long.MAX_VALUE));
    }

    private Ask ask(User user, long deviceId, long key) {
        return new Ask(user, new Session(deviceId, 0), key, honest);
    }

    private static Asset sold(Side side) {
        return side == Side.SELL ? Asset.BTC : Asset.CASH;
    }
}
