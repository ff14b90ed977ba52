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
final class Cases {

    /** Typology of an honest event. */
    static final int HONEST = 0;

    private static final int AT_FIRST = 1024;
    private static final Tier[] TIERS = Tier.values();

    private final List<String> typologies = new ArrayList<>(List.of("honest"));
    private final Map<Long, Integer> userPlaces = new HashMap<>();

    private long[] eventIds = new long[AT_FIRST];
    private int[] users = new int[AT_FIRST];
    private short[] days = new short[AT_FIRST];
    private byte[] tiers = new byte[AT_FIRST];
    private boolean[] moving = new boolean[AT_FIRST];
    private byte[] typology = new byte[AT_FIRST];
    private boolean[] reported = new boolean[AT_FIRST];
    private float[] amountsUsd = new float[AT_FIRST];
    private double[] probabilities = new double[AT_FIRST];
    private float[] retrained = new float[AT_FIRST];
    private int size;

    /**
     * One event.
     *
     * @param day since the beginning, from 0
     * @param moving whether the market was moving
     * @param typology which fraud it was, empty if none
     * @param retrained probability by a model that was trained anew before the day; NaN if there was none yet
     */
    record Scored(
            long eventId,
            long userId,
            int day,
            Tier tier,
            boolean moving,
            String typology,
            double amountUsd,
            double probability,
            double retrained) {}

    /** Adds an event; ids rise. */
    void add(Scored scored) {
        if (size == probabilities.length) {
            grow();
        }
        eventIds[size] = scored.eventId();
        users[size] = userPlaces.computeIfAbsent(scored.userId(), unknown -> userPlaces.size());
        days[size] = (short) scored.day();
        tiers[size] = (byte) scored.tier().ordinal();
        moving[size] = scored.moving();
        typology[size] = (byte) (scored.typology().isEmpty() ? HONEST : placeOf(scored.typology()));
        amountsUsd[size] = (float) scored.amountUsd();
        probabilities[size] = scored.probability();
        retrained[size] = (float) scored.retrained();
        size++;
    }

    /** The exchange learned, rightly or not, that this was fraud; an event that is not here is nobody's concern. */
    void report(long eventId) {
        int place = Arrays.binarySearch(eventIds, 0, size, eventId);
        if (place >= 0) {
            reported[place] = true;
        }
    }

    private int placeOf(String name) {
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
        moving = Arrays.copyOf(moving, more);
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
    int users() {
        return userPlaces.size();
    }

    int user(int index) {
        return users[index];
    }

    int day(int index) {
        return days[index];
    }

    Tier tier(int index) {
        return TIERS[tiers[index]];
    }

    boolean isMoving(int index) {
        return moving[index];
    }

    boolean isFraud(int index) {
        return typology[index] != HONEST;
    }

    /** Its number in {@link #typologies}. */
    int typology(int index) {
        return typology[index];
    }

    /** Names by number; the first is that of the honest. */
    List<String> typologies() {
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
    double retrained(int index) {
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
