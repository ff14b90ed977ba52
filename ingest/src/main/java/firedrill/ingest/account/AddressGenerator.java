package firedrill.ingest.account;

import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;

/**
 * Where honest money goes: wallets of one's own, custodians that thousands share, and payment processors whose fresh
 * addresses a few strangers share for some hours, just as thieves' do.
 */
public final class AddressGenerator {

    private static final int CUSTODIANS = 20;
    private static final int PROCESSORS = 25;
    private static final long PROCESSOR_ROTATION_MILLIS = 3 * 3_600_000L;
    /** Of new addresses: a processor's. */
    private static final double PROCESSOR_SHARE = 0.25;

    private final RandomStream custodians;
    private final RandomStream own;
    private final RandomStream processors;
    private final RandomStream selection;

    public AddressGenerator(RandomSource chance) {
        custodians = chance.stream("population.address.hub");
        own = chance.stream("population.address.own");
        processors = chance.stream("population.address.processor");
        selection = chance.stream("population.address.which");
    }

    /** A custodian's address; the larger custodians come more often. */
    public long custodianAddress(long key) {
        double uniform = selection.uniform(key, 0);
        return custodians.randomId((long) (CUSTODIANS * uniform * uniform), 0);
    }

    /** An address that an honest user has not used before. */
    public long newAddress(long key, long timeMillis) {
        double uniform = selection.uniform(key, 1);
        if (uniform < PROCESSOR_SHARE) {
            return processors.randomId(
                    selection.uniformInt(PROCESSORS, key, 2), timeMillis / PROCESSOR_ROTATION_MILLIS);
        }
        return uniform < PROCESSOR_SHARE + CustomerParameters.CUSTODIAN_ADDRESS_SHARE
                ? custodianAddress(key)
                : own.randomId(key, 0);
    }

    /** An address of the time before the story. */
    long savedAddress(long userId, int number) {
        long key = selection.bits(userId, number);
        return selection.bernoulli(CustomerParameters.CUSTODIAN_ADDRESS_SHARE, key, 3)
                ? custodianAddress(key)
                : own.randomId(key, 0);
    }
}
