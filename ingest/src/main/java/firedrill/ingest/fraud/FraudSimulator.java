package firedrill.ingest.fraud;

import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.behaviour.AccountWarming;
import firedrill.ingest.customer.behaviour.HistoricalActivity;
import firedrill.ingest.customer.reaction.TheftReaction;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.fraud.parameters.AttackRates;
import firedrill.ingest.fraud.parameters.FraudParameters;
import firedrill.ingest.fraud.parameters.TacticParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudRing;
import firedrill.ingest.fraud.ring.FraudRings;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.fraud.ring.MuleAccounts;
import firedrill.ingest.fraud.ring.RingInfrastructure;
import firedrill.ingest.fraud.ring.RingSpecialty;
import firedrill.ingest.fraud.ring.Tactic.TimingChoice;
import firedrill.ingest.fraud.ring.TacticDraw;
import firedrill.ingest.fraud.scheme.AttackContext;
import firedrill.ingest.fraud.scheme.AttackSchemes;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Discrete-event fraud simulator.
 *
 * <p>Arrivals of attacks, rings and victims are drawn per simulated minute, independently of the market and of decisions;
 * only the tactic depends on what the ring has learned. A decision therefore changes how later attacks are carried out,
 * never whether they arrive (common random numbers).
 */
public final class FraudSimulator {

    /** Added to the longest dwell time, this exceeds the length of any takeover, and of any instalment. */
    private static final long IN_PROGRESS_MARGIN_HOURS = 6;

    private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final double MINUTES_PER_HOUR = 60;
    /** Multiples of it spread more evenly over [0, 1) than those of any other number (Weyl's equidistribution). */
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private static final RingSpecialty[] SPECIALTIES = RingSpecialty.values();

    private final FraudSettings settings;
    private final FraudParameters parameters;
    private final ExchangeApi exchange;
    private final int userCount;
    private final long startMillis;
    private final FraudRings rings;
    private final Population population;
    private final AccountWarming accountWarming;
    private final AttackContext context;
    private final AttackSchemes schemes;
    private final RandomStream arrivalCounts;
    private final RandomStream attackKeys;
    private final RandomStream attackDraws;
    private final RandomStream tacticDraws;

    /** A simulator whose rings act on {@code customers} from {@code startMillis} on. */
    public FraudSimulator(
            FraudSettings settings,
            FraudParameters parameters,
            CustomerContext customers,
            TheftReaction victims,
            long startMillis) {
        RandomSource randomSource = customers.random();
        this.settings = settings;
        this.parameters = parameters;
        exchange = customers.exchange();
        this.startMillis = startMillis;
        population = customers.population();
        userCount = population.customerCount();
        arrivalCounts = randomSource.stream(FraudStream.ARRIVAL_COUNTS);
        attackKeys = randomSource.stream(FraudStream.ATTACK_KEYS);
        attackDraws = randomSource.stream(FraudStream.ATTACKS);
        tacticDraws = randomSource.stream(FraudStream.TACTICS);
        var muleAccounts = new MuleAccounts(population, exchange.prices(), randomSource, parameters);
        rings = new FraudRings(userCount, startMillis, muleAccounts, parameters);
        var infrastructure = new RingInfrastructure(customers, parameters.infrastructure());
        context = new AttackContext(customers, victims, muleAccounts, infrastructure, parameters);
        schemes = new AttackSchemes(context, startMillis, activity -> {
            throw new IllegalStateException("attack starts before the simulation: " + activity);
        });
        var warmingActor =
                new AccountWarmingActor(parameters.account().warming().stepUpSeconds());
        accountWarming = new AccountWarming(customers, warmingActor);
        createAttackAccounts(muleAccounts);
    }

    /**
     * Opens the accounts of promo farms and deposit frauds. These accounts are older than the attack, so the arrivals within
     * the account horizon are drawn here in advance.
     */
    private void createAttackAccounts(MuleAccounts muleAccounts) {
        if (userCount < parameters.account().minUsers()) {
            return;
        }
        int maxAccounts = (int) (parameters.account().maxNewAccountShare() * userCount);
        long endMillis =
                startMillis + TimeUnit.DAYS.toMillis(parameters.account().newAccountHorizonDays());
        for (long minute = startMillis; minute < endMillis; minute += MINUTE_MILLIS) {
            long minuteMillis = minute;
            for (RingSpecialty specialty : List.of(RingSpecialty.PROMO_FARMING, RingSpecialty.DEPOSIT_FRAUD)) {
                forEachArrival(specialty, minuteMillis, (key, timeMillis) -> {
                    if (muleAccounts.createdCount() < maxAccounts) {
                        muleAccounts.createForAttack(specialty, key, minuteMillis);
                    }
                });
            }
        }
    }

    /**
     * Schedules the remaining steps of thefts that began before the start, and emits their earlier steps to
     * {@code history}.
     */
    public void scheduleInProgress(Consumer<HistoricalActivity> history) {
        var schemesWithHistory = new AttackSchemes(context, startMillis, history);
        for (long minute = startMillis - maxInProgressAgeMillis(); minute < startMillis; minute += MINUTE_MILLIS) {
            forEachArrival(RingSpecialty.ACCOUNT_THEFT, minute, (key, timeMillis) -> {
                schemesWithHistory.schedule(createAttack(RingSpecialty.ACCOUNT_THEFT, key, timeMillis));
            });
        }
    }

