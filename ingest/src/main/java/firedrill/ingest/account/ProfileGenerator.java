package firedrill.ingest.account;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;

/** Who the users are: each a function of the seed and the user's id, so that a larger crowd keeps the smaller one's. */
public final class ProfileGenerator {

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

    private enum ProfileDraw {
        LIFETIME_VALUE,
        WEALTH,
        TRADING,
        ACTIVITY,
        AGE,
        JURISDICTION,
        CONCENTRATED,
        DEVICES,
        ADDRESSES,
        BALANCE,
        COIN_SHARE,
        ARCHETYPE,
        PREFERRED_COIN,
        NEW_ACCOUNT,
        PROMO_HUNTER
    }

    private final RandomStream traits;
    private final RandomStream devices;
    private final RandomStream families;
    private final AddressGenerator addresses;
    private final long startMillis;

    public ProfileGenerator(RandomSource chance, AddressGenerator addresses, long startMillis) {
        traits = chance.stream("population.trait");
        devices = chance.stream("population.device");
        families = chance.stream("population.family");
        this.addresses = addresses;
        this.startMillis = startMillis;
    }

    /** The user with this id as the story begins. */
    public User user(long id, Prices prices) {
        double value = normal(id, ProfileDraw.LIFETIME_VALUE);
        double wealthUsd = CustomerParameters.WEALTH_MEDIAN_USD
                * StrictMath.exp(CustomerParameters.WEALTH_SIGMA
                        * follows(value, CustomerParameters.WEALTH_LTV_CORRELATION, normal(id, ProfileDraw.WEALTH)));
        double lifetimeValueUsd =
                CustomerParameters.LTV_MEDIAN_USD * StrictMath.exp(CustomerParameters.LTV_SIGMA * value);
        var account = new Account(tier(value), jurisdiction(id), openedAtMillis(id));
        var user = new User(
                id,
                account,
                cents(lifetimeValueUsd),
                cents(wealthUsd),
                uniform(id, ProfileDraw.CONCENTRATED) < CustomerParameters.CONCENTRATED_SHARE,
                habit(id, account),
                favourite(id),
                false);
        giveDevices(user);
        giveAddresses(user);
        giveMoney(user, prices);
        return user;
    }

    /** An account that a ring opened; what it held is gone before the story begins. */
    public User ringAccount(long id, RingAccount recruit) {
        var user = new User(
                id,
                recruit.account(),
                0,
                recruit.wealthCents(),
                false,
                Archetype.ORDINARY,
                recruit.preferredCoin(),
                true);
        user.deviceIds().add(recruit.deviceId());
        user.addressIds().add(recruit.addressId());
        return user;
    }

    /** How often the user trades, relative to others. */
    public double tradingWeight(User user) {
        long id = user.id();
        double trading = follows(
                normal(id, ProfileDraw.LIFETIME_VALUE),
                CustomerParameters.TRADING_LTV_CORRELATION,
                normal(id, ProfileDraw.TRADING));
        return user.archetype().orderRate * StrictMath.exp(CustomerParameters.TRADING_SIGMA * trading);
    }

    /** How often the user does anything else, relative to others. */
    public double activityWeight(User user) {
        return user.archetype().otherActivityRate
                * StrictMath.exp(CustomerParameters.ACTIVITY_SIGMA * normal(user.id(), ProfileDraw.ACTIVITY));
    }

    private void giveDevices(User user) {
        long id = user.id();
        long home = id >>> 1;
        double uniform = uniform(id, ProfileDraw.DEVICES);
        user.deviceIds().add(devices.randomId(id, 0));
        if (families.bernoulli(CustomerParameters.SHARED_DEVICE_PAIR_SHARE, home, 0)) {
            user.deviceIds().add(devices.randomId(home, -1));
        }
        if (uniform < 0.6) {
            user.deviceIds().add(devices.randomId(id, 1));
        }
        if (uniform < 0.1) {
            user.deviceIds().add(devices.randomId(id, 2));
        }
    }

    private void giveAddresses(User user) {
        int count = 1 + (int) (3 * uniform(user.id(), ProfileDraw.ADDRESSES));
        for (int number = 0; number < count; number++) {
            user.addressIds().add(addresses.savedAddress(user.id(), number));
        }
    }

    private void giveMoney(User user, Prices prices) {
        long id = user.id();
        long worth = (long) (user.wealthCents() * traits.logNormal(0.9, 0.4, id, ProfileDraw.BALANCE.ordinal()));
        double split = uniform(id, ProfileDraw.COIN_SHARE);
        double coinShare = user.isConcentrated() ? (split < 0.6 ? 1 : 0) : 0.2 + 0.6 * split;
        long coinCents = (long) (worth * coinShare);
        if (user.archetype() == Archetype.MARKET_MAKER) {
            Asset.COINS.forEach(coin -> user.wallet().credit(coin, coin.quantity(worth / 8, prices)));
            user.wallet().credit(Asset.CASH, worth / 2);
            return;
        }
        Asset coin = user.preferredCoin();
        user.wallet().credit(coin, coin.quantity(coinCents, prices));
        user.wallet().credit(Asset.CASH, worth - coinCents);
    }

    private Archetype habit(long id, Account account) {
        if (account.tier() == Tier.MARKET_MAKER) {
            return Archetype.MARKET_MAKER;
        }
        if (account.tier() == Tier.VIP) {
            return Archetype.WHALE;
        }
        if (startMillis - account.openedAtMillis() < CustomerParameters.NEWCOMER_DAYS * DAY_MILLIS) {
            boolean claims = traits.bernoulli(
                    CustomerParameters.PROMO_HUNTER_SHARE_OF_NEWCOMERS, id, ProfileDraw.PROMO_HUNTER.ordinal());
            return claims ? Archetype.PROMO_HUNTER : Archetype.NEWCOMER;
        }
        double rest = uniform(id, ProfileDraw.ARCHETYPE);
        for (var share : CustomerParameters.ARCHETYPE_SHARES.entrySet()) {
            rest -= share.getValue();
            if (rest < 0) {
                return share.getKey();
            }
        }
        return Archetype.ORDINARY;
    }

    private Asset favourite(long id) {
        double uniform = uniform(id, ProfileDraw.PREFERRED_COIN);
        if (uniform < CustomerParameters.PREFERS_BTC_SHARE) {
            return Asset.BTC;
        }
        if (uniform < CustomerParameters.PREFERS_BTC_SHARE + CustomerParameters.PREFERS_ETH_SHARE) {
            return Asset.ETH;
        }
        return uniform < 1 - CustomerParameters.PREFERS_THIN_COIN_SHARE ? Asset.SOL : Asset.VIA;
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
        double uniform = uniform(id, ProfileDraw.JURISDICTION);
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
        boolean isFresh = traits.bernoulli(CustomerParameters.NEW_ACCOUNT_SHARE, id, ProfileDraw.NEW_ACCOUNT.ordinal());
        double ageDays = isFresh
                ? CustomerParameters.NEW_ACCOUNT_MIN_DAYS
                        + traits.exponential(CustomerParameters.NEW_ACCOUNT_MEAN_DAYS, id, ProfileDraw.AGE.ordinal())
                : 1 + traits.exponential(CustomerParameters.ACCOUNT_AGE_MEAN_DAYS, id, ProfileDraw.AGE.ordinal());
        return startMillis - (long) (Math.min(ageDays, CustomerParameters.ACCOUNT_AGE_MAX_DAYS) * DAY_MILLIS);
    }

    private double uniform(long id, ProfileDraw trait) {
        return traits.uniform(id, trait.ordinal());
    }

    private double normal(long id, ProfileDraw trait) {
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
