package firedrill.scoring.engine;

import java.util.Optional;

/**
 * Record of model loads that outlives the process: a model whose load was begun and not finished when the process ended
 * is in quarantine, and is not loaded again until its announcement is repeated.
 */
public interface LoadJournal {

    /** Position of an announcement that was not read from the topic. */
    long NO_RECORD = -1;

    /** Remembers nothing: for engines without a process of their own. */
    LoadJournal NONE = new LoadJournal() {
        @Override
        public Optional<String> quarantine(String model) {
            return Optional.empty();
        }

        @Override
        public boolean release(String model, long record) {
            return false;
        }

        @Override
        public Attempt begin(String model, long record) {
            return () -> {};
        }
    };

    /** Why the model is in quarantine, as a clause; empty if it may be loaded. */
    Optional<String> quarantine(String model);

    /**
     * Ends the quarantine of a model if its announcement was repeated since.
     *
     * @param record position of the announcement on its topic; one that was tried before releases nothing
     * @return whether the model was released
     */
    boolean release(String model, long record);

    /** Notes that the load of a model begins; closing the attempt notes that it is over, whatever its result. */
    Attempt begin(String model, long record);

    /** A load that has begun. */
    @FunctionalInterface
    interface Attempt extends AutoCloseable {
        @Override
        void close();
    }
}
