package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.market.Asset;
import java.util.concurrent.TimeUnit;

/**
 * How honest users pay in: coins from a wallet or a custodian, cash by bank or card. Cash mostly buys coins soon, all the
 * more that of newcomers, and some take the coins away, more of them when the price rises: just what deposit fraud does.
 */
final class Deposits {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private enum Question {
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

    private final Floor floor;
    private final Sources sources;
    private final Trading trading;
    private final Errands errands;
    private final Draws draws;
    private final Instalments instalments;

    Deposits(Floor floor, Addresses addresses, Trading trading, Errands errands, Chance chance) {
        this.floor = floor;
        this.trading = trading;
        this.errands = errands;
        draws = chance.about("population.deposit");
        sources = new Sources(addresses, chance);
        instalments = new Instalments(chance);
    }

    void pay(User user, long key) {
        if (user.habit() == Habit.CLAIMER && !happens(Ways.CLAIMER_DEPOSITS, key, Question.PAYS)) {
            return;
        }
        Source source = sources.of(user, key);
        Asset asset = source.funding() == Funding.CRYPTO ? user.favourite() : Asset.CASH;
        long deposit = floor.deposit(user, asset, amountCents(user, source, key), source);
        if (source.funding() == Funding.BANK && deposit != 0 && happens(Ways.BOUNCES, key, Question.BOUNCES)) {
            long amountCents = amountCents(user, source, key);
            floor.at(
                    floor.nowMillis() + Ways.BOUNCE_DAYS * DAY_MILLIS,
                    () -> floor.takeBack(user, deposit, amountCents));
        }
        boolean isNewcomer = user.habit() == Habit.NEWCOMER;
        double buys = isNewcomer ? Ways.NEWCOMER_BUYS : Ways.BUYS_WITH_DEPOSIT;
        if (asset == Asset.CASH && happens(buys, key, Question.BUYS)) {
            buy(user, key);
        } else if (asset != Asset.CASH && happens(Ways.SELLS_DEPOSIT, key, Question.SELLS)) {
            sell(user, asset, key);
        }
    }

    /** Turns the coins into cash, and may take that home soon after. */
    private void sell(User user, Asset coin, long key) {
        long sells = floor.nowMillis() + minutes(2, 40, key, Question.SELL_TIME);
        floor.at(sells, () -> trading.sellAll(user, coin, user.mainDevice(), draws.bits(key, 3)));
        if (happens(Ways.TAKES_PROCEEDS, key, Question.TAKES)) {
            long takes = sells + minutes(2, 120, key, Question.TAKE_TIME);
            floor.at(takes, () -> errands.takeHome(user, draws.bits(key, 4)));
        }
    }

    /** Buys soon, and may take the coins away soon after. */
    private void buy(User user, long key) {
        long buys = floor.nowMillis() + minutes(3, 45, key, Question.BUY_TIME);
        floor.at(buys, () -> trading.buyAll(user, draws.bits(key, 1)));
        if (happens(leavesWithCoins(user), key, Question.LEAVES)) {
            floor.at(buys + minutes(5, 240, key, Question.LEAVE_TIME), () -> errands.moveOut(user, draws.bits(key, 2)));
        }
    }

    private double leavesWithCoins(User user) {
        if (user.habit() != Habit.NEWCOMER) {
            return Ways.LEAVES_WITH_COINS;
        }
        return floor.market().returnZ() > Ways.RALLY_Z
                ? Ways.NEWCOMER_LEAVES_WITH_COINS_IN_A_RALLY
                : Ways.NEWCOMER_LEAVES_WITH_COINS;
    }

    private long amountCents(User user, Source source, long key) {
        boolean isInstalment = user.habit() == Habit.SAVER
                && source.funding() == Funding.BANK
                && happens(Ways.SAVER_PAYS_INSTALMENT, key, Question.INSTALMENT);
        if (isInstalment) {
            return instalments.of(user);
        }
        double share = draws.logNormal(Ways.DEPOSIT_TO_WEALTH, Ways.DEPOSIT_SIGMA, key, Question.AMOUNT.ordinal());
        double factor = user.habit() == Habit.CLAIMER ? Ways.CLAIMER_DEPOSIT_FACTOR : 1;
        return Math.max(Floor.LEAST_CENTS, (long) (user.wealthCents() * share * factor));
    }

    private boolean happens(double probability, long key, Question question) {
        return draws.happens(probability, key, question.ordinal());
    }

    private long minutes(double low, double high, long key, Question question) {
        return (long) (draws.between(low, high, key, question.ordinal()) * MINUTE_MILLIS);
    }
}
