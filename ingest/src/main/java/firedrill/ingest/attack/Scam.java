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
 * for it, to an address that other victims send to as well; more than once, while the spell lasts.
 */
final class Scam implements Scheme {

    private static final long BANK_FINAL_MILLIS = TimeUnit.DAYS.toMillis(Footprints.BANK_FINAL_AFTER_DAYS);

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
    private final Dice dice;
    private final Draws accounts;

    Scam(Ground ground) {
        this.ground = ground;
        dice = ground.dice("attack.scam");
        accounts = ground.chance().about("attack.scam.bank");
    }

    @Override
    public void begin(Strike strike) {
        long key = strike.key();
        User victim = ground.victim(dice, key, Question.VICTIM, Footprints.SCAM_CHOOSES_FROM);
        Session session = ground.kit().own(victim, key, strike.atMillis());
        var crime = new Crime(ground, strike, Harm.WITHDRAWN);
        long next = strike.atMillis();
        ground.loginAt(next, victim, session, key);
        if (dice.happens(Footprints.SCAM_DEPOSITS_FIRST, key, Question.PAYS_IN)) {
            next += dice.minutes(2, 20, key, Question.AMOUNT);
            payIn(victim, key, next);
        }
        next += dice.waits(strike, Footprints.SCAM_HANGS_ON_MEAN_MINUTES, key, Question.WAIT);
        sendAt(next, strike, new Ask(victim, session, key, crime));
        if (dice.happens(Footprints.SCAM_ONE_MORE, key, Question.ONCE_MORE)) {
            next += dice.minutes(10, 240, key, Question.NEXT);
            sendAt(next, strike, new Ask(victim, session, key + 1, crime));
        }
    }

    private void payIn(User victim, long key, long atMillis) {
        long amountCents = (long) (victim.wealthCents()
                * dice.logNormal(
                        Footprints.SCAM_DEPOSIT_TO_WEALTH, Footprints.SCAM_DEPOSIT_SIGMA, key, Question.AMOUNT));
        boolean isBank = dice.happens(0.6, key, Question.RAIL);
        var source = isBank
                ? new Source(Funding.BANK, accounts.id(victim.id(), 0), BANK_FINAL_MILLIS)
                : new Source(Funding.CRYPTO, victim.mainAddress(), 0);
        ground.payAt(atMillis, victim, isBank ? Asset.CASH : victim.favourite(), amountCents, source);
    }

    private void sendAt(long atMillis, Strike strike, Ask ask) {
        double uniform = dice.uniform(ask.key(), Question.FRACTION);
        ground.at(atMillis, () -> ground.take(strike, ask, Footprints.SCAM_LEAST_FRACTION, uniform, address(strike)));
    }

    /** Never one that the victim knows: that is what talking is for. */
    private long address(Strike strike) {
        return strike.tactic().address() == AddressChoice.FRESH
                ? ground.kit().fresh(strike, 0)
                : ground.kit().ofRing(strike, 0, strike.atMillis(), Footprints.SCAM_ADDRESS_ROTATES_HOURS);
    }
}
