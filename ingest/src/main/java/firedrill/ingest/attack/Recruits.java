package firedrill.ingest.attack;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.population.Population;
import firedrill.ingest.population.Recruit;
import firedrill.ingest.population.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The accounts that rings own: some for long, opened within days of each other; others new, opened for one farm or one
 * deposit fraud. When those run out, older ones are used again, so that memory does not grow with time.
 */
final class Recruits {

    private static final double DAY_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final Jurisdiction[] JURISDICTIONS = Jurisdiction.values();
    private static final Asset[] FAVOURITES = {Asset.BTC, Asset.BTC, Asset.ETH, Asset.SOL};
    private static final Asset[] TRADED = {Asset.ETH, Asset.SOL, Asset.SOL, Asset.PUMP};

    private enum Trait {
        OPENED,
        WITHIN,
        WEALTH,
        DEVICE,
        ADDRESS,
        JURISDICTION,
        COUNT,
        AGE,
        FAVOURITE,
        PREPARED,
        BOUGHT,
        STOCKED,
        STOCK
    }

    private final Population population;
    private final Prices prices;
    private final Draws draws;
    private final Draws ids;
    private final Map<Long, List<User>> ofStrike = new HashMap<>();
    private final List<List<User>> farms = new ArrayList<>();
    private final List<List<User>> depositors = new ArrayList<>();
    /** By account: until when a strike has it. */
    private final Map<Long, Long> busyUntilMillis = new HashMap<>();

    private int opened;

    Recruits(Population population, Prices prices, Chance chance) {
        this.population = population;
        this.prices = prices;
        draws = chance.about("attack.recruit");
        ids = chance.about("attack.recruit.id");
    }

    /** The accounts that a ring owns when the story begins, opened together or bought; traders' with money in them. */
    List<User> open(Line line, long ringId, long storyMillis) {
        double openedDays = draws.between(
                Assumptions.OPENED_BEFORE_LEAST_DAYS,
                Assumptions.OPENED_BEFORE_MOST_DAYS,
                ringId,
                Trait.OPENED.ordinal());
        List<User> accounts = new ArrayList<>();
        for (int i = 0; i < line.accountsPerRing; i++) {
            long key = draws.bits(ringId, i);
            boolean isBought = draws.happens(Assumptions.BOUGHT, key, Trait.BOUGHT.ordinal());
            double days = isBought
                    ? boughtDays(key)
                    : openedDays + draws.between(0, Assumptions.OPENED_WITHIN_DAYS, key, Trait.WITHIN.ordinal());
            User user = recruit(line, key, storyMillis - (long) (days * DAY_MILLIS));
            if (line == Line.MARKET) {
                giveMoney(user);
            } else if (line == Line.KEYS && draws.happens(Footprints.KEYS_STOCKED, key, Trait.STOCKED.ordinal())) {
                giveStock(user, key);
            }
            accounts.add(user);
        }
        return accounts;
    }

    /** Half in cash, half in coins, so that both sides of a market can be played. */
    private void giveMoney(User user) {
        user.wallet().add(Asset.CASH, user.wealthCents() / 2);
        for (Asset coin : List.of(Asset.ETH, Asset.SOL, Asset.PUMP)) {
            user.wallet().add(coin, coin.quantity(user.wealthCents() / 6, prices));
        }
    }

    private void giveStock(User user, long key) {
        double usd = draws.logNormal(
                Footprints.KEYS_STOCK_MEDIAN_USD, Footprints.KEYS_STOCK_SIGMA, key, Trait.STOCK.ordinal());
        user.wallet().add(Asset.PUMP, Asset.PUMP.quantity((long) (100 * usd), prices));
    }

