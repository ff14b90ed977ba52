package firedrill.ingest.attack;

import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Floor;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.User;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    /** Several are looked at for one whose programs are at work. */
    private static final int LOOKS_FOR_PROGRAM = 150;

    private static final int GOES = 3;

    private enum Question {
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

    StolenKeys(Ground ground) {
        this.ground = ground;
        dice = ground.dice("attack.keys");
    }

    @Override
    public void begin(Strike strike) {
        long key = strike.key();
        long trades = strike.atMillis() + dice.minutes(40, 180, key, Question.WHEN);
        List<User> beneficiaries = IntStream.range(0, Footprints.KEYS_BENEFICIARIES)
                .mapToObj(i -> strike.ring().account(dice.uniform(key, Question.BENEFICIARY), i))
                .toList();
        for (int i = 0; i < beneficiaries.size(); i++) {
            gain(strike, beneficiaries.get(i), dice.part(~key, i), trades);
        }
        int count = Footprints.KEYS_LEAST_VICTIMS + dice.below(Footprints.KEYS_MORE_VICTIMS, key, Question.COUNT);
        for (int i = 0; i < count; i++) {
            long one = dice.part(key, i);
            double seconds = dice.between(0, Footprints.KEYS_WITHIN_SECONDS, one, Question.WHEN);
            User beneficiary = beneficiaries.get(i % beneficiaries.size());
            rob(strike, victim(one), beneficiary, one, trades + (long) (seconds * SECOND_MILLIS));
        }
    }

    /** What one account of the ring does: has the coin, offers it, withdraws the proceeds, perhaps prepares for next time. */
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
                        Assumptions.KEYS_STOCK_MEDIAN_USD, Assumptions.KEYS_STOCK_SIGMA, key, Question.INVENTORY));
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
        Draft offer = Draft.limit(Asset.PUMP, Side.SELL, Long.MAX_VALUE, offBps(strike.key()));
        ground.at(tradesMillis - MINUTE_MILLIS, () -> ground.floor().order(ask, offer));
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
                * StrictMath.pow(offBps(strike.key()) / Footprints.KEYS_OFF_CROWD_BPS, (double) number / of);
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

    private void cashOut(Strike strike, User beneficiary, long key, long at) {
        double lost = lostShare(offBps(strike.key()));
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

    private double offBps(long key) {
        return dice.between(Footprints.KEYS_OFF_LEAST_BPS, Footprints.KEYS_OFF_MOST_BPS, key, Question.OFF);
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

    private static double lostShare(double offBps) {
        return 1 - 1 / (1 + offBps / 10_000);
    }
}
