package firedrill.scoring.evaluation;

import firedrill.ingest.event.Account.Tier;
import firedrill.scoring.evaluation.DailyScores.DayRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scored events of one type with their true labels, in columns, because a few simulated days have millions of orders.
 */
public final class ScoredEvents {

    /** Typology index of an honest event. */
    static final int HONEST = 0;

    private static final int INITIAL_CAPACITY = 1024;
    private static final Tier[] TIERS = Tier.values();

    private final List<String> typologies = new ArrayList<>(List.of("honest"));
    private final Map<Long, Integer> userIndexes = new HashMap<>();

    private final DailyScores scores = new DailyScores();
    private long[] eventIds = new long[INITIAL_CAPACITY];
    private int[] users = new int[INITIAL_CAPACITY];
    private byte[] tiers = new byte[INITIAL_CAPACITY];
    private boolean[] volatileMarket = new boolean[INITIAL_CAPACITY];
    private byte[] typology = new byte[INITIAL_CAPACITY];
    private boolean[] reported = new boolean[INITIAL_CAPACITY];
    private float[] amountsUsd = new float[INITIAL_CAPACITY];
    private float[] retrained = new float[INITIAL_CAPACITY];

    /**
     * One event.
     *
     * @param day simulated day from 0, not before the day of the previous event
     * @param volatileMarket whether the market was volatile
     * @param typology true typology, empty if honest
     * @param retrainedProbability probability by the model retrained for the day; NaN if there was none
     */
    public record ScoredEvent(
            long eventId,
            long userId,
            int day,
            Tier tier,
            boolean volatileMarket,
            String typology,
            double amountUsd,
            double probability,
            double retrainedProbability) {}

    /** Adds an event; ids must rise. */
    public void add(ScoredEvent scored) {
        int size = scores.size();
        if (size == eventIds.length) {
            grow(size + size / 2);
        }
        eventIds[size] = scored.eventId();
        users[size] = userIndexes.computeIfAbsent(scored.userId(), unknown -> userIndexes.size());
        tiers[size] = (byte) scored.tier().ordinal();
        volatileMarket[size] = scored.volatileMarket();
        typology[size] = scored.typology().isEmpty() ? HONEST : typologyIndexOf(scored.typology());
        amountsUsd[size] = (float) scored.amountUsd();
        retrained[size] = (float) scored.retrainedProbability();
        scores.add(
                scored.day(),
                scored.userId(),
                scored.probability(),
                !scored.typology().isEmpty());
    }

    /** The exchange received a report of fraud about the event; an unknown id is ignored. */
    public void markReported(long eventId) {
        int index = Arrays.binarySearch(eventIds, 0, size(), eventId);
        if (index >= 0) {
            reported[index] = true;
        }
    }

    private byte typologyIndexOf(String name) {
        int index = typologies.indexOf(name);
        if (index < 0) {
            index = typologies.size();
            typologies.add(name);
        }
        if (index > Byte.MAX_VALUE) {
            throw new IllegalStateException("more than " + Byte.MAX_VALUE + " typologies");
        }
        return (byte) index;
    }

    private void grow(int capacity) {
        eventIds = Arrays.copyOf(eventIds, capacity);
        users = Arrays.copyOf(users, capacity);
        tiers = Arrays.copyOf(tiers, capacity);
        volatileMarket = Arrays.copyOf(volatileMarket, capacity);
        typology = Arrays.copyOf(typology, capacity);
        reported = Arrays.copyOf(reported, capacity);
        amountsUsd = Arrays.copyOf(amountsUsd, capacity);
        retrained = Arrays.copyOf(retrained, capacity);
    }

    int size() {
        return scores.size();
    }

    /** The events of each day, in order. */
    List<DayRows> dayRows() {
        return scores.dayRows();
    }

    /** Number of users; their indexes start at 0. */
    int userCount() {
        return userIndexes.size();
    }

    int userIndex(int index) {
        return users[index];
    }

    int day(int index) {
        return scores.day(index);
    }

    Tier tier(int index) {
        return TIERS[tiers[index]];
    }

    boolean isVolatileMarket(int index) {
        return volatileMarket[index];
    }

    boolean isFraud(int index) {
        return scores.fraud(index);
    }

    /** Index in {@link #typologyNames}. */
    int typologyIndex(int index) {
        return typology[index];
    }

    /** Names by typology index; the first is honest. */
    List<String> typologyNames() {
        return List.copyOf(typologies);
    }

    boolean isReported(int index) {
        return reported[index];
    }

    double amountUsd(int index) {
        return amountsUsd[index];
    }

    double probability(int index) {
        return scores.score(index);
    }

    /** NaN if there was no retrained model yet. */
    double retrainedProbability(int index) {
        return retrained[index];
    }

    boolean[] frauds() {
        return scores.frauds();
    }

    double[] probabilities() {
        return scores.scores();
    }
}
