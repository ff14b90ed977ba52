package firedrill.ingest.attack;

import firedrill.ingest.attack.Tactic.Timing;
import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.population.Addresses;
import firedrill.ingest.population.Disguise;
import firedrill.ingest.population.Floor;
import firedrill.ingest.population.Population;
import firedrill.ingest.population.Trace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * The rings at work, at a steady pace that no market moves. When a strike comes, of which ring and against whom is drawn by
 * the minute; how it is done is what the ring has learned. So what is done to one strike changes only how later ones are
 * done, and hours later at that.
 */
public final class Thieves {

    /** The most patient takeover under way when the story begins is at most this old. */
    private static final long UNDER_WAY_MILLIS = TimeUnit.HOURS.toMillis(48);

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final long LOOKS_AGAIN_MILLIS = TimeUnit.MINUTES.toMillis(15);
    private static final double USERS_OF_RATE = 10_000;
    /** What comes at least hourly needs no plan. */
    private static final double PLANNED_BELOW_PER_MINUTE = 1 / 60.0;

    /** Its multiples spread more evenly over [0, 1) than any others (Weyl's equidistribution). */
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private static final Line[] LINES = Line.values();

    private final AttackSettings settings;
    private final Floor floor;
    private final int users;
    private final long storyMillis;
    private final Rings rings;
    private final Population population;
    private final Disguise disguise;
    private final Ground ground;
    private final Map<Typology, Scheme> schemes;
    private final Draws howMany;
    private final Draws keys;
    private final Draws which;
    private final Draws tactics;

    /** Thieves who act on {@code floor} in a story that begins at {@code storyMillis}. */
    public Thieves(
            AttackSettings settings,
            Population population,
            Addresses addresses,
            Floor floor,
            Chance chance,
            long storyMillis) {
        this.settings = settings;
        this.floor = floor;
        this.storyMillis = storyMillis;
        this.population = population;
        users = population.size();
        howMany = chance.about("attack.arrivals");
        keys = chance.about("attack.strike");
        which = chance.about("attack.which");
        tactics = chance.about("attack.tactic");
        var recruits = new Recruits(population, floor.prices(), chance);
        rings = new Rings(users, storyMillis, recruits);
        ground = new Ground(floor, population, recruits, new Kit(chance, addresses), chance);
        schemes = schemes(trace -> {
            throw new IllegalStateException("nothing of it lies before the story: " + trace);
        });
        disguise = new Disguise(population, addresses, floor, new Cover(), chance);
        openAccounts(recruits);
    }

    private Map<Typology, Scheme> schemes(Consumer<Trace> past) {
        Map<Typology, Scheme> all = new EnumMap<>(Typology.class);
        var takeover = new Takeover(ground, storyMillis, past);
        all.put(Typology.ACCOUNT_TAKEOVER, takeover);
        all.put(Typology.SIM_SWAP, takeover);
        all.put(Typology.CONTROL_BYPASS, new Bypass(ground));
        all.put(Typology.SOCIAL_ENGINEERING, new Scam(ground));
        all.put(Typology.MULE_RING, new MuleRun(ground));
        all.put(Typology.STRUCTURING, new Structuring(ground));
        all.put(Typology.API_KEY_THEFT, new StolenKeys(ground));
        all.put(Typology.PROMO_FARMING, new PromoFarm(ground));
        all.put(Typology.DEPOSIT_FRAUD, new DepositFraud(ground));
        all.put(Typology.WASH_TRADING, new WashTrading(ground));
        all.put(Typology.SPOOFING, new Spoofing(ground));
        all.put(Typology.PUMP_AND_DUMP, new PumpAndDump(ground));
        return all;
    }

    /** Farms and deposit frauds need accounts that were opened shortly before, so it is known now when they will come. */
    private void openAccounts(Recruits recruits) {
        int most = (int) (Assumptions.MOST_NEW_ACCOUNTS * users);
        if (users < Assumptions.LEAST_USERS_FOR_OWN_ACCOUNTS) {
            return;
        }
        long end = storyMillis + TimeUnit.DAYS.toMillis(Assumptions.DAYS_OF_NEW_ACCOUNTS);
        for (long minute = storyMillis; minute < end; minute += MINUTE_MILLIS) {
            long at = minute;
            for (Line line : List.of(Line.FARM, Line.DEPOSITS)) {
                forEach(line, minute, (key, when) -> {
                    if (recruits.opened() < most) {
                        recruits.openFor(line, key, at);
                    }
                });
            }
        }
    }

