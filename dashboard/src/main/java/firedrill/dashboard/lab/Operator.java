package firedrill.dashboard.lab;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who holds the controls in an arm, and so what becomes of the scorer's decisions. */
public enum Operator {
    /** Touches nothing: model, rules and monitor do what they do by themselves. */
    DO_NOTHING {
        @Override
        Decision amend(Decision decision) {
            return decision;
        }
    },
    /** Lets everything through. */
    ALLOW_ALL {
        @Override
        Decision amend(Decision decision) {
            return blanket(decision, Action.ALLOW);
        }
    },
    /** Refuses everything. */
    BLOCK_ALL {
        @Override
        Decision amend(Decision decision) {
            return blanket(decision, Action.BLOCK);
        }
    };

    /** What is done instead of {@code decision}. */
    abstract Decision amend(Decision decision);

    /** As the command line spells it: {@code do-nothing}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The operator of that name.
     *
     * @throws IllegalArgumentException naming all operators, if there is none
     */
    public static Operator named(String label) {
        return Arrays.stream(values())
                .filter(operator -> operator.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operator is called '" + label + "'; there are "
                        + Arrays.stream(values()).map(Operator::label).collect(Collectors.joining(", "))));
    }

    private static Decision blanket(Decision decision, Action action) {
        return decision.overruledBy(DecidedBy.OPERATOR, Answer.of(decision.eventId(), action));
    }
}
