package firedrill.ingest.attack;

import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.User;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * T7: stolen keys for programs sell their owners' coins and buy the small coin ever farther off its price from accounts of
 * the ring, within a minute for many victims; then those accounts withdraw, soon or when the
 * noise is over. No key needs the right to withdraw, and a key
 * that works from one place only is used from there: through the platform that runs its owner's program.
 *
 * <p>What a victim loses is at risk in the trade, and a part of it once more can be saved at the withdrawal: each dollar is
 * counted in one of the two.
 */
final class StolenKeys implements Scheme {

    private static final long SECOND_MILLIS = 1_000;
    /** Several are looked at for one whose programs are at work. */
    private static final int LOOKS_FOR_PROGRAM = 150;

    /** What is drawn of a raid. */
    enum Question {
        COUNT,
        VICTIM,
        PROGRAM,
        PLATFORM,
        WHEN,
        MEETS,
        OFF,
        FRACTION,
        SELLS,
        BUYS,
        PART,
        BENEFICIARY,
        WITHDRAWS,
        INVENTORY,
        STOCKS_UP
    }

    private final Ground ground;
    private final Dice dice;
    private final Beneficiaries beneficiaries;

    StolenKeys(Ground ground) {
        this.ground = ground;
        dice = ground.dice("attack.keys");
        beneficiaries = new Beneficiaries(ground, dice);
    }

    @Override
    public void begin(Strike strike) {
        long key = strike.key();
        long trades = strike.atMillis() + dice.minutes(40, 180, key, Question.WHEN);
        List<User> gaining = beneficiaries.begin(strike, trades);
        int count = Footprints.KEYS_LEAST_VICTIMS + dice.below(Footprints.KEYS_MORE_VICTIMS, key, Question.COUNT);
        for (int i = 0; i < count; i++) {
            long one = dice.part(key, i);
            double seconds = dice.between(0, Footprints.KEYS_WITHIN_SECONDS, one, Question.WHEN);
            User beneficiary = gaining.get(i % gaining.size());
            rob(strike, victim(one), beneficiary, one, trades + (long) (seconds * SECOND_MILLIS));
        }
    }

    /** Most keys are those of programs that are at work; the others were long forgotten. */
    private User victim(long key) {
        User forgotten = ground.victim(dice, key, Question.VICTIM, Footprints.KEYS_CHOOSES_FROM);
        if (!dice.happens(Footprints.KEYS_IN_USE, key, Question.PROGRAM)) {
            return forgotten;
        }
        return IntStream.range(0, LOOKS_FOR_PROGRAM)
                .mapToObj(i -> ground.population().anyone(dice.draws().uniform(key, 1_000L + i)))
                .filter(ground.kit()::hasProgram)
                .max(Comparator.comparingLong(User::wealthCents))
                .orElse(forgotten);
    }

    private void rob(Strike strike, User victim, User beneficiary, long key, long atMillis) {
        boolean throughPlatform = dice.happens(Footprints.KEYS_THROUGH_PLATFORM, key, Question.PLATFORM);
        Session session = ground.kit().byStolenKey(strike, victim, throughPlatform, atMillis);
        var crime = new Crime(ground, strike, StolenKeys::lostInTrade);
        double seconds = dice.between(
                Footprints.KEYS_SELL_LEAST_SECONDS, Footprints.KEYS_SELL_MOST_SECONDS, key, Question.SELLS);
        sell(strike, new Ask(victim, session, key, crime), atMillis, seconds);
        long sold = atMillis + (long) ((seconds + 1) * SECOND_MILLIS);
        int buys = 1 + dice.below(Footprints.KEYS_MOST_BUYS, key, Question.BUYS);
        for (int i = 0; i < buys; i++) {
            long part = dice.part(~key, i);
            boolean isLast = i == buys - 1;
            boolean meets = dice.happens(Footprints.KEYS_MEET_BENEFICIARY, part, Question.MEETS);
            double offBps = meets ? rising(strike, i + 1, buys) : Footprints.KEYS_OFF_CROWD_BPS;
            double share = isLast ? 1 : dice.between(0.2, 0.7, part, Question.PART);
            var ask = new Ask(victim, session, part, crime);
            long counterparty = meets ? beneficiary.id() : 0;
            double after = i * dice.between(1, seconds, part, Question.WHEN);
            ground.at(sold + (long) (after * SECOND_MILLIS), () -> buy(ask, share, offBps, counterparty));
        }
    }

    /** The price is walked up: the last purchase meets the offer where it stands. */
    private double rising(Strike strike, int number, int of) {
        return Footprints.KEYS_OFF_CROWD_BPS
                * StrictMath.pow(beneficiaries.offBps(strike) / Footprints.KEYS_OFF_CROWD_BPS, (double) number / of);
    }

    private void buy(Ask ask, double share, double offBps, long counterparty) {
        long cents = ground.shareCents(ask.user(), Asset.PUMP, Side.BUY, share);
        Draft purchase = Draft.market(Asset.PUMP, Side.BUY, cents)
                .off(offBps)
                .with(counterparty)
                .by(ground.kit().apiKey(ask.user()));
        ground.floor().order(ask, purchase);
    }

    /** Each coin in one or two parts; somebody who wants to pass for a program leaves something. */
    private void sell(Strike strike, Ask ask, long atMillis, double withinSeconds) {
        for (Asset coin : Asset.COINS) {
            long one = dice.part(ask.key(), 10 + coin.ordinal());
            int parts = 1 + dice.below(2, one, Question.SELLS);
            for (int i = 0; i < parts; i++) {
                long part = dice.part(one, i);
                int left = parts - i;
                double after = dice.between(0, withinSeconds, part, Question.WHEN);
                ground.at(atMillis + (long) (after * SECOND_MILLIS), () -> sell(strike, ask, coin, part, left));
            }
        }
    }

    private void sell(Strike strike, Ask ask, Asset coin, long key, int partsLeft) {
        User victim = ask.user();
        long freeCents = victim.wallet().freeCents(coin, ground.floor().prices());
        double share = Share.of(
                strike.tactic().amount(),
                freeCents,
                Footprints.KEYS_LEAST_FRACTION,
                dice.uniform(key, Question.FRACTION));
        Draft sale = Draft.market(coin, Side.SELL, (long) (share * freeCents / partsLeft))
                .by(ground.kit().apiKey(victim));
        ground.floor().order(new Ask(victim, ask.session(), key, ask.asker()), sale);
    }

    /** What a purchase gives away against the middle price, but for what can still be saved. */
    private static long lostInTrade(Decided event) {
        if (!(event instanceof Order order) || order.side() == Side.SELL) {
            return 0;
        }
        double lost = lostShare(order.ticket().offBps());
        boolean canBeSaved = order.ticket().counterpartyId() != 0;
        return Math.round(order.notionalCents() * lost * (canBeSaved ? 1 - Footprints.KEYS_STILL_THERE : 1));
    }

    /** Of what a purchase at this price costs: what it is not worth. */
    static double lostShare(double offBps) {
        return 1 - 1 / (1 + offBps / 10_000);
    }
}