    /** Schedules what is left of takeovers that began earlier, and tells the traces they left. */
    public void beginEarlier(Consumer<Trace> trace) {
        Map<Typology, Scheme> earlier = schemes(trace);
        for (long minute = storyMillis - UNDER_WAY_MILLIS; minute < storyMillis; minute += MINUTE_MILLIS) {
            forEach(Line.ACCOUNTS, minute, (key, at) -> {
                Strike strike = strike(Line.ACCOUNTS, key, at);
                if (strike.typology() != Typology.SOCIAL_ENGINEERING) {
                    scheme(earlier, strike).begin(strike);
                }
            });
        }
    }

    /** Schedules the strikes that begin in the minute that begins at {@code minuteMillis}. */
    public void arrive(long minuteMillis) {
        long sinceStart = minuteMillis - storyMillis;
        if (settings.adapts()
                && sinceStart > 0
                && sinceStart % TimeUnit.HOURS.toMillis(Assumptions.PONDER_HOURS) == 0) {
            rings.ponder();
        }
        for (Line line : LINES) {
            forEach(line, minuteMillis, (key, at) -> begin(strike(line, key, at)));
        }
        if (settings.pace() > 0) {
            disguise.arrive(
                    minuteMillis,
                    population.recruits(),
                    Assumptions.COVER_PACE,
                    account -> ground.recruits().isFree(account, minuteMillis));
        }
    }

    private void forEach(Line line, long minuteMillis, ObjLongConsumer<Long> strikes) {
        double perMinute = perMinute(line);
        int count = line.isPlanned() && perMinute < PLANNED_BELOW_PER_MINUTE
                ? planned(line, minuteMillis, perMinute)
                : howMany.poisson(perMinute, minuteMillis, line.ordinal());
        for (int i = 0; i < count; i++) {
            long key = keys.bits(minuteMillis + line.ordinal(), i);
            strikes.accept(key, minuteMillis + which.below((int) MINUTE_MILLIS, key, 0));
        }
    }

    /** One in each stretch of the story that is to have one, at a minute drawn for it. */
    private int planned(Line line, long minuteMillis, double perMinute) {
        if (perMinute == 0) {
            return 0;
        }
        double stretch = (double) (minuteMillis - storyMillis) / MINUTE_MILLIS * perMinute;
        long number = (long) Math.floor(stretch);
        double begins = which.uniform(number, -1 - line.ordinal());
        double within = stretch - number;
        return begins >= within && begins < within + perMinute ? 1 : 0;
    }

    private Strike strike(Line line, long key, long atMillis) {
        List<Ring> ofLine = rings.of(line);
        Ring ring = ofLine.get(which.below(ofLine.size(), key, 1));
        return new Strike(key, ring, ring.habits().choose(tactics, key, craft(line, key, atMillis)), atMillis);
    }

    /** What takes much work is planned, so that each kind has its turn; the rest is as it comes. */
    private double craft(Line line, long key, long atMillis) {
        if (!line.isPlanned()) {
            return tactics.uniform(key, 0);
        }
        double turn = Math.floor((atMillis - storyMillis) * perMinute(line) / MINUTE_MILLIS);
        double place = which.uniform(0, -100 - line.ordinal()) + GOLDEN_RATIO * turn;
        return place - Math.floor(place);
    }

    private double perMinute(Line line) {
        return settings.pace() * line.perHour / 60 * users / USERS_OF_RATE;
    }

    private void begin(Strike strike) {
        if (strike.ring().line().accountsPerRing > strike.ring().accounts().size()) {
            return;
        }
        if (strike.tactic().timing() == Timing.IN_A_SPIKE) {
            long until = strike.atMillis() + (long) (Assumptions.WAITS_FOR_SPIKE_HOURS * 60 * MINUTE_MILLIS);
            awaitSpike(strike, until);
        } else {
            scheme(schemes, strike).begin(strike);
        }
    }

    private void awaitSpike(Strike strike, long untilMillis) {
        if (floor.market().volatilityZ() > Assumptions.SPIKE_VOLATILITY_Z || strike.atMillis() >= untilMillis) {
            scheme(schemes, strike).begin(strike);
            return;
        }
        long next = Math.max(floor.nowMillis(), strike.atMillis()) + LOOKS_AGAIN_MILLIS;
        var later = new Strike(strike.key(), strike.ring(), strike.tactic(), next);
        floor.at(next, () -> awaitSpike(later, untilMillis));
    }

    private static Scheme scheme(Map<Typology, Scheme> from, Strike strike) {
        Scheme scheme = from.get(strike.typology());
        if (scheme == null) {
            throw new IllegalStateException("nobody knows how to do " + strike.typology());
        }
        return scheme;
    }
}
