package firedrill.ingest.attack;

import firedrill.ingest.attack.StolenKeys.Question;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Floor;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.User;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The ring's side of a raid with stolen keys ({@link StolenKeys}): accounts that hold the small coin, offer it far from its
 * price to the victims' programs, and withdraw the proceeds, soon or when the noise is over.
 */
final class Beneficiaries {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final int GOES = 3;

    private final Ground ground;
    private final Dice dice;

    Beneficiaries(Ground ground, Dice dice) {
        this.ground = ground;
        this.dice = dice;
    }

    /** Schedules what the accounts do that gain by a raid whose trades begin then, and says which they are. */
    List<User> begin(Strike strike, long tradesMillis) {
        long key = strike.key();
        List<User> accounts = IntStream.range(0, Footprints.KEYS_BENEFICIARIES)
                .mapToObj(i -> strike.ring().account(dice.uniform(key, Question.BENEFICIARY), i))
                .toList();
        for (int i = 0; i < accounts.size(); i++) {
            gain(strike, accounts.get(i), dice.part(~key, i), tradesMillis);
        }
        return accounts;
    }

    /** Where the offers of a raid stand, away from the price. */
    double offBps(Strike strike) {
        return dice.between(Footprints.KEYS_OFF_LEAST_BPS, Footprints.KEYS_OFF_MOST_BPS, strike.key(), Question.OFF);
    }

    /** What one account does: has the coin, offers it, withdraws the proceeds, perhaps prepares for next time. */
    private void gain(Strike strike, User beneficiary, long key, long tradesMillis) {
        stockUp(strike, beneficiary, key, strike.atMillis());
        offer(strike, beneficiary, key, tradesMillis);
        long cashes = tradesMillis + dice.waits(strike, Footprints.KEYS_CASH_MEAN_MINUTES, key, Question.WITHDRAWS);
        cashOut(strike, beneficiary, key, cashes);
        if (dice.happens(Footprints.KEYS_STOCKS_UP_AFTERWARDS, key, Question.STOCKS_UP)) {
            long later = dice.minutes(60, 60 * Footprints.KEYS_STOCKS_UP_WITHIN_HOURS, key, Question.STOCKS_UP);
            stockUp(strike, beneficiary, ~key, cashes + later);
        }
    }

    /** Pays in what the account has too little of. */
    private void stockUp(Strike strike, User beneficiary, long key, long atMillis) {
        long wantedCents = (long) (100
                * dice.logNormal(
                        Footprints.KEYS_STOCK_MEDIAN_USD, Footprints.KEYS_STOCK_SIGMA, key, Question.INVENTORY));
        ground.at(atMillis, () -> {
            long missingCents = wantedCents
                    - beneficiary.wallet().freeCents(Asset.PUMP, ground.floor().prices());
            if (missingCents >= Floor.LEAST_CENTS) {
                ground.floor()
                        .deposit(
                                beneficiary,
                                Asset.PUMP,
                                missingCents,
                                ground.kit().coins(strike, false, (int) key));
            }
        });
    }

    /** Rests an offer of the coin far from the price. */
    private void offer(Strike strike, User beneficiary, long key, long tradesMillis) {
        Session session = ground.kit().session(strike, beneficiary, 0, tradesMillis);
        ground.loginAt(tradesMillis - 3 * MINUTE_MILLIS / 2, beneficiary, session, key);
        var ask = new Ask(beneficiary, session, key, new Crime(ground, strike, event -> 0));
        Draft offer = Draft.limit(Asset.PUMP, Side.SELL, Long.MAX_VALUE, offBps(strike));
        ground.at(tradesMillis - MINUTE_MILLIS, () -> ground.floor().order(ask, offer));
    }

    private void cashOut(Strike strike, User beneficiary, long key, long at) {
        double lost = StolenKeys.lostShare(offBps(strike));
        var crime = new Crime(
                ground, strike, event -> Math.round(event.amountCents() * lost * Footprints.KEYS_STILL_THERE));
        Session session = ground.kit().session(strike, beneficiary, 0, at);
        ground.recruits().reserve(beneficiary, at);
        for (int go = 0; go < GOES; go++) {
            int number = go;
            var ask = new Ask(beneficiary, session, key + 100 + go, crime);
            long goes = at + go * dice.minutes(2, 9, key + go, Question.WITHDRAWS);
            ground.at(goes, () -> takeCash(strike, ask, number));
        }
    }

    /** A half of what is there, another half of the rest, then the rest. */
    private void takeCash(Strike strike, Ask ask, int go) {
        if (Ground.isOver(ask)) {
            return;
        }
        long cashCents =
                ask.user().wallet().freeCents(Asset.CASH, ground.floor().prices());
        ground.floor()
                .withdraw(ask, Asset.CASH, address(strike, ask.user(), go), go == GOES - 1 ? cashCents : cashCents / 2);
    }

    /** One that the account has used before, or as the ring has it. */
    private long address(Strike strike, User beneficiary, int go) {
        boolean isSaved =
                dice.happens(Footprints.KEYS_SAVED_ADDRESS, strike.key() ^ beneficiary.id(), Question.WITHDRAWS);
        return isSaved
                ? beneficiary.mainAddress()
                : ground.kit().address(strike, beneficiary, go, ground.floor().nowMillis());
    }
}
