package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.market.Prices;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All users, numbered from 1, and how likely each is to be the next to act. */
public final class Population {

    private final List<User> users;
    private final Weighted traders;
    private final Weighted errands;
    private int left;

    /** {@code size} users as they are at {@code startMillis}, their coins at these prices. */
    public Population(int size, Chance chance, Addresses addresses, long startMillis, Prices prices) {
        var profiles = new Profiles(chance, addresses, startMillis);
        users = new ArrayList<>(size);
        double[] tradingWeights = new double[size];
        double[] errandsWeights = new double[size];
        for (int i = 0; i < size; i++) {
            users.add(profiles.user(i + 1, prices));
            tradingWeights[i] = profiles.tradingWeight(i + 1);
            errandsWeights[i] = profiles.errandsWeight(i + 1);
        }
        traders = new Weighted(tradingWeights);
        errands = new Weighted(errandsWeights);
    }

    public int size() {
        return users.size();
    }

    /** Users who have left. */
    public int left() {
        return left;
    }

    /** All users, by id; those who left included. */
    public List<User> users() {
        return Collections.unmodifiableList(users);
    }

    /** The user that {@code uniform}, in (0, 1), picks, each as likely as any. */
    public User anyone(double uniform) {
        return users.get((int) (uniform * users.size()));
    }

    /** The user whose turn it is, by how often each does this. */
    User next(Intent intent, double uniform) {
        return users.get((intent == Intent.ORDER ? traders : errands).pick(uniform));
    }

    void leave(User user) {
        user.leave();
        left++;
    }
}
