package firedrill.ingest.attack;

import firedrill.ingest.attack.Tactic.AddressChoice;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Source;
import firedrill.ingest.population.User;
import java.util.concurrent.TimeUnit;

/**
 * T4: the owner is talked into sending the money, from the usual device, over the usual line, often money that was paid in
 * for it, to an address that other victims send to as well.
 */
final class Scam implements Scheme {

    private static final long BANK_FINAL_MILLIS = TimeUnit.DAYS.toMillis(Assumptions.BANK_FINAL_AFTER_DAYS);

    private enum Question {
        VICTIM,
        PAYS_IN,
        AMOUNT,
        RAIL,
        WAIT,
        FRACTION,
        ONCE_MORE,
        NEXT
    }

    private final Ground ground;
    private final Draws draws;
    private final Draws accounts;
    private final Delays delays;

    Scam(Ground ground) {
        this.ground = ground;
        draws = ground.chance().about("attack.scam");
        accounts = ground.chance().about("attack.scam.bank");
        delays = new Delays(draws);
    }

    @Override
    public void begin(Strike strike) {
        long key = strike.key();
        User victim = ground.victim(draws, key, Question.VICTIM.ordinal(), Assumptions.SCAM_CHOOSES_FROM);
        Session session = ground.kit().own(victim, key, strike.atMillis());
        var crime = new Crime(ground, strike, Harm.WITHDRAWN);
        long next = strike.atMillis();
        ground.floor().at(next, () -> ground.login(victim, session, key));
        if (draws.happens(Assumptions.SCAM_DEPOSITS_FIRST, key, Question.PAYS_IN.ordinal())) {
            next += delays.between(2, 20, key, Question.AMOUNT.ordinal());
            ground.floor().at(next, () -> payIn(victim, key));
        }
        next += waits(strike);
        ground.floor().at(next, () -> send(strike, new Ask(victim, session, key, crime)));
        if (draws.happens(Assumptions.SCAM_ONE_MORE, key, Question.ONCE_MORE.ordinal())) {
            next += delays.between(10, 240, key, Question.NEXT.ordinal());
            ground.floor().at(next, () -> send(strike, new Ask(victim, session, key + 1, crime)));
        }
    }

    private void payIn(User victim, long key) {
        long amountCents = (long) (victim.wealthCents()
                * draws.logNormal(
                        Assumptions.SCAM_DEPOSIT_TO_WEALTH,
                        Assumptions.SCAM_DEPOSIT_SIGMA,
                        key,
                        Question.AMOUNT.ordinal()));
        boolean isBank = draws.happens(0.6, key, Question.RAIL.ordinal());
        var source = isBank
                ? new Source(Funding.BANK, accounts.id(victim.id(), 0), BANK_FINAL_MILLIS)
                : new Source(Funding.CRYPTO, victim.mainAddress(), 0);
        Asset asset = isBank ? Asset.CASH : victim.favourite();
        ground.floor().deposit(victim, asset, Math.max(1_000, amountCents), source);
    }

    private long waits(Strike strike) {
        return switch (strike.tactic().pause()) {
            case SOON -> delays.about(Assumptions.SCAM_HANGS_ON_MEAN_MINUTES, strike.key(), Question.WAIT.ordinal());
            case HOURS, NEXT_DAY -> delays.between(120, 600, strike.key(), Question.WAIT.ordinal());
        };
    }

    private void send(Strike strike, Ask ask) {
        long worthCents = ask.user().wallet().freeCents(ground.floor().prices());
        double fraction = Share.of(
                strike.tactic().amount(),
                worthCents,
                Assumptions.SCAM_LEAST_FRACTION,
                draws,
                ask.key(),
                Question.FRACTION.ordinal());
        ground.withdraw(ask, fraction, address(strike));
    }

    /** Never one that the victim knows: that is what talking is for. */
    private long address(Strike strike) {
        return strike.tactic().address() == AddressChoice.FRESH
                ? ground.kit().fresh(strike, 0)
                : ground.kit().ofRing(strike, 0, strike.atMillis(), Assumptions.SCAM_ADDRESS_ROTATES_HOURS);
    }
}
