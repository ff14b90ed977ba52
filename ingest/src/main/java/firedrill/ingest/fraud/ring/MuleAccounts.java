package firedrill.ingest.fraud.ring;

import firedrill.ingest.account.RingAccount;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.Population;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.fraud.parameters.FraudParameters;
import firedrill.ingest.fraud.parameters.PromoFarmingParameters;
import firedrill.ingest.fraud.parameters.RingAccountParameters;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.parameters.LogNormal;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Accounts that rings own: aged accounts per ring, and new ones opened for one promo farm or one deposit fraud.
 *
 * <p>After the account horizon, attacks reuse earlier accounts, so that memory is bounded.
 */
public final class MuleAccounts {

    private static final double DAY_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final double HOURS_PER_DAY = 24;
    private static final Jurisdiction[] JURISDICTIONS = Jurisdiction.values();
    private static final List<Asset> PREFERRED_COINS = List.of(Asset.BTC, Asset.ETH, Asset.SOL);
    /** Coins that accounts of market abuse rings hold at the start. */
    private static final List<Asset> TRADER_COINS = List.of(Asset.ETH, Asset.SOL, Asset.VIA);

    /** Draws of {@link FraudStream#ACCOUNTS} and {@link FraudStream#ACCOUNT_IDS}, about an account, a ring or an attack. */
    private enum AccountDraw implements DrawIndex {
        BASE_AGE,
        AGE_SPREAD,
        WEALTH,
        DEVICE,
        ADDRESS,
        JURISDICTION,
        COUNT,
        AGE,
        PREFERRED_COIN,
        AGED,
        BOUGHT,
        INVENTORY,
        INVENTORY_AMOUNT;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final Population population;
    private final Prices prices;
    private final FraudParameters parameters;
    private final RandomStream draws;
    private final RandomStream ids;
    private final Map<Long, List<User>> accountsByAttack = new HashMap<>();
    private final List<List<User>> farms = new ArrayList<>();
    private final List<List<User>> depositors = new ArrayList<>();
    /** End of the reservation by account id. */
    private final Map<Long, Long> reservedUntilMillis = new HashMap<>();

    private int createdCount;

    public MuleAccounts(Population population, Prices prices, RandomSource randomSource, FraudParameters parameters) {
        this.population = population;
        this.prices = prices;
        this.parameters = parameters;
        draws = randomSource.stream(FraudStream.ACCOUNTS);
        ids = randomSource.stream(FraudStream.ACCOUNT_IDS);
    }

    /** Opens the accounts that a ring owns from the start, of similar age or bought; those of traders are funded. */
    List<User> createForRing(RingSpecialty specialty, long ringId, long startMillis) {
        RingAccountParameters account = parameters.account();
        double ringAgeDays =
                draws.uniformBetween(account.minAgeDays(), account.maxAgeDays(), ringId, AccountDraw.BASE_AGE);
        List<User> accounts = new ArrayList<>();
        for (int i = 0; i < specialty.accountsPerRing(parameters.ring()); i++) {
            long key = draws.bits(ringId, SingleDraw.VALUE, i);
            double ageDays = draws.bernoulli(account.boughtShare(), key, AccountDraw.BOUGHT)
                    ? boughtAgeDays(key)
                    : ringAgeDays + ageSpreadDays(key);
            User user = create(specialty, key, startMillis - (long) (ageDays * DAY_MILLIS));
            if (specialty == RingSpecialty.MARKET_ABUSE) {
                fundTrader(user);
            } else if (specialty == RingSpecialty.API_KEY_THEFT
                    && draws.bernoulli(
                            parameters.apiKeyTheft().beneficiary().initialInventoryShare(),
                            key,
                            AccountDraw.INVENTORY)) {
                fundInventory(user, key);
            }
            accounts.add(user);
        }
        return accounts;
    }

    /** Credits cash and coins, so that both sides of a market can be traded. */
    private void fundTrader(User user) {
        double cashShare = parameters.account().traderCashShare();
        user.wallet().credit(Asset.CASH, (long) (cashShare * user.wealthCents()));
        long coinCents = (long) ((1 - cashShare) * user.wealthCents()) / TRADER_COINS.size();
        for (Asset coin : TRADER_COINS) {
            user.wallet().credit(coin, coin.quantity(coinCents, prices));
        }
    }

    private void fundInventory(User user, long key) {
        LogNormal inventory = parameters.apiKeyTheft().beneficiary().inventoryUsd();
        double usd = draws.logNormal(inventory.median(), inventory.sigma(), key, AccountDraw.INVENTORY_AMOUNT);
        user.wallet().credit(Asset.VIA, Asset.VIA.quantity((long) (100 * usd), prices));
    }

