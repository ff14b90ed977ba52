package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.TypologyParameters;
import firedrill.ingest.market.Asset;
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
public final class ApiKeyTheft implements Scheme {

    private static final long SECOND_MILLIS = 1_000;
    /** Several are looked at for one whose programs are at work. */
    private static final int ACTIVE_KEY_CANDIDATES = 150;

    /** What is drawn of a raid. */
    enum KeyTheftDraw {
        COUNT,
        VICTIM,
        ACTIVE_KEY,
        PLATFORM,
        TIME,
        MATCH,
        PRICE_OFFSET,
        FRACTION,
        SALE,
        PURCHASE_COUNT,
        PURCHASE_FRACTION,
        BENEFICIARY,
        CASH_OUT,
        INVENTORY,
        RESTOCK
    }

    private final AttackContext context;
    private final SchemeRandom random;
    private final BeneficiaryAccounts beneficiaries;

    public ApiKeyTheft(AttackContext ground) {
        this.context = ground;
        random = ground.randomFor("attack.keys");
        beneficiaries = new BeneficiaryAccounts(ground, random);
    }

    @Override
    public void schedule(Attack strike) {
        long key = strike.key();
        long trades = strike.startMillis() + random.uniformMillis(40, 180, key, KeyTheftDraw.TIME);
        List<User> gaining = beneficiaries.schedule(strike, trades);
        int count = TypologyParameters.KEYS_MIN_VICTIMS
                + random.uniformInt(TypologyParameters.KEYS_EXTRA_VICTIMS, key, KeyTheftDraw.COUNT);
        for (int i = 0; i < count; i++) {
            long one = random.subKey(key, i);
            double seconds = random.uniformBetween(0, TypologyParameters.KEYS_WINDOW_SECONDS, one, KeyTheftDraw.TIME);
            User beneficiary = gaining.get(i % gaining.size());
            drainVictim(strike, selectVictim(one), beneficiary, one, trades + (long) (seconds * SECOND_MILLIS));
        }
    }

    /** Most keys are those of programs that are at work; the others were long forgotten. */
    private User selectVictim(long key) {
        User forgotten =
                context.selectVictim(random, key, KeyTheftDraw.VICTIM, TypologyParameters.KEYS_VICTIM_CANDIDATES);
        if (!random.bernoulli(TypologyParameters.KEYS_ACTIVE_SHARE, key, KeyTheftDraw.ACTIVE_KEY)) {
            return forgotten;
        }
        return IntStream.range(0, ACTIVE_KEY_CANDIDATES)
                .mapToObj(i ->
                        context.population().uniformCustomer(random.stream().uniform(key, 1_000L + i)))
                .filter(context.infrastructure()::hasActiveApiKey)
                .max(Comparator.comparingLong(User::wealthCents))
                .orElse(forgotten);
    }

    private void drainVictim(Attack strike, User victim, User beneficiary, long key, long atMillis) {
        boolean throughPlatform =
                random.bernoulli(TypologyParameters.KEYS_VIA_PLATFORM_SHARE, key, KeyTheftDraw.PLATFORM);
        ClientSession session = context.infrastructure().stolenKeySession(strike, victim, throughPlatform, atMillis);
        var crime = new AttackExecution(context, strike, ApiKeyTheft::tradeLossCents);
        double seconds = random.uniformBetween(
                TypologyParameters.KEYS_SELL_MIN_SECONDS,
                TypologyParameters.KEYS_SELL_MAX_SECONDS,
                key,
                KeyTheftDraw.SALE);
        sell(strike, new Intent(victim, session, key, crime), atMillis, seconds);
        long sold = atMillis + (long) ((seconds + 1) * SECOND_MILLIS);
        int buys = 1 + random.uniformInt(TypologyParameters.KEYS_MAX_PURCHASES, key, KeyTheftDraw.PURCHASE_COUNT);
        for (int i = 0; i < buys; i++) {
            long part = random.subKey(~key, i);
            boolean isLast = i == buys - 1;
            boolean meets = random.bernoulli(TypologyParameters.KEYS_BENEFICIARY_MATCH_SHARE, part, KeyTheftDraw.MATCH);
            double offBps = meets ? ladderOffsetBps(strike, i + 1, buys) : TypologyParameters.KEYS_MARKET_OFFSET_BPS;
            double share = isLast ? 1 : random.uniformBetween(0.2, 0.7, part, KeyTheftDraw.PURCHASE_FRACTION);
            var ask = new Intent(victim, session, part, crime);
            long counterparty = meets ? beneficiary.id() : 0;
            double after = i * random.uniformBetween(1, seconds, part, KeyTheftDraw.TIME);
            context.schedule(sold + (long) (after * SECOND_MILLIS), () -> buy(ask, share, offBps, counterparty));
        }
    }

