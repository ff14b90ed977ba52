package firedrill.ingest.account;

import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;

/**
 * Withdrawal addresses: own wallets, custodians shared by thousands, and payment processors, whose fresh addresses are
 * shared by few customers for hours, as mule addresses are.
 */
public final class AddressGenerator {

    /** Draws by key; a draw by user id gives the keys of saved addresses. */
    private enum SelectionDraw implements DrawIndex {
        CUSTODIAN,
        KIND,
        PROCESSOR,
        SAVED_KIND;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final AddressParameters parameters;
    private final RandomStream custodians;
    private final RandomStream own;
    private final RandomStream processors;
    private final RandomStream selection;

    public AddressGenerator(AddressParameters parameters, RandomSource random) {
        this.parameters = parameters;
        custodians = random.stream(AccountStream.CUSTODIAN_ADDRESS);
        own = random.stream(AccountStream.OWN_ADDRESS);
        processors = random.stream(AccountStream.PROCESSOR_ADDRESS);
        selection = random.stream(AccountStream.ADDRESS_SELECTION);
    }

    /** A custodian's address; the first custodians are the largest and are drawn most. */
    public long custodianAddress(long key) {
        double uniform = selection.uniform(key, SelectionDraw.CUSTODIAN);
        return custodians.randomId((long) (parameters.custodians() * uniform * uniform), SingleDraw.VALUE);
    }

    /** An address that the customer has not used before. */
    public long newAddress(long key, long timeMillis) {
        double uniform = selection.uniform(key, SelectionDraw.KIND);
        if (uniform < parameters.processorShare()) {
            return processorAddress(key, timeMillis);
        }
        return uniform < parameters.processorShare() + parameters.custodianShare()
                ? custodianAddress(key)
                : own.randomId(key, SingleDraw.VALUE);
    }

    private long processorAddress(long key, long timeMillis) {
        int processor = selection.uniformInt(parameters.processors(), key, SelectionDraw.PROCESSOR);
        long slot = timeMillis / TimeUnit.HOURS.toMillis(parameters.processorRotationHours());
        return processors.randomId(processor, SingleDraw.VALUE, slot);
    }

    /** The {@code number}-th address saved before the start, from 0. */
    long savedAddress(long userId, int number) {
        long key = selection.bits(userId, SingleDraw.VALUE, number);
        return selection.bernoulli(parameters.custodianShare(), key, SelectionDraw.SAVED_KIND)
                ? custodianAddress(key)
                : own.randomId(key, SingleDraw.VALUE);
    }
}
