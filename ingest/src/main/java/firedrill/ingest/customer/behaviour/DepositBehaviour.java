package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.DepositParameters;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.market.Asset;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * Deposit behaviour: coins from a wallet or a custodian, cash by bank or card. Cash mostly buys coins soon, most often a
 * newcomer's, and some of the coins are withdrawn, more of them in a rally: the pattern of deposit fraud.
 */
final class DepositBehaviour {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);

    /**
     * Draws by the key of a deposit.
     */
    private enum DepositDraw implements DrawIndex {
        AMOUNT(0),
        IS_RETURNED(1),
        IS_RECURRING_AMOUNT(2),
        BUYS(3),
        PURCHASE_DELAY(4),
        WITHDRAWS_COINS(5),
        COIN_WITHDRAWAL_DELAY(6),
        DEPOSITS(7),
        SELLS(8),
        SALE_DELAY(9),
        WITHDRAWS_CASH(10),
        CASH_WITHDRAWAL_DELAY(11),
        PURCHASE_KEY(12),
        COIN_WITHDRAWAL_KEY(13),
        SALE_KEY(14),
        CASH_WITHDRAWAL_KEY(15);

        private final long index;

        DepositDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    private final ExchangeApi exchange;
    private final DepositParameters parameters;
    private final DepositSourceGenerator sources;
    private final TradingBehaviour trading;
    private final WithdrawalBehaviour withdrawals;
    private final RandomStream draws;
    private final RecurringAmounts recurringAmounts;

    DepositBehaviour(
            CustomerContext context,
            RecurringAmounts recurringAmounts,
            TradingBehaviour trading,
            WithdrawalBehaviour withdrawals) {
        exchange = context.exchange();
        parameters = context.parameters().deposits();
        this.recurringAmounts = recurringAmounts;
        this.trading = trading;
        this.withdrawals = withdrawals;
        draws = context.random().stream(BehaviourStream.DEPOSIT);
        sources = new DepositSourceGenerator(context);
    }

    void deposit(User user, long key) {
        if (user.archetype() == Archetype.PROMO_HUNTER
                && !bernoulli(parameters.promoHunterRate(), key, DepositDraw.DEPOSITS)) {
            return;
        }
        DepositSource source = sources.sourceFor(user, key);
        long amountCents = amountCents(user, source, key);
        if (source.funding() == PaymentRail.CRYPTO) {
            depositCoins(user, source, amountCents, key);
        } else {
            depositCash(user, source, amountCents, key);
        }
    }

    private void depositCoins(User user, DepositSource source, long amountCents, long key) {
        Asset coin = user.preferredCoin();
        exchange.deposit(user, coin, amountCents, source);
        if (bernoulli(parameters.sellCoins(), key, DepositDraw.SELLS)) {
            scheduleSale(user, coin, key);
        }
    }

    private void depositCash(User user, DepositSource source, long amountCents, long key) {
        long depositId = exchange.deposit(user, Asset.CASH, amountCents, source);
        if (source.funding() == PaymentRail.BANK
                && depositId != 0
                && bernoulli(parameters.returnRate(), key, DepositDraw.IS_RETURNED)) {
            exchange.schedule(
                    exchange.nowMillis() + TimeUnit.DAYS.toMillis(parameters.returnDays()),
                    () -> exchange.returnDeposit(user, depositId, amountCents));
        }
        boolean isNewcomer = user.archetype() == Archetype.NEWCOMER;
        double buys = isNewcomer ? parameters.newcomerBuyWithCash() : parameters.buyWithCash();
        if (bernoulli(buys, key, DepositDraw.BUYS)) {
            schedulePurchase(user, key);
        }
    }

    /** The coins are sold for cash, which may be withdrawn soon after. */
    private void scheduleSale(User user, Asset coin, long key) {
        long sells = exchange.nowMillis() + delayMillis(parameters.depositToSaleMinutes(), key, DepositDraw.SALE_DELAY);
        exchange.schedule(
                sells, () -> trading.sellAll(user, coin, user.mainDeviceId(), draws.bits(key, DepositDraw.SALE_KEY)));
        if (bernoulli(parameters.withdrawSaleProceeds(), key, DepositDraw.WITHDRAWS_CASH)) {
            exchange.schedule(
                    sells + delayMillis(parameters.saleToWithdrawalMinutes(), key, DepositDraw.CASH_WITHDRAWAL_DELAY),
                    () -> withdrawals.withdrawCash(user, draws.bits(key, DepositDraw.CASH_WITHDRAWAL_KEY)));
        }
    }

    /** The cash buys coins, which may be withdrawn soon after. */
    private void schedulePurchase(User user, long key) {
        long buys = exchange.nowMillis()
                + delayMillis(parameters.depositToPurchaseMinutes(), key, DepositDraw.PURCHASE_DELAY);
        exchange.schedule(buys, () -> trading.buyAll(user, draws.bits(key, DepositDraw.PURCHASE_KEY)));
        if (bernoulli(coinWithdrawalProbability(user), key, DepositDraw.WITHDRAWS_COINS)) {
            exchange.schedule(
                    buys
                            + delayMillis(
                                    parameters.purchaseToWithdrawalMinutes(), key, DepositDraw.COIN_WITHDRAWAL_DELAY),
                    () -> withdrawals.withdrawLargestHolding(user, draws.bits(key, DepositDraw.COIN_WITHDRAWAL_KEY)));
        }
    }

    private double coinWithdrawalProbability(User user) {
        if (user.archetype() != Archetype.NEWCOMER) {
            return parameters.withdrawBoughtCoins();
        }
        return exchange.market().returnZ() > parameters.rallyReturnZ()
                ? parameters.newcomerWithdrawBoughtCoinsInRally()
                : parameters.newcomerWithdrawBoughtCoins();
    }

    private long amountCents(User user, DepositSource source, long key) {
        if (user.archetype() == Archetype.RECURRING_BUYER
                && source.funding() == PaymentRail.BANK
                && bernoulli(parameters.recurringAmountShare(), key, DepositDraw.IS_RECURRING_AMOUNT)) {
            return recurringAmounts.amountCents(user);
        }
        double ratio =
                draws.logNormal(parameters.amountToWealthMedian(), parameters.amountSigma(), key, DepositDraw.AMOUNT);
        double factor = parameters.amountFactor(user.archetype());
        return Math.max(ExchangeApi.MIN_AMOUNT_CENTS, (long) (user.wealthCents() * ratio * factor));
    }

    private boolean bernoulli(double probability, long key, DepositDraw draw) {
        return draws.bernoulli(probability, key, draw);
    }

    private long delayMillis(UniformRange minutes, long key, DepositDraw draw) {
        return (long) (draws.uniformBetween(minutes.min(), minutes.max(), key, draw) * MINUTE_MILLIS);
    }
}