    /** The price is walked up: the last purchase meets the offer where it stands. */
    private double ladderOffsetBps(Attack strike, int number, int of) {
        return TypologyParameters.KEYS_MARKET_OFFSET_BPS
                * StrictMath.pow(
                        beneficiaries.offerOffsetBps(strike) / TypologyParameters.KEYS_MARKET_OFFSET_BPS,
                        (double) number / of);
    }

    private void buy(Intent ask, double share, double offBps, long counterparty) {
        long cents = context.orderNotionalCents(ask.user(), Asset.VIA, Side.BUY, share);
        OrderIntent purchase = OrderIntent.market(Asset.VIA, Side.BUY, cents)
                .withOffsetBps(offBps)
                .withCounterparty(counterparty)
                .withApiKey(context.infrastructure().stolenApiKey(ask.user()));
        context.exchange().placeOrder(ask, purchase);
    }

    /** Each coin in one or two parts; somebody who wants to pass for a program leaves something. */
    private void sell(Attack strike, Intent ask, long atMillis, double withinSeconds) {
        for (Asset coin : Asset.COINS) {
            long one = random.subKey(ask.key(), 10 + coin.ordinal());
            int parts = 1 + random.uniformInt(2, one, KeyTheftDraw.SALE);
            for (int i = 0; i < parts; i++) {
                long part = random.subKey(one, i);
                int left = parts - i;
                double after = random.uniformBetween(0, withinSeconds, part, KeyTheftDraw.TIME);
                context.schedule(atMillis + (long) (after * SECOND_MILLIS), () -> sell(strike, ask, coin, part, left));
            }
        }
    }

    private void sell(Attack strike, Intent ask, Asset coin, long key, int partsLeft) {
        User victim = ask.user();
        long freeCents = victim.wallet().availableCents(coin, context.exchange().prices());
        double share = AmountSizing.fraction(
                strike.tactic().amount(),
                freeCents,
                TypologyParameters.KEYS_MIN_FRACTION,
                random.uniform(key, KeyTheftDraw.FRACTION));
        OrderIntent sale = OrderIntent.market(coin, Side.SELL, (long) (share * freeCents / partsLeft))
                .withApiKey(context.infrastructure().stolenApiKey(victim));
        context.exchange().placeOrder(new Intent(victim, ask.session(), key, ask.actor()), sale);
    }

    /** What a purchase gives away against the middle price, but for what can still be saved. */
    private static long tradeLossCents(DecisionRequest event) {
        if (!(event instanceof Order order) || order.side() == Side.SELL) {
            return 0;
        }
        double lost = tradeLossShare(order.details().offsetBps());
        boolean canBeSaved = order.details().counterpartyId() != 0;
        return Math.round(
                order.notionalCents() * lost * (canBeSaved ? 1 - TypologyParameters.KEYS_RECOVERABLE_SHARE : 1));
    }

    /** Of what a purchase at this price costs: what it is not worth. */
    static double tradeLossShare(double offBps) {
        return 1 - 1 / (1 + offBps / 10_000);
    }
}
