package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.parameters.ApiKeyTheftParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.market.Asset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * T7: compromised API keys. Victims' coins are sold, and the thin coin is bought at rising prices from the ring's
 * accounts, within a minute for many victims; those accounts then withdraw. No key needs the right to withdraw, and an
 * IP-restricted key is used through its owner's trading platform.
 *
 * <p>The victim's loss is at risk in the trade, its recoverable part again at the withdrawal; each dollar counts in one of
 * the two.
 */
final class ApiKeyTheft implements Scheme {

    private static final double BPS_PER_UNIT = 10_000;
    /** Offset of the coins among the parts of a victim's key. */
    private static final int COIN_KEY_OFFSET = 10;

    private final AttackContext context;
    private final ApiKeyTheftParameters parameters;
    private final SchemeRandom random;
    private final BeneficiaryAccounts beneficiaries;
    private final AmountAtRisk tradeLoss;

    ApiKeyTheft(AttackContext context) {
        this.context = context;
        parameters = context.parameters().apiKeyTheft();
        random = context.randomFor(FraudStream.API_KEY_THEFT);
        beneficiaries = new BeneficiaryAccounts(context, random);
        tradeLoss = AmountAtRisk.ofOrders(this::tradeLossCents);
    }

    @Override
    public void schedule(Attack attack) {
        long key = attack.key();
        long tradesMillis = attack.startMillis()
                + random.uniformMinutesMillis(parameters.preparationMinutes(), key, KeyTheftDraw.TIME);
        List<User> accounts = beneficiaries.schedule(attack, tradesMillis);
        int count = random.uniformInt(parameters.victims(), key, KeyTheftDraw.COUNT);
        for (int i = 0; i < count; i++) {
            long victimKey = random.subKey(key, i);
            double seconds = random.uniformBetween(0, parameters.windowSeconds(), victimKey, KeyTheftDraw.TIME);
            User beneficiary = accounts.get(i % accounts.size());
            drainVictim(
                    attack,
                    selectVictim(victimKey),
                    beneficiary,
                    victimKey,
                    tradesMillis + SchemeRandom.secondsToMillis(seconds));
        }
    }

    /** Most stolen keys belong to active API users; the others are dormant. */
    private User selectVictim(long key) {
        User dormant = context.selectVictim(random, key, KeyTheftDraw.VICTIM, parameters.victimCandidates());
        if (!random.bernoulli(parameters.activeKeyShare(), key, KeyTheftDraw.ACTIVE_KEY)) {
            return dormant;
        }
        return IntStream.range(0, parameters.activeKeyCandidates())
                .mapToObj(i -> context.population()
                        .uniformCustomer(random.stream().uniform(key, KeyTheftDraw.ACTIVE_KEY_CANDIDATE, i)))
                .filter(context.infrastructure()::hasActiveApiKey)
                .max(Comparator.comparingLong(User::wealthCents))
                .orElse(dormant);
    }

    private void drainVictim(Attack attack, User victim, User beneficiary, long key, long timeMillis) {
        boolean throughPlatform = random.bernoulli(parameters.viaPlatformShare(), key, KeyTheftDraw.PLATFORM);
        ClientSession session = context.infrastructure().stolenKeySession(attack, victim, throughPlatform, timeMillis);
        var execution = new AttackExecution(context, attack, tradeLoss);
        AttackStep step = execution.step(victim, session, key);
        double seconds = random.uniformBetween(parameters.sellSeconds(), key, KeyTheftDraw.SALE);
        scheduleSales(step, timeMillis, seconds);
        long soldMillis = timeMillis + SchemeRandom.secondsToMillis(seconds + parameters.minPurchaseGapSeconds());
        int count = random.uniformInt(parameters.purchases(), key, KeyTheftDraw.PURCHASE_COUNT);
        for (int i = 0; i < count; i++) {
            long part = random.subKey(~key, i);
            boolean isMatched = random.bernoulli(parameters.beneficiaryMatchShare(), part, KeyTheftDraw.MATCH);
            double offsetBps = isMatched ? ladderOffsetBps(attack, i + 1, count) : parameters.marketOffsetBps();
            double share = i == count - 1
                    ? 1
                    : random.uniformBetween(parameters.purchaseFraction(), part, KeyTheftDraw.PURCHASE_FRACTION);
            long counterparty = isMatched ? beneficiary.id() : 0;
            double delaySeconds =
                    i * random.uniformBetween(parameters.minPurchaseGapSeconds(), seconds, part, KeyTheftDraw.TIME);
            context.schedule(
                    soldMillis + SchemeRandom.secondsToMillis(delaySeconds),
                    () -> buy(step.withKey(part), share, offsetBps, counterparty));
        }
    }

    /** Prices rise geometrically; the last purchase meets the beneficiary's offer. */
    private double ladderOffsetBps(Attack attack, int number, int count) {
        return parameters.marketOffsetBps()
                * StrictMath.pow(
                        beneficiaries.offerOffsetBps(attack) / parameters.marketOffsetBps(), (double) number / count);
    }

    private void buy(AttackStep step, double share, double offsetBps, long counterparty) {
        OrderIntent purchase = context.purchase(step, Asset.VIA, share)
                .withOffsetBps(offsetBps)
                .withCounterparty(counterparty)
                .withApiKey(context.infrastructure().stolenApiKey(step.user()));
        context.exchange().placeOrder(step.intent(), purchase);
    }

    /** Sells each coin in one or more orders. */
    private void scheduleSales(AttackStep step, long timeMillis, double withinSeconds) {
        for (Asset coin : Asset.COINS) {
            long coinKey = random.subKey(step.key(), COIN_KEY_OFFSET + coin.ordinal());
            int count = random.uniformInt(parameters.salesPerCoin(), coinKey, KeyTheftDraw.SALE);
            for (int i = 0; i < count; i++) {
                long part = random.subKey(coinKey, i);
                int remaining = count - i;
                double delaySeconds = random.uniformBetween(0, withinSeconds, part, KeyTheftDraw.TIME);
                context.schedule(
                        timeMillis + SchemeRandom.secondsToMillis(delaySeconds),
                        () -> sell(step.withKey(part), coin, remaining));
            }
        }
    }

    private void sell(AttackStep step, Asset coin, int remaining) {
        long balanceCents = context.balanceCents(step.user(), coin);
        double share = context.tacticFraction(
                step, balanceCents, parameters.minFraction(), random.uniform(step.key(), KeyTheftDraw.FRACTION));
        OrderIntent sale = OrderIntent.market(coin, Side.SELL, (long) (share * balanceCents / remaining))
                .withApiKey(context.infrastructure().stolenApiKey(step.user()));
        context.exchange().placeOrder(step.intent(), sale);
    }

    /** Loss of a purchase against the mid price, less the part that is recoverable at the withdrawal. */
    private long tradeLossCents(Order order) {
        if (order.side() == Side.SELL) {
            return 0;
        }
        boolean isRecoverable = order.details().counterpartyId() != 0;
        return Math.round(order.notionalCents()
                * tradeLossShare(order.details().offsetBps())
                * (isRecoverable ? 1 - parameters.recoverableShare() : 1));
    }

    /** Share of the notional that is lost at an offset from the mid price. */
    static double tradeLossShare(double offsetBps) {
        return 1 - 1 / (1 + offsetBps / BPS_PER_UNIT);
    }
}
