package firedrill.scoring.decision.wire;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.event.wire.MessageDecoder;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelRole;
import org.jspecify.annotations.Nullable;

/** Mapping of enums to their codes on the wire; a new constant does not compile until it has one. */
final class WireCodes {

    /** A dead letter is the longest of the messages. */
    static final MessageDecoder DECODER = new MessageDecoder(Topics.MAX_DEAD_LETTER_BYTES);

    static ActionCode of(Action action) {
        return switch (action) {
            case ALLOW -> ActionCode.ACTION_ALLOW;
            case STEP_UP -> ActionCode.ACTION_STEP_UP;
            case LIMIT -> ActionCode.ACTION_LIMIT;
            case HOLD -> ActionCode.ACTION_HOLD;
            case REVIEW -> ActionCode.ACTION_REVIEW;
            case BLOCK -> ActionCode.ACTION_BLOCK;
        };
    }

    /** The action of {@code code}, which is null for a number that this release does not know. */
    static Action action(@Nullable ActionCode code) throws MalformedMessageException {
        if (code == null) {
            throw new MalformedMessageException("unknown action");
        }
        return switch (code) {
            case ACTION_ALLOW -> Action.ALLOW;
            case ACTION_STEP_UP -> Action.STEP_UP;
            case ACTION_LIMIT -> Action.LIMIT;
            case ACTION_HOLD -> Action.HOLD;
            case ACTION_REVIEW -> Action.REVIEW;
            case ACTION_BLOCK -> Action.BLOCK;
            case ACTION_UNKNOWN, UNRECOGNIZED -> throw new MalformedMessageException("unknown action");
        };
    }

    static ModeCode of(Mode mode) {
        return switch (mode) {
            case MODEL -> ModeCode.MODE_MODEL;
            case RULES -> ModeCode.MODE_RULES;
        };
    }

    static Mode mode(ModeCode code) throws MalformedMessageException {
        return switch (code) {
            case MODE_MODEL -> Mode.MODEL;
            case MODE_RULES -> Mode.RULES;
            case MODE_UNKNOWN, UNRECOGNIZED -> throw new MalformedMessageException("unknown mode");
        };
    }

    static DecidedByCode of(DecidedBy decidedBy) {
        return switch (decidedBy) {
            case MODEL -> DecidedByCode.DECIDED_BY_MODEL;
            case RULES_IN_MODE -> DecidedByCode.DECIDED_BY_RULES_IN_MODE;
            case RULES_AT_DEADLINE -> DecidedByCode.DECIDED_BY_RULES_AT_DEADLINE;
            case OPERATOR -> DecidedByCode.DECIDED_BY_OPERATOR;
        };
    }

    static DecidedBy decidedBy(DecidedByCode code) throws MalformedMessageException {
        return switch (code) {
            case DECIDED_BY_MODEL -> DecidedBy.MODEL;
            case DECIDED_BY_RULES_IN_MODE -> DecidedBy.RULES_IN_MODE;
            case DECIDED_BY_RULES_AT_DEADLINE -> DecidedBy.RULES_AT_DEADLINE;
            case DECIDED_BY_OPERATOR -> DecidedBy.OPERATOR;
            case DECIDED_BY_UNKNOWN, UNRECOGNIZED -> throw new MalformedMessageException("unknown decidedBy");
        };
    }

    static RoleCode of(ModelRole role) {
        return switch (role) {
            case CHAMPION -> RoleCode.ROLE_CHAMPION;
            case STAGED -> RoleCode.ROLE_STAGED;
        };
    }

    static ModelRole role(RoleCode code) throws MalformedMessageException {
        return switch (code) {
            case ROLE_UNKNOWN, ROLE_CHAMPION -> ModelRole.CHAMPION;
            case ROLE_STAGED -> ModelRole.STAGED;
            case UNRECOGNIZED -> throw new MalformedMessageException("unknown role");
        };
    }

    private WireCodes() {}
}