    /** Above the length of a scam in instalments, each of which takes as long as a takeover. */
    private long maxInProgressAgeMillis() {
        var scam = parameters.socialEngineering();
        double instalmentHours = parameters.tactic().dwellNextDayHours().max() + IN_PROGRESS_MARGIN_HOURS;
        long wholeHours = (long) (scam.maxInstalments()
                * (instalmentHours + scam.instalmentGapHours().max()));
        return wholeHours * HOUR_MILLIS;
    }

    /** Schedules the attacks that start in the minute that begins at {@code minuteMillis}. */
    public void generateArrivals(long minuteMillis) {
        long elapsedMillis = minuteMillis - startMillis;
        if (settings.adaptive()
                && elapsedMillis > 0
                && elapsedMillis % (parameters.learning().intervalHours() * HOUR_MILLIS) == 0) {
            rings.updateWeights();
        }
        for (RingSpecialty specialty : SPECIALTIES) {
            forEachArrival(
                    specialty, minuteMillis, (key, timeMillis) -> launch(createAttack(specialty, key, timeMillis)));
        }
        if (settings.rateMultiplier() > 0) {
            accountWarming.generateArrivals(
                    minuteMillis,
                    population.ringAccounts(),
                    parameters.account().warming().activityRatio(),
                    account -> context.muleAccounts().isAvailable(account, minuteMillis));
        }
    }

    /** Receives the random key and the start time of each arrival. */
    @FunctionalInterface
    private interface ArrivalConsumer {
        void accept(long key, long timeMillis);
    }

    private void forEachArrival(RingSpecialty specialty, long minuteMillis, ArrivalConsumer consumer) {
        double perMinute = ratePerMinute(specialty);
        int count = isRegular(specialty, perMinute)
                ? regularArrivals(specialty, minuteMillis, perMinute)
                : arrivalCounts.poisson(perMinute, minuteMillis, SingleDraw.VALUE, specialty.ordinal());
        for (int i = 0; i < count; i++) {
            long key = attackKeys.bits(minuteMillis + specialty.ordinal(), SingleDraw.VALUE, i);
            long offsetMillis = attackDraws.uniformInt((int) MINUTE_MILLIS, key, AttackDraw.START_OFFSET);
            consumer.accept(key, minuteMillis + offsetMillis);
        }
    }

    private boolean isRegular(RingSpecialty specialty, double perMinute) {
        return specialty.hasRegularArrivals() && perMinute < parameters.rate().regularBelowPerHour() / MINUTES_PER_HOUR;
    }

    /** Stratified arrivals: exactly one per interval of 1 / rate, at a uniformly drawn minute. */
    private int regularArrivals(RingSpecialty specialty, long minuteMillis, double perMinute) {
        if (perMinute == 0) {
            return 0;
        }
        double intervals = (double) (minuteMillis - startMillis) / MINUTE_MILLIS * perMinute;
        long interval = (long) Math.floor(intervals);
        double arrival = attackDraws.uniform(interval, AttackDraw.REGULAR_ARRIVAL, specialty.ordinal());
        double elapsed = intervals - interval;
        return arrival >= elapsed && arrival < elapsed + perMinute ? 1 : 0;
    }

    private Attack createAttack(RingSpecialty specialty, long key, long timeMillis) {
        List<FraudRing> candidates = rings.ofSpecialty(specialty);
        FraudRing ring = candidates.get(attackDraws.uniformInt(candidates.size(), key, AttackDraw.RING));
        double typologyDraw = typologyDraw(specialty, key, timeMillis);
        return new Attack(key, ring, ring.strategy().choose(tacticDraws, key, typologyDraw), timeMillis);
    }

    /**
     * Draw of the typology. Regular specialties cycle through their typologies by a Weyl sequence, so that the shares hold
     * over few attacks; others draw independently.
     */
    private double typologyDraw(RingSpecialty specialty, long key, long timeMillis) {
        if (!specialty.hasRegularArrivals()) {
            return tacticDraws.uniform(key, TacticDraw.TYPOLOGY);
        }
        double interval = Math.floor((timeMillis - startMillis) * ratePerMinute(specialty) / MINUTE_MILLIS);
        double phase = attackDraws.uniform(0, AttackDraw.TYPOLOGY_PHASE, specialty.ordinal());
        double position = phase + GOLDEN_RATIO * interval;
        return position - Math.floor(position);
    }

    private double ratePerMinute(RingSpecialty specialty) {
        return settings.rateMultiplier()
                * specialty.attacksPerHour(parameters.rate())
                / MINUTES_PER_HOUR
                * userCount
                / AttackRates.BASE_USERS;
    }

    private void launch(Attack attack) {
        FraudRing ring = attack.ring();
        if (ring.specialty().accountsPerRing(parameters.ring())
                > ring.accounts().size()) {
            return;
        }
        if (attack.tactic().timing() == TimingChoice.VOLATILITY_SPIKE) {
            double maxWaitMinutes = parameters.tactic().spikeMaxWaitHours() * MINUTES_PER_HOUR;
            launchInSpike(attack, attack.startMillis() + (long) (maxWaitMinutes * MINUTE_MILLIS));
        } else {
            schemes.schedule(attack);
        }
    }

    private void launchInSpike(Attack attack, long untilMillis) {
        TacticParameters tactic = parameters.tactic();
        if (exchange.market().volatilityZ() > tactic.spikeVolatilityZ() || attack.startMillis() >= untilMillis) {
            schemes.schedule(attack);
            return;
        }
        long pollMillis = Math.max(exchange.nowMillis(), attack.startMillis())
                + (long) (tactic.spikePollMinutes() * MINUTE_MILLIS);
        var postponed = new Attack(attack.key(), attack.ring(), attack.tactic(), pollMillis);
        exchange.schedule(pollMillis, () -> launchInSpike(postponed, untilMillis));
    }
}