    /** Opens the accounts of a promo farm or a deposit fraud that starts at {@code attackMillis}. */
    public void createForAttack(RingSpecialty specialty, long attackKey, long attackMillis) {
        boolean isFarm = specialty == RingSpecialty.PROMO_FARMING;
        int count = isFarm ? farmSize(attackKey) : 1;
        List<User> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long key = draws.bits(attackKey, SingleDraw.VALUE, i);
            double ageDays = isFarm ? farmAgeDays(attackKey, key) : depositorAgeDays(key);
            accounts.add(create(specialty, key, attackMillis - (long) (ageDays * DAY_MILLIS)));
        }
        accountsByAttack.put(attackKey, accounts);
        (isFarm ? farms : depositors).add(accounts);
        createdCount += count;
    }

    private int farmSize(long attackKey) {
        var count = parameters.promoFarming().account().count();
        return count.min() + draws.uniformInt(count.size(), attackKey, AccountDraw.COUNT);
    }

    /** Age of a farm's account: bought, opened weeks before together with the others, or new. */
    private double farmAgeDays(long attackKey, long key) {
        PromoFarmingParameters.Accounts farm = parameters.promoFarming().account();
        if (draws.bernoulli(farm.boughtShare(), key, AccountDraw.BOUGHT)) {
            return boughtAgeDays(key);
        }
        if (!draws.bernoulli(farm.agedShare(), attackKey, AccountDraw.AGED)) {
            return farm.newMaxAgeHours()
                    / HOURS_PER_DAY
                    * draws.uniformBetween(farm.newMinAgeFraction(), 1, key, AccountDraw.AGE);
        }
        return uniform(farm.agedDays(), attackKey, AccountDraw.BASE_AGE) + ageSpreadDays(key);
    }

    private double ageSpreadDays(long key) {
        return draws.uniformBetween(0, parameters.account().ageSpreadDays(), key, AccountDraw.AGE_SPREAD);
    }

    private double boughtAgeDays(long key) {
        RingAccountParameters account = parameters.account();
        return account.boughtMinAgeDays() + draws.exponential(account.boughtMeanExtraAgeDays(), key, AccountDraw.AGE);
    }

    private double depositorAgeDays(long key) {
        return draws.bernoulli(parameters.depositFraud().boughtAccountShare(), key, AccountDraw.BOUGHT)
                ? boughtAgeDays(key)
                : uniform(parameters.depositFraud().newAccountAgeDays(), key, AccountDraw.AGE);
    }

    private double uniform(UniformRange range, long key, AccountDraw draw) {
        return draws.uniformBetween(range.min(), range.max(), key, draw);
    }

    /** Reserves an account for an attack; account warming leaves it alone until then. */
    public void reserve(User account, long untilMillis) {
        reservedUntilMillis.merge(account.id(), untilMillis, Math::max);
    }

    /** Whether account warming may use an account: not reserved, and older than the minimum age. */
    public boolean isAvailable(User account, long timeMillis) {
        double minAgeDays = parameters.account().warming().minAgeDays();
        long agedMillis = account.account().openedAtMillis() + (long) (minAgeDays * DAY_MILLIS);
        return agedMillis < timeMillis && reservedUntilMillis.getOrDefault(account.id(), 0L) < timeMillis;
    }

    /** Number of accounts opened for single attacks. */
    public int createdCount() {
        return createdCount;
    }

    /** The accounts opened for an attack, or those of an earlier one; empty if there are none. */
    public List<User> accountsFor(Attack attack) {
        List<User> own = accountsByAttack.get(attack.key());
        if (own != null) {
            return own;
        }
        List<List<User>> earlier = attack.ring().specialty() == RingSpecialty.PROMO_FARMING ? farms : depositors;
        return earlier.isEmpty()
                ? List.of()
                : earlier.get(draws.uniformInt(earlier.size(), attack.key(), AccountDraw.AGE));
    }

    private User create(RingSpecialty specialty, long key, long openedAtMillis) {
        RingAccountParameters account = parameters.account();
        var jurisdiction = JURISDICTIONS[draws.uniformInt(JURISDICTIONS.length, key, AccountDraw.JURISDICTION)];
        boolean isTrader = specialty == RingSpecialty.MARKET_ABUSE;
        double medianUsd = isTrader ? account.traderMedianUsd() : account.medianUsd();
        double usd = draws.logNormal(medianUsd, account.sigma(), key, AccountDraw.WEALTH);
        return population.openRingAccount(new RingAccount(
                new Account(Tier.RETAIL, jurisdiction, openedAtMillis),
                (long) (100 * usd),
                preferredCoin(isTrader, draws.uniform(key, AccountDraw.PREFERRED_COIN)),
                ids.randomId(key, AccountDraw.DEVICE),
                ids.randomId(key, AccountDraw.ADDRESS)));
    }

    private Asset preferredCoin(boolean isTrader, double uniform) {
        if (isTrader) {
            var coin = parameters.account().traderCoin();
            return TRADER_COINS.get(Categorical.index(uniform, coin.ethShare(), coin.solShare()));
        }
        var coin = parameters.account().preferredCoin();
        return PREFERRED_COINS.get(Categorical.index(uniform, coin.btcShare(), coin.ethShare()));
    }
}
