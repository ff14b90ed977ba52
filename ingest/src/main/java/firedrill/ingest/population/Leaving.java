package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Outcome.Departure;
import firedrill.ingest.market.Asset;
import java.util.concurrent.TimeUnit;

/**
 * When honest users leave for a competitor, and whom they tell.
 *
 * <p>The probability is additive in logits: its base is what happened; its odds grow with the size of the account, if the
 * price has moved against the user meanwhile, and if it is the second time in 90 days; a reason and an end soothe. Who
 * leaves tells contacts, few of whom follow: at 10 told and 0.005 leaving, each departure causes at most 0.06 more, so
 * word of mouth dies out. Large accounts leave first, and listen more.
 */
final class Leaving {

    private static final long PROMPT_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final double HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
    /** Hourly standard deviations in 5 %, the market's usual hour being 0.69 %. */
    private static final double ADVERSE_Z = Assumptions.ADVERSE_MOVE / 0.0069;

    private final Population population;
    private final Floor floor;
    private final Draws minds;
    private final Draws delays;
    private final Draws told;
    private final SocialGraph contacts;
    private final PopulationSettings settings;

    Leaving(Population population, Floor floor, Chance chance, PopulationSettings settings) {
        this.population = population;
        this.floor = floor;
        minds = chance.about("population.leaving");
        delays = chance.about("population.leaving.delay");
        told = chance.about("population.leaving.told");
        contacts = new SocialGraph(chance, population.size());
        this.settings = settings;
    }

    /** The user of {@code request} makes up a mind about how it was handled; {@code base} applies in a calm market. */
    void consider(Request request, double base) {
        User user = request.user();
        if (!user.isActive()) {
            return;
        }
        double odds = base / (1 - base);
        odds *= hasMovedAgainst(request) ? Assumptions.ODDS_AFTER_ADVERSE_MOVE : 1;
        odds *= user.hurt(request.event().timeMillis()) ? Assumptions.ODDS_AT_SECOND_EVENT : 1;
        odds *= isLarge(user) ? Assumptions.ODDS_OF_LARGE : 1;
        odds *= settings.notice().leavingOdds;
        boolean leaves = minds.happens(
                odds / (1 + odds), request.ask().key(), request.ask().attempt());
        if (leaves) {
            goes(user, request.event().id(), 0);
        }
    }

    /** Since the user asked; if that was just now, within the last hour, for then the market was the reason to ask. */
    boolean hasMovedAgainst(Request request) {
        double returnZ = floor.market().returnZ();
        double adverseZ = request.asset() == Asset.CASH ? returnZ : -returnZ;
        boolean isPrompt = floor.nowMillis() - request.event().timeMillis() < PROMPT_MILLIS;
        return request.adverseMove(floor.prices()) > Assumptions.ADVERSE_MOVE || (isPrompt && adverseZ > ADVERSE_Z);
    }

    private void goes(User user, long causeEventId, long toldByUserId) {
        if (user.isActive() && user.decideToLeave()) {
            double meanHours = Assumptions.DEPARTURE_MEAN_HOURS / (isLarge(user) ? Assumptions.LARGE_LEAVE_FASTER : 1);
            double hours = delays.exponential(meanHours, user.id(), 0);
            long at = floor.nowMillis() + 1 + (long) (hours * HOUR_MILLIS);
            floor.at(at, () -> depart(user, at, causeEventId, toldByUserId));
        }
    }

    private void depart(User user, long timeMillis, long causeEventId, long toldByUserId) {
        population.leave(user);
        floor.tell(new Departure(user.id(), timeMillis, causeEventId, toldByUserId, user.lifetimeValueCents()));
        int count = told.geometric(settings.peopleTold(), user.id(), 0);
        for (int i = 0; i < count; i++) {
            User listener = population.user(contacts.contact(user.id(), i));
            double leaves = Assumptions.LISTENER_LEAVES * (isLarge(listener) ? Assumptions.LARGE_LEAVE_FASTER : 1);
            if (told.happens(leaves, user.id(), i + 1)) {
                goes(listener, causeEventId, user.id());
            }
        }
    }

    private static boolean isLarge(User user) {
        Tier tier = user.account().tier();
        return tier == Tier.VIP || tier == Tier.MARKET_MAKER;
    }
}
