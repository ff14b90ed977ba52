package firedrill.ingest.attack;

import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Source;
import firedrill.ingest.population.User;
import java.util.concurrent.TimeUnit;

/**
 * T9: a new account, or one that was bought, pays in by somebody else's bank account or card, buys coins at once or bit by
 * bit and withdraws them; days later the money is called back. What leaves of it before is at risk.
 */
final class DepositFraud implements Scheme {

    private static final double MINUTES_A_DAY = 1_440;

    private enum Question {
        RAIL,
        AMOUNT,
        BUYS,
        COIN,
        BUY_TIME,
        PARTS,
        PART,
        WAIT,
        FRACTION,
        RETURNED
    }

    private final Ground ground;
    private final Dice dice;

    DepositFraud(Ground ground) {
        this.ground = ground;
        dice = ground.dice("attack.deposit");
    }

    @Override
    public void begin(Strike strike) {
        for (User account : ground.recruits().of(strike)) {
            run(strike, account);
        }
    }

    private void run(Strike strike, User account) {
        long key = strike.key();
        long now = strike.atMillis();
        long amountCents = Math.max(5_000, (long)
                (100 * dice.logNormal(Footprints.DEPOSIT_MEDIAN_USD, Footprints.DEPOSIT_SIGMA, key, Question.AMOUNT)));
        Session session = ground.kit().session(strike, account, 0, now);
        ground.loginAt(now, account, session, key);
        long pays = now + dice.minutes(1, 15, key, Question.RAIL);
        ground.at(pays, () -> payIn(strike, account, amountCents));
        var crime = new Crime(
                ground, strike, event -> event instanceof Withdrawal ? Math.min(event.amountCents(), amountCents) : 0);
        var ask = new Ask(account, session, key, crime);
        long bought = dice.happens(Footprints.DEPOSIT_BUYS, key, Question.BUYS) ? buy(ask, pays) : pays;
        long takes = bought + dice.waits(strike, Footprints.DEPOSIT_LEAVES_MEAN_MINUTES, key, Question.WAIT);
        ground.recruits().reserve(account, takes);
        ground.at(
                takes,
                () -> ground.take(
                        strike, ask, Footprints.DEPOSIT_LEAST_FRACTION, dice.uniform(key, Question.FRACTION)));
    }

    /** Up to three purchases, sooner or later; says when the last one is. */
    private long buy(Ask ask, long paysMillis) {
        long key = ask.key();
        User account = ask.user();
        boolean isKnown = dice.happens(Footprints.DEPOSIT_BUYS_FAVOURITE, key, Question.COIN);
        Asset coin = isKnown ? account.favourite() : Asset.COINS.get(dice.below(3, ~key, Question.COIN));
        int parts = 1 + dice.below(Footprints.DEPOSIT_MOST_BUYS, key, Question.PARTS);
        long at = paysMillis;
        for (int i = 0; i < parts; i++) {
            long part = dice.part(key, i);
            boolean isEager = dice.happens(Footprints.DEPOSIT_BUYS_AT_ONCE, part, Question.BUYS);
            at += dice.about(
                    isEager ? Footprints.DEPOSIT_TO_ORDER_MEAN_MINUTES : Footprints.DEPOSIT_TO_LATER_ORDER_MEAN_MINUTES,
                    part,
                    Question.BUY_TIME);
            double share = i == parts - 1
                    ? dice.between(0.8, 1, part, Question.PART)
                    : dice.between(0.2, 0.6, part, Question.PART);
            var buyer = new Ask(account, ask.session(), part, ask.asker());
            ground.at(at, () -> {
                long cents = ground.shareCents(account, coin, Side.BUY, share);
                ground.floor().order(buyer, Draft.market(coin, Side.BUY, cents));
            });
        }
        return at;
    }

    private void payIn(Strike strike, User account, long amountCents) {
        long key = strike.key();
        boolean isCard = dice.happens(Footprints.DEPOSIT_BY_CARD, key, Question.RAIL);
        long days = isCard ? Footprints.CARD_FINAL_AFTER_DAYS : Footprints.BANK_FINAL_AFTER_DAYS;
        var source = new Source(
                isCard ? Funding.CARD : Funding.BANK,
                ground.kit().sender(strike, false, 0),
                TimeUnit.DAYS.toMillis(days));
        long deposit = ground.floor().deposit(account, Asset.CASH, amountCents, source);
        long returned = ground.floor().nowMillis()
                + dice.median(
                        Footprints.DEPOSIT_RETURN_MEDIAN_DAYS * MINUTES_A_DAY,
                        Footprints.DEPOSIT_RETURN_SIGMA,
                        key,
                        Question.RETURNED.ordinal());
        ground.at(returned, () -> ground.floor().takeBack(account, deposit, amountCents));
    }
}
