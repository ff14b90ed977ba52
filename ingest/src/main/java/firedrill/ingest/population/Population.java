package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All users, numbered from 1, and how likely each is to be the next to act; behind them the accounts of rings. */
public final class Population {

    private final Profiles profiles;
    private final int size;
    private final List<User> users;
    private final long[] makers;
    private final Weighted traders;
    private final Weighted errands;
    private int left;

    /** {@code size} users as they are at {@code startMillis}, their coins at these prices. */
    public Population(int size, Chance chance, Addresses addresses, long startMillis, Prices prices) {
        this.size = size;
        profiles = new Profiles(chance, addresses, startMillis);
        users = new ArrayList<>(size);
        double[] tradingWeights = new double[size];
        double[] errandsWeights = new double[size];
        for (int i = 0; i < size; i++) {
            User user = profiles.user(i + 1, prices);
            users.add(user);
            tradingWeights[i] = profiles.tradingWeight(user);
            errandsWeights[i] = profiles.errandsWeight(user);
        }
        traders = new Weighted(tradingWeights);
        errands = new Weighted(errandsWeights);
        makers = users.stream()
                .filter(user -> user.habit() == Habit.MAKER)
                .mapToLong(User::id)
                .limit(Ways.THIN_BOOK_MAKERS)
                .toArray();
    }

    /** Honest users that ever were; each is active or has left. */
    public int size() {
        return size;
    }

    /** Users who have left. */
    public int left() {
        return left;
    }

    /** All accounts, by id; those of users who left included, those of rings last. */
    public List<User> users() {
        return Collections.unmodifiableList(users);
    }

    /** The account with this id. */
    public User user(long id) {
        return users.get((int) id - 1);
    }

    /** A ring opens an account, before the story begins; it has the next id, no money and no part in honest life. */
    public User recruit(Recruit recruit) {
        User user = profiles.recruit(users.size() + 1L, recruit);
        users.add(user);
        return user;
    }

    /** The accounts of rings, by id. */
    public List<User> recruits() {
        return Collections.unmodifiableList(users.subList(size, users.size()));
    }

    /** The honest user that {@code uniform}, in (0, 1), picks, each as likely as any. */
    public User anyone(double uniform) {
        return users.get((int) (uniform * size));
    }

    /** The user whose turn it is, by how often each does this. */
    User next(Intent intent, double uniform) {
        return users.get((intent == Intent.ORDER ? traders : errands).pick(uniform));
    }

    /** One of the few market makers that stand in a thin book; 0 if there is none. */
    long thinBookMaker(double uniform) {
        return makers.length == 0 ? 0 : makers[(int) (uniform * makers.length)];
    }

    /**
     * The draft of {@code user} as it meets the book of its coin: in a thin one mostly one of the few who make it, in any
     * sometimes one other user, otherwise several at once; as {@code uniform}, in (0, 1), has it.
     */
    public Draft inBook(User user, Draft draft, double uniform) {
        double makers = draft.asset() == Asset.PUMP ? Ways.MEETS_THE_MAKER : 0;
        if (uniform < makers) {
            return draft.with(thinBookMaker(uniform / makers));
        }
        double place = (uniform - makers) / ((1 - makers) * Ways.MEETS_ONE_USER);
        return place < 1 ? meeting(user, draft, anyone(place).id()) : draft;
    }

    /** Also somebody who has left: this order must not change with what the exchange did to another. */
    private static Draft meeting(User user, Draft draft, long otherId) {
        return otherId == user.id() ? draft : draft.with(otherId);
    }

    void leave(User user) {
        user.leave();
        left++;
    }
}
