package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;

/** Who the users are: each a function of the seed and the user's id, so that a larger crowd keeps the smaller one's. */
final class Profiles {

    /** Quantiles of the standard normal that leave 0.1 %, 0.6 % and 3.6 % above them. */
    private static final double MARKET_MAKER_ABOVE = 3.0902;

    private static final double VIP_ABOVE = 2.5121;
    private static final double ACTIVE_ABOVE = 1.7991;

    /** Shares of users, each with those before it: EU, US, UK, Korea; the rest live in Singapore. Assumption. */
    private static final double LIVE_IN_EU = 0.35;

    private static final double LIVE_IN_EU_OR_US = 0.65;
    private static final double LIVE_IN_EU_US_OR_UK = 0.77;
    private static final double LIVE_OUTSIDE_SG = 0.90;

    private static final double DAY_MILLIS = 86_400_000.0;

    private enum Trait {
        VALUE,
        WEALTH,
        TRADING,
        ERRANDS,
        AGE,
        JURISDICTION,
        CONCENTRATED,
        DEVICES,
        ADDRESSES,
        BALANCE,
        SPLIT,
        HABIT,
        FAVOURITE,
        FRESH,
        CLAIMS
    }

    private final Draws traits;
    private final Draws devices;
    private final Draws families;
    private final Addresses addresses;
    private final long startMillis;

    Profiles(Chance chance, Addresses addresses, long startMillis) {
        traits = chance.about("population.trait");
        devices = chance.about("population.device");
        families = chance.about("population.family");
        this.addresses = addresses;
        this.startMillis = startMillis;
    }

    /** The user with this id as the story begins. */
    User user(long id, Prices prices) {
        double value = normal(id, Trait.VALUE);
        double wealthUsd = Assumptions.WEALTH_MEDIAN_USD
                * StrictMath.exp(Assumptions.WEALTH_SIGMA
                        * follows(value, Assumptions.WEALTH_FOLLOWS_VALUE, normal(id, Trait.WEALTH)));
        double lifetimeValueUsd = Assumptions.LTV_MEDIAN_USD * StrictMath.exp(Assumptions.LTV_SIGMA * value);
        var account = new Account(tier(value), jurisdiction(id), openedAtMillis(id));
        var user = new User(
                id,
                account,
                cents(lifetimeValueUsd),
                cents(wealthUsd),
                uniform(id, Trait.CONCENTRATED) < Assumptions.CONCENTRATED,
                habit(id, account),
                favourite(id),
                false);
        giveDevices(user);
        giveAddresses(user);
        giveMoney(user, prices);
        return user;
    }

    /** An account that a ring opened; what it held is gone before the story begins. */
    User recruit(long id, Recruit recruit) {
        var user = new User(
                id, recruit.account(), 0, recruit.wealthCents(), false, Habit.ORDINARY, recruit.favourite(), true);
        user.devices().add(recruit.deviceId());
        user.addresses().add(recruit.addressId());
        return user;
    }

    /** How often the user trades, relative to others. */
    double tradingWeight(User user) {
        long id = user.id();
        double trading = follows(normal(id, Trait.VALUE), Assumptions.TRADING_FOLLOWS_VALUE, normal(id, Trait.TRADING));
        return user.habit().orders * StrictMath.exp(Assumptions.TRADING_SIGMA * trading);
    }

    /** How often the user does anything else, relative to others. */
    double errandsWeight(User user) {
        return user.habit().errands * StrictMath.exp(Assumptions.ERRANDS_SIGMA * normal(user.id(), Trait.ERRANDS));
    }

    private void giveDevices(User user) {
        long id = user.id();
        long home = id >>> 1;
        double uniform = uniform(id, Trait.DEVICES);
        user.devices().add(devices.id(id, 0));
        if (families.happens(Assumptions.FAMILIES, home, 0)) {
            user.devices().add(devices.id(home, -1));
        }
        if (uniform < 0.6) {
            user.devices().add(devices.id(id, 1));
        }
        if (uniform < 0.1) {
            user.devices().add(devices.id(id, 2));
        }
    }

    private void giveAddresses(User user) {
        int count = 1 + (int) (3 * uniform(user.id(), Trait.ADDRESSES));
        for (int number = 0; number < count; number++) {
            user.addresses().add(addresses.saved(user.id(), number));
        }
    }

