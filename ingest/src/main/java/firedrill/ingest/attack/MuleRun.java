package firedrill.ingest.attack;

import firedrill.ingest.attack.Tactic.Pause;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Source;
import firedrill.ingest.population.User;

/**
 * T5: money stolen elsewhere arrives in accounts that a ring owns and leaves again, nearly all of it, within minutes or
 * hours. The accounts share devices, senders and addresses, but not always.
 */
final class MuleRun implements Scheme {

    private enum Question {
        ACCOUNT,
        TWO_ACCOUNTS,
        AMOUNT,
        ASSET,
        SENDER,
        ARRIVES,
        LOGIN,
        WAIT,
        SELLS,
        FRACTION
    }

    private final Ground ground;
    private final Draws draws;
    private final Delays delays;

    MuleRun(Ground ground) {
        this.ground = ground;
        draws = ground.chance().about("attack.mule");
        delays = new Delays(draws);
    }

    @Override
    public void begin(Strike strike) {
        if (strike.ring().accounts().isEmpty()) {
            return;
        }
        long key = strike.key();
        int count = draws.happens(Assumptions.MULE_TWO_ACCOUNTS, key, Question.TWO_ACCOUNTS.ordinal()) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            User mule = strike.ring().account(draws.uniform(key, Question.ACCOUNT.ordinal()), i);
            run(strike, mule, draws.bits(key, i), i);
        }
    }

    private void run(Strike strike, User mule, long key, int number) {
        boolean isShared = draws.happens(Assumptions.MULE_SENDER_SHARED, strike.key(), Question.SENDER.ordinal());
        var source = new Source(Funding.CRYPTO, ground.kit().sender(strike, isShared, number), 0);
        Asset asset = draws.happens(0.5, key, Question.ASSET.ordinal()) ? Asset.CASH : mule.favourite();
        long amountCents = (long) (100
                * draws.logNormal(Assumptions.MULE_MEDIAN_USD, Assumptions.MULE_SIGMA, key, Question.AMOUNT.ordinal()));
        long arrives = strike.atMillis() + delays.between(0, 25, key, Question.ARRIVES.ordinal());
        ground.floor().at(arrives, () -> ground.floor().deposit(mule, asset, Math.max(1_000, amountCents), source));
        Session session = ground.kit().session(strike, mule, 0, arrives);
        long login = arrives + delays.between(1, 12, key, Question.LOGIN.ordinal());
        ground.floor().at(login, () -> ground.login(mule, session, key));
        var crime = new Crime(ground, strike, Harm.WITHDRAWN);
        if (asset != Asset.CASH && draws.happens(Assumptions.MULE_SELLS, key, Question.SELLS.ordinal())) {
            ground.floor().at(login + 30_000, () -> ground.sellLargest(new Ask(mule, session, ~key, crime)));
        }
        ground.floor().at(login + waits(strike, key), () -> pass(strike, new Ask(mule, session, key, crime)));
    }

    private long waits(Strike strike, long key) {
        return strike.tactic().pause() == Pause.SOON
                ? 60_000 + delays.about(35, key, Question.WAIT.ordinal())
                : delays.between(120, 480, key, Question.WAIT.ordinal());
    }

    private void pass(Strike strike, Ask ask) {
        long worthCents = ask.user().wallet().freeCents(ground.floor().prices());
        double fraction = Share.of(
                strike.tactic().amount(),
                worthCents,
                Assumptions.MULE_LEAST_FRACTION,
                draws,
                ask.key(),
                Question.FRACTION.ordinal());
        ground.withdraw(
                ask,
                fraction,
                ground.kit().address(strike, ask.user(), 0, ground.floor().nowMillis()));
    }
}
