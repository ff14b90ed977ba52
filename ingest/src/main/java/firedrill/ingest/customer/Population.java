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

/** All accounts by id, from 1: customers, then ring accounts. Samples customers by activity rate. */
public final class Population {

    private final ProfileGenerator profiles;
    private final TradingParameters trading;
    private final int customerCount;
    private final List<User> users;
    private final long[] thinBookMakerIds;
    private final AliasTable traders;
    private final AliasTable others;
    private int departedCount;

    /** {@code size} customers as of {@code startMillis}, their coins bought at these prices. */
    public Population(
            int size,
            CustomerParameters parameters,
            AddressGenerator addresses,
            RandomSource random,
            long startMillis,
            Prices prices) {
        customerCount = size;
        trading = parameters.trading();
        profiles = new ProfileGenerator(parameters.profiles(), parameters.archetypes(), addresses, random, startMillis);
        users = new ArrayList<>(size);
        double[] tradingWeights = new double[size];
        double[] activityWeights = new double[size];
        for (int i = 0; i < size; i++) {
            User user = profiles.user(i + 1, prices);
            users.add(user);
            tradingWeights[i] = profiles.tradingWeight(user);
            activityWeights[i] = profiles.activityWeight(user);
        }
        traders = new AliasTable(tradingWeights);
        others = new AliasTable(activityWeights);
        thinBookMakerIds = users.stream()
                .filter(user -> user.archetype() == Archetype.MARKET_MAKER)
                .mapToLong(User::id)
                .limit(trading.thinBookMakers())
                .toArray();
    }

    /** Customers at the start; each is active or has departed since. */
    public int customerCount() {
        return customerCount;
    }

    /** Customers who have departed. */
    public int departedCount() {
        return departedCount;
    }

    /** All accounts by id, departed customers included, ring accounts last. */
    public List<User> users() {
        return Collections.unmodifiableList(users);
    }

    /** The account with this id. */
    public User user(long id) {
        return users.get((int) id - 1);
    }

    /** Adds a ring's account before the start: next id, empty wallet, no customer activity. */
    public User openRingAccount(RingAccount ringAccount) {
        User user = profiles.ringAccount(users.size() + 1L, ringAccount);
        users.add(user);
        return user;
    }

    /** The ring accounts, by id. */
    public List<User> ringAccounts() {
        return Collections.unmodifiableList(users.subList(customerCount, users.size()));
    }

    /** The customer that {@code uniform}, in (0, 1), selects, each with the same probability. */
    public User uniformCustomer(double uniform) {
        return users.get((int) (uniform * customerCount));
    }

    /** The customer that {@code uniform}, in (0, 1), selects, each in proportion to the rate of this activity. */
    public User nextCustomer(ActivityType activity, double uniform) {
        return users.get((activity == ActivityType.ORDER ? traders : others).sample(uniform));
    }

    /** The account of a market maker in the thin coin; 0 if there is none. */
    public long thinBookMakerId(double uniform) {
        return thinBookMakerIds.length == 0 ? 0 : thinBookMakerIds[(int) (uniform * thinBookMakerIds.length)];
    }

    /**
     * Assigns the counterparty that {@code uniform}, in (0, 1), selects: in the thin coin mostly a market maker, sometimes
     * one customer, otherwise none, which stands for several.
     */
    public OrderIntent assignCounterparty(User user, OrderIntent order, double uniform) {
        double makers = order.asset() == Asset.VIA ? trading.thinBookMakerFillShare() : 0;
        if (uniform < makers) {
            return order.withCounterparty(thinBookMakerId(uniform / makers));
        }
        double rest = (uniform - makers) / ((1 - makers) * trading.singleCounterpartyShare());
        return rest < 1 ? withCounterparty(user, order, uniformCustomer(rest).id()) : order;
    }

    /**
     * The counterparty may have departed: the draw must not depend on decisions about others (common random numbers).
     */
    private static OrderIntent withCounterparty(User user, OrderIntent order, long otherId) {
        return otherId == user.id() ? order : order.withCounterparty(otherId);
    }

    /** Ends the customer's activity for good. */
    public void deactivate(User user) {
        user.deactivate();
        departedCount++;
    }
}
