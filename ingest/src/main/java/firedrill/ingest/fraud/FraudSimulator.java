package firedrill.ingest.fraud;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.behaviour.AccountWarming;
import firedrill.ingest.customer.behaviour.HistoricalActivity;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudParameters;
import firedrill.ingest.fraud.ring.FraudRing;
import firedrill.ingest.fraud.ring.FraudRings;
import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.fraud.ring.MuleAccounts;
import firedrill.ingest.fraud.ring.RingInfrastructure;
import firedrill.ingest.fraud.ring.RingSpecialty;
import firedrill.ingest.fraud.ring.Tactic.TimingChoice;
import firedrill.ingest.fraud.scheme.AccountTakeover;
import firedrill.ingest.fraud.scheme.ApiKeyTheft;
import firedrill.ingest.fraud.scheme.AttackContext;
import firedrill.ingest.fraud.scheme.ControlBypass;
import firedrill.ingest.fraud.scheme.DepositFraud;
import firedrill.ingest.fraud.scheme.MulePassThrough;
import firedrill.ingest.fraud.scheme.PromoFarming;
import firedrill.ingest.fraud.scheme.PumpAndDump;
import firedrill.ingest.fraud.scheme.Scheme;
import firedrill.ingest.fraud.scheme.SocialEngineering;
import firedrill.ingest.fraud.scheme.Spoofing;
import firedrill.ingest.fraud.scheme.Structuring;
import firedrill.ingest.fraud.scheme.WashTrading;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
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
public final class FraudSimulator {

    /** The most patient takeover under way when the story begins is at most this old. */
    private static final long IN_PROGRESS_MAX_AGE_MILLIS = TimeUnit.HOURS.toMillis(48);

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final long SPIKE_POLL_MILLIS = TimeUnit.MINUTES.toMillis(15);
    private static final double RATE_BASE_USERS = 10_000;
    /** What comes at least hourly needs no plan. */
    private static final double REGULAR_BELOW_PER_MINUTE = 1 / 60.0;

    /** Its multiples spread more evenly over [0, 1) than any others (Weyl's equidistribution). */
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private static final RingSpecialty[] SPECIALTIES = RingSpecialty.values();

    private final FraudSettings settings;
    private final ExchangeApi exchange;
    private final int userCount;
    private final long startMillis;
    private final FraudRings rings;
    private final Population population;
    private final AccountWarming accountWarming;
    private final AttackContext context;
    private final Map<FraudTypology, Scheme> schemes;
    private final RandomStream arrivalCounts;
    private final RandomStream attackKeys;
    private final RandomStream attackDraws;
    private final RandomStream tacticDraws;

    /** Thieves who act on {@code floor} in a story that begins at {@code storyMillis}. */
    public FraudSimulator(
            FraudSettings settings,
            Population population,
            AddressGenerator addresses,
            ExchangeApi floor,
            RandomSource chance,
            long storyMillis) {
        this.settings = settings;
        this.exchange = floor;
        this.startMillis = storyMillis;
        this.population = population;
        userCount = population.customerCount();
        arrivalCounts = chance.stream("attack.arrivals");
        attackKeys = chance.stream("attack.strike");
        attackDraws = chance.stream("attack.which");
        tacticDraws = chance.stream("attack.tactic");
        var recruits = new MuleAccounts(population, floor.prices(), chance);
        rings = new FraudRings(userCount, storyMillis, recruits);
        context = new AttackContext(floor, population, recruits, new RingInfrastructure(chance, addresses), chance);
        schemes = createSchemes(trace -> {
            throw new IllegalStateException("nothing of it lies before the story: " + trace);
        });
        accountWarming = new AccountWarming(population, addresses, floor, new AccountWarmingActor(), chance);
        createAttackAccounts(recruits);
    }

    private Map<FraudTypology, Scheme> createSchemes(Consumer<HistoricalActivity> past) {
        Map<FraudTypology, Scheme> all = new EnumMap<>(FraudTypology.class);
        var takeover = new AccountTakeover(context, startMillis, past);
        all.put(FraudTypology.ACCOUNT_TAKEOVER, takeover);
        all.put(FraudTypology.SIM_SWAP, takeover);
        all.put(FraudTypology.CONTROL_BYPASS, new ControlBypass(context));
        all.put(FraudTypology.SOCIAL_ENGINEERING, new SocialEngineering(context));
        all.put(FraudTypology.MULE_RING, new MulePassThrough(context));
        all.put(FraudTypology.STRUCTURING, new Structuring(context));
        all.put(FraudTypology.API_KEY_THEFT, new ApiKeyTheft(context));
        all.put(FraudTypology.PROMO_FARMING, new PromoFarming(context));
        all.put(FraudTypology.DEPOSIT_FRAUD, new DepositFraud(context));
        all.put(FraudTypology.WASH_TRADING, new WashTrading(context));
        all.put(FraudTypology.SPOOFING, new Spoofing(context));
        all.put(FraudTypology.PUMP_AND_DUMP, new PumpAndDump(context));
        return all;
    }

    /** Farms and deposit frauds need accounts that were opened shortly before, so it is known now when they will come. */
    private void createAttackAccounts(MuleAccounts recruits) {
        int most = (int) (FraudParameters.MAX_NEW_ACCOUNT_SHARE * userCount);
        if (userCount < FraudParameters.MIN_USERS_FOR_RING_ACCOUNTS) {
            return;
        }
        long end = startMillis + TimeUnit.DAYS.toMillis(FraudParameters.NEW_ACCOUNT_HORIZON_DAYS);
        for (long minute = startMillis; minute < end; minute += MINUTE_MILLIS) {
            long at = minute;
            for (RingSpecialty line : List.of(RingSpecialty.PROMO_FARMING, RingSpecialty.DEPOSIT_FRAUD)) {
                forEachArrival(line, minute, (key, when) -> {
                    if (recruits.createdCount() < most) {
                        recruits.createForAttack(line, key, at);
                    }
                });
            }
        }
    }

