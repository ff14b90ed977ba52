package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.BehaviourParameters;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * How honest users pay in: coins from a wallet or a custodian, cash by bank or card. Cash mostly buys coins soon, all the
 * more that of newcomers, and some take the coins away, more of them when the price rises: just what deposit fraud does.
 */
final class DepositBehaviour {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private enum DepositDraw {
        AMOUNT,
        BOUNCES,
        INSTALMENT,
        BUYS,
        BUY_TIME,
        LEAVES,
        LEAVE_TIME,
        PAYS,
        SELLS,
        SELL_TIME,
        TAKES,
        TAKE_TIME
    }

    private final ExchangeApi floor;
    private final DepositSourceGenerator sources;
    private final TradingBehaviour trading;
    private final WithdrawalBehaviour errands;
    private final RandomStream draws;
    private final RecurringAmounts instalments;

    DepositBehaviour(
            ExchangeApi floor,
            AddressGenerator addresses,
            TradingBehaviour trading,
            WithdrawalBehaviour errands,
            RandomSource chance) {
        this.floor = floor;
        this.trading = trading;
        this.errands = errands;
        draws = chance.stream("population.deposit");
        sources = new DepositSourceGenerator(addresses, chance);
        instalments = new RecurringAmounts(chance);
    }

    void deposit(User user, long key) {
        if (user.archetype() == Archetype.PROMO_HUNTER
                && !happens(BehaviourParameters.PROMO_HUNTER_DEPOSIT_RATE, key, DepositDraw.PAYS)) {
            return;
        }
        DepositSource source = sources.sourceFor(user, key);
        Asset asset = source.funding() == PaymentRail.CRYPTO ? user.preferredCoin() : Asset.CASH;
        long deposit = floor.deposit(user, asset, amountCents(user, source, key), source);
        if (source.funding() == PaymentRail.BANK
                && deposit != 0
                && happens(BehaviourParameters.DEPOSIT_RETURN_RATE, key, DepositDraw.BOUNCES)) {
            long amountCents = amountCents(user, source, key);
            floor.schedule(
                    floor.nowMillis() + BehaviourParameters.DEPOSIT_RETURN_DAYS * DAY_MILLIS,
                    () -> floor.returnDeposit(user, deposit, amountCents));
        }
        boolean isNewcomer = user.archetype() == Archetype.NEWCOMER;
        double buys = isNewcomer
                ? BehaviourParameters.NEWCOMER_BUY_WITH_CASH_DEPOSIT
                : BehaviourParameters.BUY_WITH_CASH_DEPOSIT;
        if (asset == Asset.CASH && happens(buys, key, DepositDraw.BUYS)) {
            buy(user, key);
        } else if (asset != Asset.CASH && happens(BehaviourParameters.SELL_CRYPTO_DEPOSIT, key, DepositDraw.SELLS)) {
            sell(user, asset, key);
        }
    }

    /** Turns the coins into cash, and may take that home soon after. */
    private void sell(User user, Asset coin, long key) {
        long sells = floor.nowMillis() + minutes(2, 40, key, DepositDraw.SELL_TIME);
        floor.schedule(sells, () -> trading.sellAll(user, coin, user.mainDeviceId(), draws.bits(key, 3)));
        if (happens(BehaviourParameters.WITHDRAW_SALE_PROCEEDS, key, DepositDraw.TAKES)) {
            long takes = sells + minutes(2, 120, key, DepositDraw.TAKE_TIME);
            floor.schedule(takes, () -> errands.withdrawCash(user, draws.bits(key, 4)));
        }
    }

    /** Buys soon, and may take the coins away soon after. */
    private void buy(User user, long key) {
        long buys = floor.nowMillis() + minutes(3, 45, key, DepositDraw.BUY_TIME);
        floor.schedule(buys, () -> trading.buyAll(user, draws.bits(key, 1)));
        if (happens(leavesWithCoins(user), key, DepositDraw.LEAVES)) {
            floor.schedule(
                    buys + minutes(5, 240, key, DepositDraw.LEAVE_TIME),
                    () -> errands.withdrawLargestHolding(user, draws.bits(key, 2)));
        }
    }

    private double leavesWithCoins(User user) {
        if (user.archetype() != Archetype.NEWCOMER) {
            return BehaviourParameters.WITHDRAW_BOUGHT_COINS;
        }
        return floor.market().returnZ() > BehaviourParameters.RALLY_RETURN_Z
                ? BehaviourParameters.NEWCOMER_WITHDRAW_BOUGHT_COINS_IN_RALLY
                : BehaviourParameters.NEWCOMER_WITHDRAW_BOUGHT_COINS;
    }

    private long amountCents(User user, DepositSource source, long key) {
        boolean isInstalment = user.archetype() == Archetype.RECURRING_BUYER
                && source.funding() == PaymentRail.BANK
                && happens(BehaviourParameters.RECURRING_BUYER_DEPOSITS_RECURRING_AMOUNT, key, DepositDraw.INSTALMENT);
        if (isInstalment) {
            return instalments.amountCents(user);
        }
        double share = draws.logNormal(
                BehaviourParameters.DEPOSIT_TO_WEALTH,
                BehaviourParameters.DEPOSIT_SIGMA,
                key,
                DepositDraw.AMOUNT.ordinal());
        double factor =
                user.archetype() == Archetype.PROMO_HUNTER ? BehaviourParameters.PROMO_HUNTER_DEPOSIT_FACTOR : 1;
        return Math.max(ExchangeApi.MIN_AMOUNT_CENTS, (long) (user.wealthCents() * share * factor));
    }

    private boolean happens(double probability, long key, DepositDraw question) {
        return draws.bernoulli(probability, key, question.ordinal());
    }

    private long minutes(double low, double high, long key, DepositDraw question) {
        return (long) (draws.uniformBetween(low, high, key, question.ordinal()) * MINUTE_MILLIS);
    }
}
