package firedrill.ingest.fraud.ring;

import firedrill.ingest.account.RingAccount;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.Population;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The accounts that rings own: some for long, opened within days of each other; others new, opened for one farm or one
 * deposit fraud. When those run out, older ones are used again, so that memory does not grow with time.
 */
public final class MuleAccounts {

    private static final double DAY_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final Jurisdiction[] JURISDICTIONS = Jurisdiction.values();
    private static final Asset[] PREFERRED_COINS = {Asset.BTC, Asset.BTC, Asset.ETH, Asset.SOL};
    private static final Asset[] TRADER_COINS = {Asset.ETH, Asset.SOL, Asset.SOL, Asset.VIA};

    private enum AccountDraw {
        BASE_AGE,
        AGE_SPREAD,
        WEALTH,
        DEVICE,
        ADDRESS,
        JURISDICTION,
        COUNT,
        AGE,
        FAVOURITE,
        AGED,
        BOUGHT,
        INVENTORY,
        INVENTORY_AMOUNT
    }

    private final Population population;
    private final Prices prices;
    private final RandomStream draws;
    private final RandomStream entityIds;
    private final Map<Long, List<User>> byAttack = new HashMap<>();
    private final List<List<User>> farms = new ArrayList<>();
    private final List<List<User>> depositors = new ArrayList<>();
    /** By account: until when a strike has it. */
    private final Map<Long, Long> reservedUntilMillis = new HashMap<>();

    private int createdCount;

    public MuleAccounts(Population population, Prices prices, RandomSource chance) {
        this.population = population;
        this.prices = prices;
        draws = chance.stream("attack.recruit");
        entityIds = chance.stream("attack.recruit.id");
    }

    /** The accounts that a ring owns when the story begins, opened together or bought; traders' with money in them. */
    List<User> createForRing(RingSpecialty line, long ringId, long storyMillis) {
        double openedDays = draws.uniformBetween(
                FraudParameters.RING_ACCOUNT_MIN_AGE_DAYS,
                FraudParameters.RING_ACCOUNT_MAX_AGE_DAYS,
                ringId,
                AccountDraw.BASE_AGE.ordinal());
        List<User> accounts = new ArrayList<>();
        for (int i = 0; i < line.accountsPerRing; i++) {
            long key = draws.bits(ringId, i);
            boolean isBought = draws.bernoulli(FraudParameters.BOUGHT_ACCOUNT_SHARE, key, AccountDraw.BOUGHT.ordinal());
            double days = isBought
                    ? boughtAgeDays(key)
                    : openedDays
                            + draws.uniformBetween(
                                    0,
                                    FraudParameters.RING_ACCOUNT_AGE_SPREAD_DAYS,
                                    key,
                                    AccountDraw.AGE_SPREAD.ordinal());
            User user = create(line, key, storyMillis - (long) (days * DAY_MILLIS));
            if (line == RingSpecialty.MARKET_ABUSE) {
                fundTrader(user);
            } else if (line == RingSpecialty.API_KEY_THEFT
                    && draws.bernoulli(
                            TypologyParameters.KEYS_INITIAL_INVENTORY_SHARE, key, AccountDraw.INVENTORY.ordinal())) {
                fundInventory(user, key);
            }
            accounts.add(user);
        }
        return accounts;
    }

    /** Half in cash, half in coins, so that both sides of a market can be played. */
    private void fundTrader(User user) {
        user.wallet().credit(Asset.CASH, user.wealthCents() / 2);
        for (Asset coin : List.of(Asset.ETH, Asset.SOL, Asset.VIA)) {
            user.wallet().credit(coin, coin.quantity(user.wealthCents() / 6, prices));
        }
    }

    private void fundInventory(User user, long key) {
        double usd = draws.logNormal(
                TypologyParameters.KEYS_INVENTORY_MEDIAN_USD,
                TypologyParameters.KEYS_INVENTORY_SIGMA,
                key,
                AccountDraw.INVENTORY_AMOUNT.ordinal());
        user.wallet().credit(Asset.VIA, Asset.VIA.quantity((long) (100 * usd), prices));
    }

