package firedrill.ingest.account;

import firedrill.ingest.account.ProfileParameters.PreferredCoinShares;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Traits of each user as a function of seed and id, so that a larger population contains the smaller one. */
public final class ProfileGenerator {

    private static final double DAY_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final int CENTS = 100;

    private enum ProfileDraw implements DrawIndex {
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
        PROMO_HUNTER;

        @Override
        public long index() {
            return ordinal();
        }
    }

    /** Draws by user id, and for the shared device by pair of users. */
    private enum DeviceDraw implements DrawIndex {
        FIRST(0),
        SECOND(1),
        THIRD(2),
        SHARED(-1);

        private final long index;

        DeviceDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    private final ProfileParameters parameters;
    private final ArchetypeParameters archetypes;
    private final RandomStream traits;
    private final RandomStream devices;
    private final RandomStream families;
    private final AddressGenerator addresses;
    private final long startMillis;

    public ProfileGenerator(
            ProfileParameters parameters,
            ArchetypeParameters archetypes,
            AddressGenerator addresses,
            RandomSource random,
            long startMillis) {
        this.parameters = parameters;
        this.archetypes = archetypes;
        this.addresses = addresses;
        this.startMillis = startMillis;
        traits = random.stream(AccountStream.TRAIT);
        devices = random.stream(AccountStream.DEVICE);
        families = random.stream(AccountStream.SHARED_DEVICE);
    }

    /** The customer with this id as of the start. */
    public User user(long id, Prices prices) {
        double value = normal(id, ProfileDraw.LIFETIME_VALUE);
        double wealth =
                correlated(value, parameters.wealthToLifetimeValueCorrelation(), normal(id, ProfileDraw.WEALTH));
        double wealthUsd = parameters.wealthMedianUsd() * StrictMath.exp(parameters.wealthSigma() * wealth);
        double lifetimeValueUsd =
                parameters.lifetimeValueMedianUsd() * StrictMath.exp(parameters.lifetimeValueSigma() * value);
        var account = new Account(tier(value), jurisdiction(id), openedAtMillis(id));
        var user = new User(
                id,
                account,
                cents(lifetimeValueUsd),
                cents(wealthUsd),
                uniform(id, ProfileDraw.CONCENTRATED) < parameters.concentratedShare(),
                archetype(id, account),
                preferredCoin(id),
                false,
                parameters.mainIdShare());
        addDevices(user);
        addAddresses(user);
        creditBalance(user, prices);
        return user;
    }

    /** An account that a ring opened before the start; its wallet is empty. */
    public User ringAccount(long id, RingAccount ringAccount) {
        var user = new User(
                id,
                ringAccount.account(),
                0,
                ringAccount.wealthCents(),
                false,
                Archetype.ORDINARY,
                ringAccount.preferredCoin(),
                true,
                parameters.mainIdShare());
        user.deviceIds().add(ringAccount.deviceId());
        user.addressIds().add(ringAccount.addressId());
        return user;
    }

    /** Order rate relative to other customers. */
    public double tradingWeight(User user) {
        long id = user.id();
        double trading = correlated(
                normal(id, ProfileDraw.LIFETIME_VALUE),
                parameters.tradingToLifetimeValueCorrelation(),
                normal(id, ProfileDraw.TRADING));
        return archetypes.of(user.archetype()).orders() * StrictMath.exp(parameters.tradingSigma() * trading);
    }

    /** Rate of every other activity relative to other customers. */
    public double activityWeight(User user) {
        return archetypes.of(user.archetype()).others()
                * StrictMath.exp(parameters.activitySigma() * normal(user.id(), ProfileDraw.ACTIVITY));
    }

    private void addDevices(User user) {
        long id = user.id();
        long pair = id >>> 1;
        double uniform = uniform(id, ProfileDraw.DEVICES);
        user.deviceIds().add(devices.randomId(id, DeviceDraw.FIRST));
        if (families.bernoulli(parameters.sharedDevicePairShare(), pair, SingleDraw.VALUE)) {
            user.deviceIds().add(devices.randomId(pair, DeviceDraw.SHARED));
        }
        if (uniform < parameters.secondDeviceShare()) {
            user.deviceIds().add(devices.randomId(id, DeviceDraw.SECOND));
        }
        if (uniform < parameters.thirdDeviceShare()) {
            user.deviceIds().add(devices.randomId(id, DeviceDraw.THIRD));
        }
    }

    private void addAddresses(User user) {
        int count = 1 + (int) (parameters.maxSavedAddresses() * uniform(user.id(), ProfileDraw.ADDRESSES));
        for (int number = 0; number < count; number++) {
            user.addressIds().add(addresses.savedAddress(user.id(), number));
        }
    }

