package firedrill.ingest.customer.reaction;

import firedrill.ingest.account.CustomerParameters;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.CustomerSettings;
import firedrill.ingest.customer.Population;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.PendingRequest;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * When honest users leave for a competitor, and whom they tell.
 *
 * <p>The probability is additive in logits: its base is what happened; its odds grow with the size of the account, if the
 * price has moved against the user meanwhile, and if it is the second time in 90 days; a reason and an end soothe. Who
 * leaves tells contacts, few of whom follow: at 10 told and 0.005 leaving, each departure causes at most 0.06 more, so
 * word of mouth dies out. Large accounts leave first, and listen more.
 */
public final class ChurnModel {

    private static final long PROMPT_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final double HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
    /** Hourly standard deviations in 5 %, the market's usual hour being 0.69 %. */
    private static final double ADVERSE_Z = CustomerParameters.ADVERSE_MOVE / 0.0069;

    private final Population population;
    private final ExchangeApi floor;
    private final RandomStream decisions;
    private final RandomStream delays;
    private final RandomStream listeners;
    private final SocialGraph contacts;
    private final CustomerSettings settings;

    public ChurnModel(Population population, ExchangeApi floor, RandomSource chance, CustomerSettings settings) {
        this.population = population;
        this.floor = floor;
        decisions = chance.stream("population.leaving");
        delays = chance.stream("population.leaving.delay");
        listeners = chance.stream("population.leaving.told");
        contacts = new SocialGraph(chance, population.customerCount());
        this.settings = settings;
    }

    /** The user of {@code request} makes up a mind about how it was handled; {@code base} applies in a calm market. */
    void evaluate(PendingRequest request, double base) {
        User user = request.user();
        if (!user.isActive()) {
            return;
        }
        double odds = base / (1 - base);
        odds *= hasAdverseMove(request) ? CustomerParameters.CHURN_ODDS_AFTER_ADVERSE_MOVE : 1;
        odds *= user.recordFriction(request.event().timeMillis()) ? CustomerParameters.CHURN_ODDS_AT_REPEAT : 1;
        odds *= isLarge(user) ? CustomerParameters.CHURN_ODDS_OF_LARGE_ACCOUNT : 1;
        odds *= settings.notice().churnOddsFactor;
        boolean leaves = decisions.bernoulli(
                odds / (1 + odds), request.intent().key(), request.intent().attempt());
        if (leaves) {
            goes(user, request.event().id(), 0);
        }
    }

    /** Since the user asked; if that was just now, within the last hour, for then the market was the reason to ask. */
    boolean hasAdverseMove(PendingRequest request) {
        double returnZ = floor.market().returnZ();
        double adverseZ = request.asset() == Asset.CASH ? returnZ : -returnZ;
        boolean isPrompt = floor.nowMillis() - request.event().timeMillis() < PROMPT_MILLIS;
        return request.adverseMove(floor.prices()) > CustomerParameters.ADVERSE_MOVE
                || (isPrompt && adverseZ > ADVERSE_Z);
    }

    private void goes(User user, long causeEventId, long toldByUserId) {
        if (user.isActive() && user.markDeparting()) {
            double meanHours = CustomerParameters.DEPARTURE_MEAN_HOURS
                    / (isLarge(user) ? CustomerParameters.LARGE_ACCOUNT_CHURN_SPEEDUP : 1);
            double hours = delays.exponential(meanHours, user.id(), 0);
            long at = floor.nowMillis() + 1 + (long) (hours * HOUR_MILLIS);
            floor.schedule(at, () -> depart(user, at, causeEventId, toldByUserId));
        }
    }

    private void depart(User user, long timeMillis, long causeEventId, long toldByUserId) {
        population.deactivate(user);
        floor.publish(new Churn(user.id(), timeMillis, causeEventId, toldByUserId, user.lifetimeValueCents()));
        int count = listeners.geometric(settings.peopleTold(), user.id(), 0);
        for (int i = 0; i < count; i++) {
            User listener = population.user(contacts.contactId(user.id(), i));
            double leaves = CustomerParameters.LISTENER_CHURN
                    * (isLarge(listener) ? CustomerParameters.LARGE_ACCOUNT_CHURN_SPEEDUP : 1);
            if (listeners.bernoulli(leaves, user.id(), i + 1)) {
                goes(listener, causeEventId, user.id());
            }
        }
    }

    private static boolean isLarge(User user) {
        Tier tier = user.account().tier();
        return tier == Tier.VIP || tier == Tier.MARKET_MAKER;
    }
}