    private void giveMoney(User user, Prices prices) {
        long id = user.id();
        long worth = (long) (user.wealthCents() * traits.logNormal(0.9, 0.4, id, Trait.BALANCE.ordinal()));
        double split = uniform(id, Trait.SPLIT);
        double coinShare = user.isConcentrated() ? (split < 0.6 ? 1 : 0) : 0.2 + 0.6 * split;
        long coinCents = (long) (worth * coinShare);
        if (user.habit() == Habit.MAKER) {
            Asset.COINS.forEach(coin -> user.wallet().add(coin, coin.quantity(worth / 8, prices)));
            user.wallet().add(Asset.CASH, worth / 2);
            return;
        }
        Asset coin = user.favourite();
        user.wallet().add(coin, coin.quantity(coinCents, prices));
        user.wallet().add(Asset.CASH, worth - coinCents);
    }

    private Habit habit(long id, Account account) {
        if (account.tier() == Tier.MARKET_MAKER) {
            return Habit.MAKER;
        }
        if (account.tier() == Tier.VIP) {
            return Habit.WHALE;
        }
        if (startMillis - account.openedAtMillis() < Assumptions.NEWCOMER_DAYS * DAY_MILLIS) {
            boolean claims = traits.happens(Assumptions.NEWCOMERS_WHO_CLAIM, id, Trait.CLAIMS.ordinal());
            return claims ? Habit.CLAIMER : Habit.NEWCOMER;
        }
        double rest = uniform(id, Trait.HABIT);
        for (var share : Assumptions.HABITS.entrySet()) {
            rest -= share.getValue();
            if (rest < 0) {
                return share.getKey();
            }
        }
        return Habit.ORDINARY;
    }

    private Asset favourite(long id) {
        double uniform = uniform(id, Trait.FAVOURITE);
        if (uniform < Assumptions.FAVOUR_BTC) {
            return Asset.BTC;
        }
        if (uniform < Assumptions.FAVOUR_BTC + Assumptions.FAVOUR_ETH) {
            return Asset.ETH;
        }
        return uniform < 1 - Assumptions.FAVOUR_PUMP ? Asset.SOL : Asset.PUMP;
    }

    private static Tier tier(double value) {
        if (value > MARKET_MAKER_ABOVE) {
            return Tier.MARKET_MAKER;
        }
        if (value > VIP_ABOVE) {
            return Tier.VIP;
        }
        return value > ACTIVE_ABOVE ? Tier.ACTIVE : Tier.RETAIL;
    }

    private Jurisdiction jurisdiction(long id) {
        double uniform = uniform(id, Trait.JURISDICTION);
        if (uniform < LIVE_IN_EU) {
            return Jurisdiction.EU;
        }
        if (uniform < LIVE_IN_EU_OR_US) {
            return Jurisdiction.US;
        }
        if (uniform < LIVE_IN_EU_US_OR_UK) {
            return Jurisdiction.UK;
        }
        return uniform < LIVE_OUTSIDE_SG ? Jurisdiction.KR : Jurisdiction.SG;
    }

    private long openedAtMillis(long id) {
        boolean isFresh = traits.happens(Assumptions.FRESH, id, Trait.FRESH.ordinal());
        double ageDays = isFresh
                ? Assumptions.FRESH_LEAST_DAYS
                        + traits.exponential(Assumptions.FRESH_MEAN_DAYS, id, Trait.AGE.ordinal())
                : 1 + traits.exponential(Assumptions.ACCOUNT_AGE_MEAN_DAYS, id, Trait.AGE.ordinal());
        return startMillis - (long) (Math.min(ageDays, Assumptions.ACCOUNT_AGE_MOST_DAYS) * DAY_MILLIS);
    }

    private double uniform(long id, Trait trait) {
        return traits.uniform(id, trait.ordinal());
    }

    private double normal(long id, Trait trait) {
        return traits.normal(id, trait.ordinal());
    }

    /** A standard normal with this correlation to {@code leader}, made with another independent one. */
    private static double follows(double leader, double correlation, double other) {
        return correlation * leader + Math.sqrt(1 - correlation * correlation) * other;
    }

    private static long cents(double usd) {
        return Math.max(1, Math.round(usd * 100));
    }
}
