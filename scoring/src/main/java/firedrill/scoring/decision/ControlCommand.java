package firedrill.scoring.decision;

import firedrill.ingest.event.RangeChecks;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelOrder;
import java.util.Optional;
import java.util.function.Function;

/** A command to the running scorer, sent over {@code fraud.control}; every command is kept and audited. */
public sealed interface ControlCommand {

    /**
     * Position among the commands of one run, from 1; a command whose version is not above the last applied is ignored.
     * 0 until its topic assigns one: readers number a command by its offset.
     */
    long version();

    /** Simulated time at which it was issued. */
    long timeMillis();

    /** Author: {@code "monitor"} or an operator's name. */
    String actor();

    /** For the audit. */
    String reason();

    /** The same command with the version that its topic assigned. */
    ControlCommand withVersion(long version);

    /** The result of the one function that fits. */
    <R> R match(
            Function<? super AutomaticMode, ? extends R> onAutomaticMode,
            Function<? super OperatorMode, ? extends R> onOperatorMode,
            Function<? super ModelCommand, ? extends R> onModelCommand);

    /** The command, if it is about a model; empty if it is about the mode. */
    default Optional<ModelCommand> modelCommand() {
        return match(automatic -> Optional.empty(), operator -> Optional.empty(), Optional::of);
    }

    /** The mode that the drift monitor calls for. */
    record AutomaticMode(long version, long timeMillis, String actor, String reason, Mode mode)
            implements ControlCommand {
        public AutomaticMode {
            requireHeader(version, timeMillis, actor, reason);
        }

        @Override
        public AutomaticMode withVersion(long version) {
            return new AutomaticMode(version, timeMillis, actor, reason, mode);
        }

        @Override
        public <R> R match(
                Function<? super AutomaticMode, ? extends R> onAutomaticMode,
                Function<? super OperatorMode, ? extends R> onOperatorMode,
                Function<? super ModelCommand, ? extends R> onModelCommand) {
            return onAutomaticMode.apply(this);
        }
    }

    /**
     * The mode that an operator pins, which overrides the automatic one.
     *
     * @param pinnedMode the mode to keep; empty returns the choice to the monitor
     */
    record OperatorMode(long version, long timeMillis, String actor, String reason, Optional<Mode> pinnedMode)
            implements ControlCommand {
        public OperatorMode {
            requireHeader(version, timeMillis, actor, reason);
        }

        @Override
        public OperatorMode withVersion(long version) {
            return new OperatorMode(version, timeMillis, actor, reason, pinnedMode);
        }

        @Override
        public <R> R match(
                Function<? super AutomaticMode, ? extends R> onAutomaticMode,
                Function<? super OperatorMode, ? extends R> onOperatorMode,
                Function<? super ModelCommand, ? extends R> onModelCommand) {
            return onOperatorMode.apply(this);
        }
    }

    /**
     * An order about a model.
     *
     * @param id unique, chosen by the sender: no model command replaces another, because a roll-back needs all of them
     */
    record ModelCommand(long version, long timeMillis, String actor, String reason, String id, ModelOrder order)
            implements ControlCommand {
        public ModelCommand {
            requireHeader(version, timeMillis, actor, reason);
            RangeChecks.requireLength(id, RangeChecks.MAX_LABEL_CHARS, "id");
        }

        @Override
        public ModelCommand withVersion(long version) {
            return new ModelCommand(version, timeMillis, actor, reason, id, order);
        }

        @Override
        public <R> R match(
                Function<? super AutomaticMode, ? extends R> onAutomaticMode,
                Function<? super OperatorMode, ? extends R> onOperatorMode,
                Function<? super ModelCommand, ? extends R> onModelCommand) {
            return onModelCommand.apply(this);
        }
    }

    private static void requireHeader(long version, long timeMillis, String actor, String reason) {
        RangeChecks.requireNonNegative(version, "version");
        RangeChecks.requireTime(timeMillis, "timeMillis");
        RangeChecks.requireLength(actor, RangeChecks.MAX_TEXT_CHARS, "actor");
        RangeChecks.requireLength(reason, RangeChecks.MAX_TEXT_CHARS, "reason");
    }
}