    /** Opens the accounts of a farm or a deposit fraud that will come. */
    public void createForAttack(RingSpecialty line, long strikeKey, long strikeMillis) {
        boolean isFarm = line == RingSpecialty.PROMO_FARMING;
        int count = isFarm
                ? TypologyParameters.FARM_MIN_ACCOUNTS
                        + draws.uniformInt(
                                TypologyParameters.FARM_EXTRA_ACCOUNTS, strikeKey, AccountDraw.COUNT.ordinal())
                : 1;
        List<User> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long key = draws.bits(strikeKey, i);
            double days = isFarm ? farmAgeDays(strikeKey, key) : depositorAgeDays(key);
            accounts.add(create(line, key, strikeMillis - (long) (days * DAY_MILLIS)));
        }
        byAttack.put(strikeKey, accounts);
        (isFarm ? farms : depositors).add(accounts);
        createdCount += count;
    }

    /** Of one farm, opened within days of each other: weeks before, or just before; but that some were bought. */
    private double farmAgeDays(long strikeKey, long key) {
        if (draws.bernoulli(TypologyParameters.FARM_BOUGHT_ACCOUNT_SHARE, key, AccountDraw.BOUGHT.ordinal())) {
            return boughtAgeDays(key);
        }
        boolean isPrepared = draws.bernoulli(TypologyParameters.FARM_AGED_SHARE, strikeKey, AccountDraw.AGED.ordinal());
        if (!isPrepared) {
            return TypologyParameters.FARM_NEW_ACCOUNT_MAX_AGE_HOURS
                    / 24
                    * draws.uniformBetween(0.05, 1, key, AccountDraw.AGE.ordinal());
        }
        double weeks = draws.uniformBetween(
                TypologyParameters.FARM_AGED_MIN_DAYS,
                TypologyParameters.FARM_AGED_MAX_DAYS,
                strikeKey,
                AccountDraw.BASE_AGE.ordinal());
        return weeks
                + draws.uniformBetween(
                        0, FraudParameters.RING_ACCOUNT_AGE_SPREAD_DAYS, key, AccountDraw.AGE_SPREAD.ordinal());
    }

    private double boughtAgeDays(long key) {
        return FraudParameters.BOUGHT_ACCOUNT_MIN_AGE_DAYS
                + draws.exponential(FraudParameters.BOUGHT_ACCOUNT_MEAN_EXTRA_AGE_DAYS, key, AccountDraw.AGE.ordinal());
    }

    /** New, or bought from somebody. */
    private double depositorAgeDays(long key) {
        return draws.bernoulli(TypologyParameters.DEPOSIT_BOUGHT_ACCOUNT_SHARE, key, AccountDraw.BOUGHT.ordinal())
                ? boughtAgeDays(key)
                : draws.uniformBetween(
                        0.05, TypologyParameters.DEPOSIT_ACCOUNT_MAX_AGE_DAYS, key, AccountDraw.AGE.ordinal());
    }

    /** A strike needs an account, and the money in it, until this time. */
    public void reserve(User account, long untilMillis) {
        reservedUntilMillis.merge(account.id(), untilMillis, Math::max);
    }

    /** Whether an account can lead its everyday life: no strike has it, and it is not so new that it is to be used at once. */
    public boolean isAvailable(User account, long timeMillis) {
        long agedMillis =
                account.account().openedAtMillis() + (long) (FraudParameters.WARMING_MIN_AGE_DAYS * DAY_MILLIS);
        return agedMillis < timeMillis && reservedUntilMillis.getOrDefault(account.id(), 0L) < timeMillis;
    }

    /** How many new accounts there are. */
    public int createdCount() {
        return createdCount;
    }

    /** The accounts for a strike: its own, or those of an earlier one; none if there never were any. */
    public List<User> accountsFor(Attack strike) {
        List<User> own = byAttack.get(strike.key());
        if (own != null) {
            return own;
        }
        List<List<User>> used = strike.ring().specialty() == RingSpecialty.PROMO_FARMING ? farms : depositors;
        return used.isEmpty()
                ? List.of()
                : used.get(draws.uniformInt(used.size(), strike.key(), AccountDraw.AGE.ordinal()));
    }

    private User create(RingSpecialty line, long key, long openedAtMillis) {
        var jurisdiction =
                JURISDICTIONS[draws.uniformInt(JURISDICTIONS.length, key, AccountDraw.JURISDICTION.ordinal())];
        boolean isTrader = line == RingSpecialty.MARKET_ABUSE;
        double medianUsd = isTrader ? FraudParameters.TRADER_MEDIAN_USD : FraudParameters.RING_ACCOUNT_MEDIAN_USD;
        double usd = draws.logNormal(medianUsd, FraudParameters.RING_ACCOUNT_SIGMA, key, AccountDraw.WEALTH.ordinal());
        Asset[] favourites = isTrader ? TRADER_COINS : PREFERRED_COINS;
        return population.openRingAccount(new RingAccount(
                new Account(Tier.RETAIL, jurisdiction, openedAtMillis),
                (long) (100 * usd),
                favourites[draws.uniformInt(favourites.length, key, AccountDraw.FAVOURITE.ordinal())],
                entityIds.randomId(key, AccountDraw.DEVICE.ordinal()),
                entityIds.randomId(key, AccountDraw.ADDRESS.ordinal())));
    }
}
