package firedrill.ingest.attack;

import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Source;
import firedrill.ingest.population.User;
import firedrill.ingest.population.Wallet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * T7: stolen keys for programs sell their owners' portfolios and buy the small coin far off its price from accounts of the
 * ring, within seconds for many victims; then those accounts withdraw. No key needs the right to withdraw.
 *
 * <p>What a victim loses is at risk in the trade, and a part of it once more can be saved at the withdrawal: each dollar is
 * counted in one of the two.
 */
final class StolenKeys implements Scheme {

    private static final long SECOND_MILLIS = 1_000;
    /** Several are looked at for one whose programs are at work. */
    private static final int LOOKS_FOR_PROGRAM = 150;

    private enum Question {
        COUNT,
        VICTIM,
        PROGRAM,
        WHEN,
        MEETS,
        OFF,
        FRACTION,
        BENEFICIARY,
        WITHDRAWS
    }

    private final Ground ground;
    private final Draws draws;
    private final Delays delays;

    StolenKeys(Ground ground) {
        this.ground = ground;
        draws = ground.chance().about("attack.keys");
        delays = new Delays(draws);
    }

    @Override
    public void begin(Strike strike) {
        if (strike.ring().accounts().isEmpty()) {
            return;
        }
        long key = strike.key();
        User beneficiary = strike.ring().account(draws.uniform(key, Question.BENEFICIARY.ordinal()), 0);
        long trades = strike.atMillis() + delays.between(40, 180, key, Question.WHEN.ordinal());
        offer(strike, beneficiary, trades);
        int count = Assumptions.KEYS_LEAST_VICTIMS
                + draws.below(Assumptions.KEYS_MORE_VICTIMS, key, Question.COUNT.ordinal());
        for (int i = 0; i < count; i++) {
            long one = draws.bits(key, i);
            long at = trades
                    + (long) (draws.between(0, Assumptions.KEYS_WITHIN_SECONDS, one, Question.WHEN.ordinal())
                            * SECOND_MILLIS);
            rob(strike, victim(one), beneficiary, one, at);
        }
        cashOut(strike, beneficiary, trades);
    }

    /** Pays in the coin, and rests an offer of it far from the price. */
    private void offer(Strike strike, User beneficiary, long tradesMillis) {
        long key = strike.key();
        var source = new Source(Funding.CRYPTO, ground.kit().sender(strike, false, 0), 0);
        ground.floor()
                .at(
                        strike.atMillis(),
                        () -> ground.floor()
                                .deposit(
                                        beneficiary,
                                        Asset.PUMP,
                                        (long) (100 * Assumptions.KEYS_INVENTORY_USD),
                                        source));
        Session session = ground.kit().session(strike, beneficiary, 0, tradesMillis);
        ground.floor().at(tradesMillis - 90 * SECOND_MILLIS, () -> ground.login(beneficiary, session, key));
        var crime = new Crime(ground, strike, event -> 0);
        Draft offer = Draft.limit(Asset.PUMP, Side.SELL, Long.MAX_VALUE, offBps(key));
        ground.floor()
                .at(
                        tradesMillis - 60 * SECOND_MILLIS,
                        () -> ground.floor().order(new Ask(beneficiary, session, key, crime), offer));
    }

    /** Half of the keys are those of programs that are at work; the others were long forgotten. */
    private User victim(long key) {
        User forgotten = ground.victim(draws, key, Question.VICTIM.ordinal(), Assumptions.KEYS_CHOOSES_FROM);
        if (!draws.happens(Assumptions.KEYS_IN_USE, key, Question.PROGRAM.ordinal())) {
            return forgotten;
        }
        return IntStream.range(0, LOOKS_FOR_PROGRAM)
                .mapToObj(i -> ground.population().anyone(draws.uniform(key, 1_000L + i)))
                .filter(ground.kit()::hasProgram)
                .max(Comparator.comparingLong(User::wealthCents))
                .orElse(forgotten);
    }

    private void rob(Strike strike, User victim, User beneficiary, long key, long atMillis) {
        Session session = ground.kit().ofRing(strike, 0, atMillis);
        var crime = new Crime(ground, strike, StolenKeys::lostInTrade);
        var ask = new Ask(victim, session, key, crime);
        ground.floor().at(atMillis, () -> sell(strike, ask));
        boolean meets = draws.happens(Assumptions.KEYS_MEET_BENEFICIARY, key, Question.MEETS.ordinal());
        double offBps = meets ? offBps(strike.key()) : Assumptions.KEYS_OFF_CROWD_BPS;
        Draft purchase = Draft.market(Asset.PUMP, Side.BUY, Long.MAX_VALUE)
                .off(offBps)
                .with(meets ? beneficiary.id() : 0)
                .by(ground.kit().apiKey(victim));
        var second = new Ask(victim, session, ~key, crime);
        ground.floor().at(atMillis + 3 * SECOND_MILLIS, () -> ground.floor().order(second, purchase));
    }

    private void sell(Strike strike, Ask ask) {
        User victim = ask.user();
        Wallet wallet = victim.wallet();
        for (Asset coin : Asset.COINS) {
            long freeCents = wallet.freeCents(coin, ground.floor().prices());
            double share =
                    Share.of(strike.tactic().amount(), freeCents, 1, draws, ask.key(), Question.FRACTION.ordinal());
            var one = new Ask(victim, ask.session(), ask.key() + 1 + coin.ordinal(), ask.asker());
            Draft sale = Draft.market(coin, Side.SELL, (long) (share * freeCents))
                    .by(ground.kit().apiKey(victim));
            ground.floor().order(one, sale);
        }
    }

    private void cashOut(Strike strike, User beneficiary, long tradesMillis) {
        long key = strike.key();
        long at = tradesMillis + delays.between(6, 45, key, Question.WITHDRAWS.ordinal());
        double lost = 1 - 1 / (1 + offBps(key) / 10_000);
        var crime = new Crime(
                ground, strike, event -> Math.round(event.amountCents() * lost * Assumptions.KEYS_STILL_THERE));
        Session session = ground.kit().session(strike, beneficiary, 0, at);
        for (int go = 0; go < 3; go++) {
            int number = go;
            var ask = new Ask(beneficiary, session, key + 100 + go, crime);
            ground.floor()
                    .at(
                            at + go * delays.between(2, 9, key + go, Question.WITHDRAWS.ordinal()),
                            () -> takeCash(strike, ask, number));
        }
    }

    /** A half of what is there, another half of the rest, then the rest. */
    private void takeCash(Strike strike, Ask ask, int go) {
        long cashCents =
                ask.user().wallet().freeCents(Asset.CASH, ground.floor().prices());
        long address =
                ground.kit().address(strike, ask.user(), go, ground.floor().nowMillis());
        if (!Ground.isOver(ask)) {
            ground.floor().withdraw(ask, Asset.CASH, address, go == 2 ? cashCents : cashCents / 2);
        }
    }

    private double offBps(long key) {
        return draws.between(
                Assumptions.KEYS_OFF_LEAST_BPS, Assumptions.KEYS_OFF_MOST_BPS, key, Question.OFF.ordinal());
    }

    /** What a purchase gives away against the middle price, but for what can still be saved. */
    private static long lostInTrade(Decided event) {
        if (!(event instanceof Order order) || order.side() == Side.SELL) {
            return 0;
        }
        double lost = 1 - 1 / (1 + order.ticket().offBps() / 10_000);
        boolean canBeSaved = order.ticket().counterpartyId() != 0;
        return Math.round(order.notionalCents() * lost * (canBeSaved ? 1 - Assumptions.KEYS_STILL_THERE : 1));
    }
}
