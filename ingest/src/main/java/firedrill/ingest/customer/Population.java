package firedrill.ingest.customer;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.ProfileGenerator;
import firedrill.ingest.account.RingAccount;
import firedrill.ingest.account.User;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.random.RandomSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All users, numbered from 1, and how likely each is to be the next to act; behind them the accounts of rings. */
public final class Population {

    private final ProfileGenerator profiles;
    private final int customerCount;
    private final List<User> users;
    private final long[] thinBookMakerIds;
    private final AliasTable traders;
    private final AliasTable others;
    private int departedCount;

    /** {@code size} users as they are at {@code startMillis}, their coins at these prices. */
    public Population(int size, RandomSource chance, AddressGenerator addresses, long startMillis, Prices prices) {
        this.customerCount = size;
        profiles = new ProfileGenerator(chance, addresses, startMillis);
        users = new ArrayList<>(size);
        double[] tradingWeights = new double[size];
        double[] errandsWeights = new double[size];
        for (int i = 0; i < size; i++) {
            User user = profiles.user(i + 1, prices);
            users.add(user);
            tradingWeights[i] = profiles.tradingWeight(user);
            errandsWeights[i] = profiles.activityWeight(user);
        }
        traders = new AliasTable(tradingWeights);
        others = new AliasTable(errandsWeights);
        thinBookMakerIds = users.stream()
                .filter(user -> user.archetype() == Archetype.MARKET_MAKER)
                .mapToLong(User::id)
                .limit(BehaviourParameters.THIN_BOOK_MAKERS)
                .toArray();
    }

    /** Honest users that ever were; each is active or has left. */
    public int customerCount() {
        return customerCount;
    }

    /** Users who have left. */
    public int departedCount() {
        return departedCount;
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
    public User openRingAccount(RingAccount recruit) {
        User user = profiles.ringAccount(users.size() + 1L, recruit);
        users.add(user);
        return user;
    }

    /** The accounts of rings, by id. */
    public List<User> ringAccounts() {
        return Collections.unmodifiableList(users.subList(customerCount, users.size()));
    }

    /** The honest user that {@code uniform}, in (0, 1), picks, each as likely as any. */
    public User uniformCustomer(double uniform) {
        return users.get((int) (uniform * customerCount));
    }

    /** The user whose turn it is, by how often each does this. */
    public User nextCustomer(ActivityType intent, double uniform) {
        return users.get((intent == ActivityType.ORDER ? traders : others).sample(uniform));
    }

    /** One of the few market makers that stand in a thin book; 0 if there is none. */
    public long thinBookMakerId(double uniform) {
        return thinBookMakerIds.length == 0 ? 0 : thinBookMakerIds[(int) (uniform * thinBookMakerIds.length)];
    }

    /**
     * The draft of {@code user} as it meets the book of its coin: in a thin one mostly one of the few who make it, in any
     * sometimes one other user, otherwise several at once; as {@code uniform}, in (0, 1), has it.
     */
    public OrderIntent assignCounterparty(User user, OrderIntent draft, double uniform) {
        double makers = draft.asset() == Asset.VIA ? BehaviourParameters.THIN_BOOK_MAKER_FILL_SHARE : 0;
        if (uniform < makers) {
            return draft.withCounterparty(thinBookMakerId(uniform / makers));
        }
        double place = (uniform - makers) / ((1 - makers) * BehaviourParameters.SINGLE_COUNTERPARTY_SHARE);
        return place < 1 ? meeting(user, draft, uniformCustomer(place).id()) : draft;
    }

    /** Also somebody who has left: this order must not change with what the exchange did to another. */
    private static OrderIntent meeting(User user, OrderIntent draft, long otherId) {
        return otherId == user.id() ? draft : draft.withCounterparty(otherId);
    }

    public void deactivate(User user) {
        user.deactivate();
        departedCount++;
    }
}
