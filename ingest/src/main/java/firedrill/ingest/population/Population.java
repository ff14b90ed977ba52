package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Purpose;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import java.time.Duration;
import java.util.Arrays;

/**
 * The honest users of a seed: worth and activity are heavy-tailed, each has devices and addresses of their own, some
 * share a device with somebody in the household.
 */
public final class Population {

    /** Ids of devices and addresses tell nothing: they are bits of a hash, kept positive. */
    private static final long POSITIVE = Long.MAX_VALUE >>> 8;

    private static final double[] JURISDICTION_SHARES = {0.35, 0.65, 0.75, 0.9, 1};

    private final Member[] members;
    private final double[] activity;

    /** {@code users} users whose accounts were opened before {@code startMillis}. */
    public Population(Chance chance, int users, long startMillis) {
        var worth = new double[users];
        activity = new double[users];
        double soFar = 0;
        for (int i = 0; i < users; i++) {
            double median = Assumptions.LTV_MEAN_CENTS / StrictMath.exp(square(Assumptions.LTV_SIGMA) / 2);
            worth[i] = chance.logNormal(median, Assumptions.LTV_SIGMA, Purpose.WORTH, i + 1, 0);
            soFar += chance.logNormal(1, Assumptions.ACTIVITY_SIGMA, Purpose.ACTIVITY, i + 1, 0);
            activity[i] = soFar;
        }
        var bars = new Bars(worth);
        members = new Member[users];
        for (int i = 0; i < users; i++) {
            members[i] = member(chance, i + 1, worth[i], bars.tier(worth[i]), users, startMillis);
        }
    }

    private static Member member(Chance chance, long userId, double worth, Tier tier, int users, long startMillis) {
        long age = Math.round(chance.exponential(400, Purpose.OPENED, userId, 0)
                * Duration.ofDays(1).toMillis());
        var account = new Account(
                tier,
                jurisdiction(chance.uniform(Purpose.JURISDICTION, userId, 0)),
                startMillis - Duration.ofDays(2).toMillis() - age);
        long usual = Math.round(worth
                * chance.logNormal(Assumptions.BALANCE_TO_LTV, Assumptions.BALANCE_SIGMA, Purpose.BALANCE, userId, 0));
        return new Member(
                userId,
                account,
                Math.max(1, Math.round(worth)),
                Math.max(2_000, usual),
                devices(chance, userId, users),
                addresses(chance, userId));
    }

    private static long[] devices(Chance chance, long userId, int users) {
        var devices = new long[1 + chance.below(2, Purpose.DEVICES, userId, 0)];
        for (int i = 0; i < devices.length; i++) {
            devices[i] = deviceOf(chance, userId, i);
        }
        if (chance.happens(Assumptions.SHARED_DEVICE, Purpose.HOUSEHOLD, userId, 0)) {
            devices[devices.length - 1] = deviceOf(chance, userId % users + 1, 0);
        }
        return devices;
    }

    private static long deviceOf(Chance chance, long userId, int index) {
        return 1 + (chance.bits(Purpose.DEVICES, userId, index + 1L) & POSITIVE);
    }

    private static long[] addresses(Chance chance, long userId) {
        var addresses = new long[1 + chance.below(3, Purpose.ADDRESSES, userId, 0)];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = 1 + (chance.bits(Purpose.ADDRESSES, userId, i + 1L) & POSITIVE);
        }
        return addresses;
    }

    /** An id never seen before, for whatever {@code entity} gets new at its {@code index}-th opportunity. */
    public static long newId(Chance chance, Purpose purpose, long entity, long index) {
        return 1 + (chance.bits(purpose, ~entity, index) & POSITIVE);
    }

    private static Jurisdiction jurisdiction(double uniform) {
        int place = 0;
        while (uniform > JURISDICTION_SHARES[place]) {
            place++;
        }
        return Jurisdiction.values()[place];
    }

    private static double square(double value) {
        return value * value;
    }

    public int size() {
        return members.length;
    }

    /** The user of that id, from 1. */
    public Member member(long userId) {
        return members[(int) userId - 1];
    }

    /** A user drawn by activity. */
    public Member byActivity(double uniform) {
        int place = Arrays.binarySearch(activity, uniform * activity[activity.length - 1]);
        return members[Math.min(members.length - 1, place < 0 ? -place - 1 : place)];
    }

    /** A user drawn evenly. */
    public Member anybody(double uniform) {
        return members[(int) (uniform * members.length)];
    }

    /** From which lifetime value a tier begins. */
    private static final class Bars {

        private final double active;
        private final double vip;
        private final double marketMaker;

        Bars(double[] worth) {
            var sorted = worth.clone();
            Arrays.sort(sorted);
            active = fromTop(sorted, Assumptions.ACTIVE_SHARE);
            vip = fromTop(sorted, Assumptions.VIP_SHARE);
            marketMaker = fromTop(sorted, Assumptions.MARKET_MAKER_SHARE);
        }

        private static double fromTop(double[] sorted, double share) {
            return sorted[(int) Math.max(0, Math.min(sorted.length - 1, sorted.length * (1 - share)))];
        }

        Tier tier(double worth) {
            if (worth > marketMaker) {
                return Tier.MARKET_MAKER;
            }
            if (worth > vip) {
                return Tier.VIP;
            }
            return worth > active ? Tier.ACTIVE : Tier.RETAIL;
        }
    }
}