    /** Schedules what is left of takeovers that began earlier, and tells the traces they left. */
    public void scheduleInProgress(Consumer<HistoricalActivity> trace) {
        Map<FraudTypology, Scheme> earlier = createSchemes(trace);
        for (long minute = startMillis - IN_PROGRESS_MAX_AGE_MILLIS; minute < startMillis; minute += MINUTE_MILLIS) {
            forEachArrival(RingSpecialty.ACCOUNT_THEFT, minute, (key, at) -> {
                Attack strike = createAttack(RingSpecialty.ACCOUNT_THEFT, key, at);
                if (strike.typology() != FraudTypology.SOCIAL_ENGINEERING) {
                    scheme(earlier, strike).schedule(strike);
                }
            });
        }
    }

    /** Schedules the strikes that begin in the minute that begins at {@code minuteMillis}. */
    public void generateArrivals(long minuteMillis) {
        long sinceStart = minuteMillis - startMillis;
        if (settings.adaptive()
                && sinceStart > 0
                && sinceStart % TimeUnit.HOURS.toMillis(FraudParameters.LEARNING_INTERVAL_HOURS) == 0) {
            rings.updateWeights();
        }
        for (RingSpecialty line : SPECIALTIES) {
            forEachArrival(line, minuteMillis, (key, at) -> launch(createAttack(line, key, at)));
        }
        if (settings.rateMultiplier() > 0) {
            accountWarming.generateArrivals(
                    minuteMillis,
                    population.ringAccounts(),
                    FraudParameters.WARMING_ACTIVITY_RATIO,
                    account -> context.muleAccounts().isAvailable(account, minuteMillis));
        }
    }

    private void forEachArrival(RingSpecialty line, long minuteMillis, ObjLongConsumer<Long> strikes) {
        double perMinute = ratePerMinute(line);
        int count = line.hasRegularArrivals() && perMinute < REGULAR_BELOW_PER_MINUTE
                ? regularArrivals(line, minuteMillis, perMinute)
                : arrivalCounts.poisson(perMinute, minuteMillis, line.ordinal());
        for (int i = 0; i < count; i++) {
            long key = attackKeys.bits(minuteMillis + line.ordinal(), i);
            strikes.accept(key, minuteMillis + attackDraws.uniformInt((int) MINUTE_MILLIS, key, 0));
        }
    }

    /** One in each stretch of the story that is to have one, at a minute drawn for it. */
    private int regularArrivals(RingSpecialty line, long minuteMillis, double perMinute) {
        if (perMinute == 0) {
            return 0;
        }
        double stretch = (double) (minuteMillis - startMillis) / MINUTE_MILLIS * perMinute;
        long number = (long) Math.floor(stretch);
        double begins = attackDraws.uniform(number, -1 - line.ordinal());
        double within = stretch - number;
        return begins >= within && begins < within + perMinute ? 1 : 0;
    }

    private Attack createAttack(RingSpecialty line, long key, long atMillis) {
        List<FraudRing> ofLine = rings.ofSpecialty(line);
        FraudRing ring = ofLine.get(attackDraws.uniformInt(ofLine.size(), key, 1));
        return new Attack(
                key, ring, ring.strategy().choose(tacticDraws, key, typologyDraw(line, key, atMillis)), atMillis);
    }

    /** What takes much work is planned, so that each kind has its turn; the rest is as it comes. */
    private double typologyDraw(RingSpecialty line, long key, long atMillis) {
        if (!line.hasRegularArrivals()) {
            return tacticDraws.uniform(key, 0);
        }
        double turn = Math.floor((atMillis - startMillis) * ratePerMinute(line) / MINUTE_MILLIS);
        double place = attackDraws.uniform(0, -100 - line.ordinal()) + GOLDEN_RATIO * turn;
        return place - Math.floor(place);
    }

    private double ratePerMinute(RingSpecialty line) {
        return settings.rateMultiplier() * line.attacksPerHour / 60 * userCount / RATE_BASE_USERS;
    }

    private void launch(Attack strike) {
        if (strike.ring().specialty().accountsPerRing > strike.ring().accounts().size()) {
            return;
        }
        if (strike.tactic().timing() == TimingChoice.VOLATILITY_SPIKE) {
            long until = strike.startMillis() + (long) (FraudParameters.SPIKE_WAIT_MAX_HOURS * 60 * MINUTE_MILLIS);
            launchInSpike(strike, until);
        } else {
            scheme(schemes, strike).schedule(strike);
        }
    }

    private void launchInSpike(Attack strike, long untilMillis) {
        if (exchange.market().volatilityZ() > FraudParameters.SPIKE_VOLATILITY_Z
                || strike.startMillis() >= untilMillis) {
            scheme(schemes, strike).schedule(strike);
            return;
        }
        long next = Math.max(exchange.nowMillis(), strike.startMillis()) + SPIKE_POLL_MILLIS;
        var later = new Attack(strike.key(), strike.ring(), strike.tactic(), next);
        exchange.schedule(next, () -> launchInSpike(later, untilMillis));
    }

    private static Scheme scheme(Map<FraudTypology, Scheme> from, Attack strike) {
        Scheme scheme = from.get(strike.typology());
        if (scheme == null) {
            throw new IllegalStateException("nobody knows how to do " + strike.typology());
        }
        return scheme;
    }
}