    /** Opens the accounts of a farm or a deposit fraud that will come. */
    void openFor(Line line, long strikeKey, long strikeMillis) {
        boolean isFarm = line == Line.FARM;
        int count = isFarm
                ? Footprints.FARM_LEAST_ACCOUNTS
                        + draws.below(Footprints.FARM_MORE_ACCOUNTS, strikeKey, Trait.COUNT.ordinal())
                : 1;
        List<User> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long key = draws.bits(strikeKey, i);
            double days = isFarm ? farmDays(strikeKey, key) : depositorDays(key);
            accounts.add(recruit(line, key, strikeMillis - (long) (days * DAY_MILLIS)));
        }
        ofStrike.put(strikeKey, accounts);
        (isFarm ? farms : depositors).add(accounts);
        opened += count;
    }

    /** Of one farm, opened within days of each other: weeks before, or just before; but that some were bought. */
    private double farmDays(long strikeKey, long key) {
        if (draws.happens(Footprints.FARM_BOUGHT, key, Trait.BOUGHT.ordinal())) {
            return boughtDays(key);
        }
        boolean isPrepared = draws.happens(Footprints.FARM_PREPARED, strikeKey, Trait.PREPARED.ordinal());
        if (!isPrepared) {
            return Footprints.FARM_OPENED_WITHIN_HOURS / 24 * draws.between(0.05, 1, key, Trait.AGE.ordinal());
        }
        double weeks = draws.between(
                Footprints.FARM_PREPARED_LEAST_DAYS,
                Footprints.FARM_PREPARED_MOST_DAYS,
                strikeKey,
                Trait.OPENED.ordinal());
        return weeks + draws.between(0, Assumptions.OPENED_WITHIN_DAYS, key, Trait.WITHIN.ordinal());
    }

    private double boughtDays(long key) {
        return Assumptions.BOUGHT_LEAST_DAYS
                + draws.exponential(Assumptions.BOUGHT_MEAN_DAYS, key, Trait.AGE.ordinal());
    }

    /** New, or bought from somebody. */
    private double depositorDays(long key) {
        return draws.happens(Footprints.DEPOSIT_ACCOUNT_BOUGHT, key, Trait.BOUGHT.ordinal())
                ? boughtDays(key)
                : draws.between(0.05, Footprints.DEPOSIT_ACCOUNT_MOST_DAYS, key, Trait.AGE.ordinal());
    }

    /** A strike needs an account, and the money in it, until this time. */
    void reserve(User account, long untilMillis) {
        busyUntilMillis.merge(account.id(), untilMillis, Math::max);
    }

    /** Whether an account can lead its everyday life: no strike has it, and it is not so new that it is to be used at once. */
    boolean isFree(User account, long timeMillis) {
        long agedMillis = account.account().openedAtMillis() + (long) (Assumptions.COVER_FROM_DAYS * DAY_MILLIS);
        return agedMillis < timeMillis && busyUntilMillis.getOrDefault(account.id(), 0L) < timeMillis;
    }

    /** How many new accounts there are. */
    int opened() {
        return opened;
    }

    /** The accounts for a strike: its own, or those of an earlier one; none if there never were any. */
    List<User> of(Strike strike) {
        List<User> own = ofStrike.get(strike.key());
        if (own != null) {
            return own;
        }
        List<List<User>> used = strike.ring().line() == Line.FARM ? farms : depositors;
        return used.isEmpty() ? List.of() : used.get(draws.below(used.size(), strike.key(), Trait.AGE.ordinal()));
    }

    private User recruit(Line line, long key, long openedAtMillis) {
        var jurisdiction = JURISDICTIONS[draws.below(JURISDICTIONS.length, key, Trait.JURISDICTION.ordinal())];
        boolean isTrader = line == Line.MARKET;
        double medianUsd = isTrader ? Assumptions.TRADER_MEDIAN_USD : Assumptions.OWN_ACCOUNT_MEDIAN_USD;
        double usd = draws.logNormal(medianUsd, Assumptions.OWN_ACCOUNT_SIGMA, key, Trait.WEALTH.ordinal());
        Asset[] favourites = isTrader ? TRADED : FAVOURITES;
        return population.recruit(new Recruit(
                new Account(Tier.RETAIL, jurisdiction, openedAtMillis),
                (long) (100 * usd),
                favourites[draws.below(favourites.length, key, Trait.FAVOURITE.ordinal())],
                ids.id(key, Trait.DEVICE.ordinal()),
                ids.id(key, Trait.ADDRESS.ordinal())));
    }
}
