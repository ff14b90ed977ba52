package firedrill.ingest.attack;

import firedrill.ingest.chance.Draws;
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
 * T9: a new account pays in by somebody else's bank account or card, buys coins and withdraws them; days later the money
 * is called back. What leaves of it before is at risk.
 */
final class DepositFraud implements Scheme {

    private static final double MINUTES_A_DAY = 1_440;

    private enum Question {
        RAIL,
        AMOUNT,
        BUYS,
        COIN,
        BUY_TIME,
        WAIT,
        FRACTION,
        RETURNED
    }

    private final Ground ground;
    private final Draws draws;
    private final Delays delays;

    DepositFraud(Ground ground) {
        this.ground = ground;
        draws = ground.chance().about("attack.deposit");
        delays = new Delays(draws);
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
        long amountCents = Math.max(5_000, (long) (100
                * draws.logNormal(
                        Assumptions.DEPOSIT_MEDIAN_USD, Assumptions.DEPOSIT_SIGMA, key, Question.AMOUNT.ordinal())));
        Session session = ground.kit().session(strike, account, 0, now);
        ground.floor().at(now, () -> ground.login(account, session, key));
        long pays = now + delays.between(1, 15, key, Question.RAIL.ordinal());
        ground.floor().at(pays, () -> payIn(strike, account, amountCents));
        var crime = new Crime(
                ground, strike, event -> event instanceof Withdrawal ? Math.min(event.amountCents(), amountCents) : 0);
        long next = pays + delays.about(Assumptions.DEPOSIT_TO_ORDER_MEAN_MINUTES, key, Question.BUY_TIME.ordinal());
        if (draws.happens(Assumptions.DEPOSIT_BUYS, key, Question.BUYS.ordinal())) {
            Asset coin = Asset.COINS.get(draws.below(3, key, Question.COIN.ordinal()));
            Draft purchase = Draft.market(coin, Side.BUY, Long.MAX_VALUE);
            var buyer = new Ask(account, session, ~key, crime);
            ground.floor().at(next, () -> ground.floor().order(buyer, purchase));
        }
        ground.floor().at(next + waits(strike), () -> take(strike, new Ask(account, session, key, crime)));
    }

    private void payIn(Strike strike, User account, long amountCents) {
        long key = strike.key();
        boolean isCard = draws.happens(Assumptions.DEPOSIT_BY_CARD, key, Question.RAIL.ordinal());
        long days = isCard ? Assumptions.CARD_FINAL_AFTER_DAYS : Assumptions.BANK_FINAL_AFTER_DAYS;
        var source = new Source(
                isCard ? Funding.CARD : Funding.BANK,
                ground.kit().sender(strike, false, 0),
                TimeUnit.DAYS.toMillis(days));
        long deposit = ground.floor().deposit(account, Asset.CASH, amountCents, source);
        long returned = ground.floor().nowMillis()
                + delays.median(
                        Assumptions.DEPOSIT_RETURN_MEDIAN_DAYS * MINUTES_A_DAY,
                        Assumptions.DEPOSIT_RETURN_SIGMA,
                        key,
                        Question.RETURNED.ordinal());
        ground.floor().at(returned, () -> ground.floor().takeBack(account, deposit, amountCents));
    }

    private long waits(Strike strike) {
        return switch (strike.tactic().pause()) {
            case SOON -> delays.between(4, 120, strike.key(), Question.WAIT.ordinal());
            case HOURS -> delays.between(180, 600, strike.key(), Question.WAIT.ordinal());
            case NEXT_DAY -> delays.between(1_440, 2_500, strike.key(), Question.WAIT.ordinal());
        };
    }

    private void take(Strike strike, Ask ask) {
        long worthCents = ask.user().wallet().freeCents(ground.floor().prices());
        double fraction = Share.of(
                strike.tactic().amount(),
                worthCents,
                Assumptions.DEPOSIT_LEAST_FRACTION,
                draws,
                ask.key(),
                Question.FRACTION.ordinal());
        long now = ground.floor().nowMillis();
        ground.withdraw(ask, fraction, ground.kit().address(strike, ask.user(), 0, now));
    }
}