    private void creditBalance(User user, Prices prices) {
        double ratio = traits.logNormal(
                parameters.balanceToWealthMedian(), parameters.balanceToWealthSigma(), user.id(), ProfileDraw.BALANCE);
        long balanceCents = (long) (user.wealthCents() * ratio);
        if (user.archetype() == Archetype.MARKET_MAKER) {
            creditInventory(user, balanceCents, prices);
            return;
        }
        long coinCents = (long) (balanceCents * coinShare(user));
        Asset coin = user.preferredCoin();
        user.wallet().credit(coin, coin.quantity(coinCents, prices));
        user.wallet().credit(Asset.CASH, balanceCents - coinCents);
    }

    private void creditInventory(User user, long balanceCents, Prices prices) {
        double cashShare = parameters.marketMakerCashShare();
        long centsPerCoin = (long) (balanceCents * ((1 - cashShare) / Asset.COINS.size()));
        Asset.COINS.forEach(coin -> user.wallet().credit(coin, coin.quantity(centsPerCoin, prices)));
        user.wallet().credit(Asset.CASH, (long) (balanceCents * cashShare));
    }

    private double coinShare(User user) {
        double uniform = uniform(user.id(), ProfileDraw.COIN_SHARE);
        if (user.isConcentrated()) {
            return uniform < parameters.concentratedInCoinShare() ? 1 : 0;
        }
        return parameters.mixedCoinShareMin() + parameters.mixedCoinShareSpan() * uniform;
    }

    private Archetype archetype(long id, Account account) {
        if (account.tier() == Tier.MARKET_MAKER) {
            return Archetype.MARKET_MAKER;
        }
        if (account.tier() == Tier.VIP) {
            return Archetype.WHALE;
        }
        if (startMillis - account.openedAtMillis() < archetypes.newcomerDays() * DAY_MILLIS) {
            boolean claims = traits.bernoulli(archetypes.promoHunterShareOfNewcomers(), id, ProfileDraw.PROMO_HUNTER);
            return claims ? Archetype.PROMO_HUNTER : Archetype.NEWCOMER;
        }
        return archetypes.establishedArchetype(uniform(id, ProfileDraw.ARCHETYPE));
    }

    private Asset preferredCoin(long id) {
        PreferredCoinShares shares = parameters.preferredCoinShares();
        double uniform = uniform(id, ProfileDraw.PREFERRED_COIN);
        if (uniform < shares.btc()) {
            return Asset.BTC;
        }
        if (uniform < shares.btc() + shares.eth()) {
            return Asset.ETH;
        }
        return uniform < 1 - shares.thinCoin() ? Asset.SOL : Asset.VIA;
    }

    private Tier tier(double value) {
        if (value > parameters.marketMakerAboveSigma()) {
            return Tier.MARKET_MAKER;
        }
        if (value > parameters.vipAboveSigma()) {
            return Tier.VIP;
        }
        return value > parameters.activeAboveSigma() ? Tier.ACTIVE : Tier.RETAIL;
    }

    private Jurisdiction jurisdiction(long id) {
        double uniform = uniform(id, ProfileDraw.JURISDICTION);
        double sum = 0;
        for (Jurisdiction jurisdiction : Jurisdiction.values()) {
            sum += Objects.requireNonNull(parameters.jurisdictionShares().get(jurisdiction));
            if (uniform < sum) {
                return jurisdiction;
            }
        }
        return Jurisdiction.SG;
    }

    private long openedAtMillis(long id) {
        boolean isNew = traits.bernoulli(parameters.newAccountShare(), id, ProfileDraw.NEW_ACCOUNT);
        double minDays = isNew ? parameters.newAccountMinDays() : 1;
        double meanDays = isNew ? parameters.newAccountMeanDays() : parameters.accountAgeMeanDays();
        double ageDays = minDays + traits.exponential(meanDays, id, ProfileDraw.AGE);
        return startMillis - (long) (Math.min(ageDays, parameters.accountAgeMaxDays()) * DAY_MILLIS);
    }

    private double uniform(long id, ProfileDraw draw) {
        return traits.uniform(id, draw);
    }

    private double normal(long id, ProfileDraw draw) {
        return traits.normal(id, draw);
    }

    /** A standard normal with this correlation to {@code leader}, from another independent one. */
    private static double correlated(double leader, double correlation, double other) {
        return correlation * leader + Math.sqrt(1 - correlation * correlation) * other;
    }

    private static long cents(double usd) {
        return Math.max(1, Math.round(usd * CENTS));
    }
}
