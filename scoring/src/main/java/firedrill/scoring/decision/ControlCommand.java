package firedrill.scoring.decision;

import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelOrder;
import java.util.Optional;

/** An order to the running scorer, sent over {@code fraud.control}; every one is kept and audited. */
public sealed interface ControlCommand {

    /**
     * Its place among the commands of one run, from 1; a command whose version is not above the last applied is ignored.
     * 0 until its topic has given it one: the reader numbers it by its offset.
     */
    long version();

    /** Simulated time at which it was given. */
    long timeMillis();

    /** Who gave it: {@code "monitor"} or an operator's name. */
    String actor();

    /** For the audit. */
    String reason();

    /** The same command with the place that its topic gave it. */
    ControlCommand withVersion(long version);

    /** The drift monitor's conclusion about who should decide. */
    record AutomaticMode(long version, long timeMillis, String actor, String reason, Mode mode)
            implements ControlCommand {
        public AutomaticMode {
            requireNotNegative(version);
        }

        @Override
        public AutomaticMode withVersion(long version) {
            return new AutomaticMode(version, timeMillis, actor, reason, mode);
        }
    }

    /**
     * The operator's word, which overrules the monitor's.
     *
     * @param pinnedMode the mode to keep; empty hands the choice back to the monitor
     */
    record OperatorMode(long version, long timeMillis, String actor, String reason, Optional<Mode> pinnedMode)
            implements ControlCommand {
        public OperatorMode {
            requireNotNegative(version);
        }

        @Override
        public OperatorMode withVersion(long version) {
            return new OperatorMode(version, timeMillis, actor, reason, pinnedMode);
        }
    }

    /**
     * What is to become of a version of the model.
     *
     * @param id unique, chosen by whoever sends it: no model command replaces another, because a rolling back needs all
     */
    record ModelCommand(long version, long timeMillis, String actor, String reason, String id, ModelOrder order)
            implements ControlCommand {
        public ModelCommand {
            requireNotNegative(version);
        }

        @Override
        public ModelCommand withVersion(long version) {
            return new ModelCommand(version, timeMillis, actor, reason, id, order);
        }
    }

    private static void requireNotNegative(long version) {
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative, was " + version);
        }
    }
}
