package firedrill.scoring.decision;

import java.util.Optional;

/** An order to the running scorer, sent over {@code fraud.control}; every one is kept and audited. */
public sealed interface ControlCommand {

    /** Counts commands of one run, from 1; a command whose version is not above the last applied is ignored. */
    long version();

    /** Simulated time at which it was given. */
    long timeMillis();

    /** Who gave it: {@code "monitor"} or an operator's name. */
    String by();

    /** For the audit. */
    String why();

    /** The drift monitor's conclusion about who should decide. */
    record AutomaticMode(long version, long timeMillis, String by, String why, Mode mode) implements ControlCommand {
        public AutomaticMode {
            requireCounted(version);
        }
    }

    /**
     * The operator's word, which overrules the monitor's.
     *
     * @param pinned the mode to keep; empty hands the choice back to the monitor
     */
    record OperatorMode(long version, long timeMillis, String by, String why, Optional<Mode> pinned)
            implements ControlCommand {
        public OperatorMode {
            requireCounted(version);
        }
    }

    private static void requireCounted(long version) {
        if (version <= 0) {
            throw new IllegalArgumentException("version counts from 1, was " + version);
        }
    }
}
