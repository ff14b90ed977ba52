package firedrill.ingest.attack;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Purpose;
import firedrill.ingest.population.Population;

/** Fraudsters who share devices and addresses, and replace them from time to time. */
record Ring(Chance chance, int number) {

    private static final double MILLIS_PER_HOUR = 3_600_000;
    /** Keeps rings' ids apart from those of anything else that is numbered. */
    private static final long FIRST = 1L << 40;

    long device(double uniform, long timeMillis) {
        return id(Purpose.WITH_WHAT, (int) (uniform * AttackAssumptions.DEVICES_PER_RING), timeMillis);
    }

    long address(double uniform, long timeMillis) {
        return id(Purpose.WHERE_TO, (int) (uniform * AttackAssumptions.ADDRESSES_PER_RING), timeMillis);
    }

    private long id(Purpose purpose, int place, long timeMillis) {
        long generation = (long) (timeMillis / MILLIS_PER_HOUR / AttackAssumptions.ROTATION_HOURS);
        return Population.newId(chance, purpose, FIRST + number * 16L + place, generation);
    }
}
