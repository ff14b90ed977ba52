package firedrill.scoring.evaluation;

import firedrill.ingest.event.Account.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of one kind that a model scored, with what they really were: one column for each thing that is known, because a
 * few simulated days have millions of orders.
 */
public final class ScoredEvents {

    /** Typology of an honest event. */
    static final int HONEST = 0;

    private static final int INITIAL_CAPACITY = 1024;
    private static final Tier[] TIERS = Tier.values();

    private final List<String> typologies = new ArrayList<>(List.of("honest"));
    private final Map<Long, Integer> userIndexes = new HashMap<>();

    private long[] eventIds = new long[INITIAL_CAPACITY];
    private int[] users = new int[INITIAL_CAPACITY];
    private short[] days = new short[INITIAL_CAPACITY];
    private byte[] tiers = new byte[INITIAL_CAPACITY];
    private boolean[] volatileMarket = new boolean[INITIAL_CAPACITY];
    private byte[] typology = new byte[INITIAL_CAPACITY];
    private boolean[] reported = new boolean[INITIAL_CAPACITY];
    private float[] amountsUsd = new float[INITIAL_CAPACITY];
    private double[] probabilities = new double[INITIAL_CAPACITY];
    private float[] retrained = new float[INITIAL_CAPACITY];
    private int size;

    /**
     * One event.
     *
     * @param day since the beginning, from 0
     * @param volatileMarket whether the market was moving
     * @param typology which fraud it was, empty if none
     * @param retrainedProbability probability by a model that was trained anew before the day; NaN if there was none yet
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

    /** Adds an event; ids rise. */
    public void add(ScoredEvent scored) {
        if (size == probabilities.length) {
            grow();
        }
        eventIds[size] = scored.eventId();
        users[size] = userIndexes.computeIfAbsent(scored.userId(), unknown -> userIndexes.size());
        days[size] = (short) scored.day();
        tiers[size] = (byte) scored.tier().ordinal();
        volatileMarket[size] = scored.volatileMarket();
        typology[size] = (byte) (scored.typology().isEmpty() ? HONEST : typologyIndexOf(scored.typology()));
        amountsUsd[size] = (float) scored.amountUsd();
        probabilities[size] = scored.probability();
        retrained[size] = (float) scored.retrainedProbability();
        size++;
    }

    /** The exchange learned, rightly or not, that this was fraud; an event that is not here is nobody's concern. */
    public void markReported(long eventId) {
        int place = Arrays.binarySearch(eventIds, 0, size, eventId);
        if (place >= 0) {
            reported[place] = true;
        }
    }

    private int typologyIndexOf(String name) {
        int place = typologies.indexOf(name);
        if (place < 0) {
            typologies.add(name);
            return typologies.size() - 1;
        }
        return place;
    }

    private void grow() {
        int more = size + size / 2;
        eventIds = Arrays.copyOf(eventIds, more);
        users = Arrays.copyOf(users, more);
        days = Arrays.copyOf(days, more);
        tiers = Arrays.copyOf(tiers, more);
        volatileMarket = Arrays.copyOf(volatileMarket, more);
        typology = Arrays.copyOf(typology, more);
        reported = Arrays.copyOf(reported, more);
        amountsUsd = Arrays.copyOf(amountsUsd, more);
        probabilities = Arrays.copyOf(probabilities, more);
        retrained = Arrays.copyOf(retrained, more);
    }

    int size() {
        return size;
    }

    /** How many users there are, each with a place from 0. */
    int userCount() {
        return userIndexes.size();
    }

    int userIndex(int index) {
        return users[index];
    }

    int day(int index) {
        return days[index];
    }

    Tier tier(int index) {
        return TIERS[tiers[index]];
    }

    boolean isVolatileMarket(int index) {
        return volatileMarket[index];
    }

    boolean isFraud(int index) {
        return typology[index] != HONEST;
    }

    /** Its number in {@link #typologies}. */
    int typologyIndex(int index) {
        return typology[index];
    }

    /** Names by number; the first is that of the honest. */
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
        return probabilities[index];
    }

    /** NaN if no model had been trained anew yet. */
    double retrainedProbability(int index) {
        return retrained[index];
    }

    boolean[] frauds() {
        boolean[] frauds = new boolean[size];
        for (int i = 0; i < size; i++) {
            frauds[i] = isFraud(i);
        }
        return frauds;
    }

    double[] probabilities() {
        return Arrays.copyOf(probabilities, size);
    }
}
