package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;

/**
 * Where honest money goes: wallets of one's own, custodians that thousands share, and payment processors whose fresh
 * addresses a few strangers share for some hours, just as thieves' do.
 */
public final class Addresses {

    private static final int HUBS = 20;
    private static final int PROCESSORS = 25;
    private static final long PROCESSOR_ROTATES_MILLIS = 3 * 3_600_000L;
    /** Of new addresses: a processor's. */
    private static final double TO_PROCESSOR = 0.25;

    private final Draws hubs;
    private final Draws own;
    private final Draws processors;
    private final Draws which;

    public Addresses(Chance chance) {
        hubs = chance.about("population.address.hub");
        own = chance.about("population.address.own");
        processors = chance.about("population.address.processor");
        which = chance.about("population.address.which");
    }

    /** A custodian's address; the larger custodians come more often. */
    public long hub(long key) {
        double uniform = which.uniform(key, 0);
        return hubs.id((long) (HUBS * uniform * uniform), 0);
    }

    /** An address that an honest user has not used before. */
    long fresh(long key, long timeMillis) {
        double uniform = which.uniform(key, 1);
        if (uniform < TO_PROCESSOR) {
            return processors.id(which.below(PROCESSORS, key, 2), timeMillis / PROCESSOR_ROTATES_MILLIS);
        }
        return uniform < TO_PROCESSOR + Assumptions.HUB_ADDRESSES ? hub(key) : own.id(key, 0);
    }

    /** An address of the time before the story. */
    long saved(long userId, int number) {
        long key = which.bits(userId, number);
        return which.happens(Assumptions.HUB_ADDRESSES, key, 3) ? hub(key) : own.id(key, 0);
    }
}
