package firedrill.dashboard.lab;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.input.PlainNumber;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.feature.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Operator policy of an arm: overrides decisions and issues commands. */
public sealed interface Operator {

    /** Name on the command line and in the ledger: {@code do-nothing}. */
    String label();

    /** The decision that replaces {@code decision}. */
    Decision override(Decision decision);

    /** Commands in order of time; each takes effect before the first event that is not earlier. */
    default List<ControlCommand> commands() {
        return List.of();
    }

    /** A constant policy. */
    enum Baseline implements Operator {
        /** Overrides nothing: model, rules and monitor decide. */
        DO_NOTHING {
            @Override
            public Decision override(Decision decision) {
                return decision;
            }
        },
        /** Lets everything through. */
        ALLOW_ALL {
            @Override
            public Decision override(Decision decision) {
                return overriddenBy(decision, Action.ALLOW);
            }
        },
        /** Refuses everything. */
        BLOCK_ALL {
            @Override
            public Decision override(Decision decision) {
                return overriddenBy(decision, Action.BLOCK);
            }
        };

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One threshold for everything, as in textbooks: blocks every request with at least this fraud probability,
     * and allows all others.
     *
     * @param probability in [0, 1]; raising it refuses less
     */
    record ThresholdOperator(double probability) implements Operator {

        private static final String PREFIX = "threshold-";

        private static ThresholdOperator ofLabel(String label) {
            String number = label.substring(PREFIX.length());
            double probability = PlainNumber.decimal(number).orElse(Double.NaN);
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException(
                        "a threshold is a number from 0 to 1, as in threshold-0.05, was '" + number + "'");
            }
            return new ThresholdOperator(probability);
        }

        @Override
        public String label() {
            return PREFIX + probability;
        }

        @Override
        public Decision override(Decision decision) {
            return overriddenBy(decision, decision.probability() >= probability ? Action.BLOCK : Action.ALLOW);
        }
    }

    /**
     * Issues commands on mode and models at given times, without overriding decisions.
     *
     * @param commands in order of time; the numbers that they carry do not count
     */
    record CommandScript(String label, List<ControlCommand> commands) implements Operator {

        public CommandScript {
            commands = List.copyOf(commands);
        }

        @Override
        public Decision override(Decision decision) {
            return decision;
        }
    }

    /**
     * Allows everything until a rule takes effect that blocks withdrawals of a whole balance. Sales pass: after a
     * blocked sale an attacker can withdraw only a part, which would look like adaptation.
     *
     * @param fromMillis simulated time of the rule
     */
    record DrainRule(long fromMillis) implements Operator {

        /** Share of the balance from which on a withdrawal counts as a drain. */
        public static final double DRAIN_SHARE = 0.9;

        @Override
        public String label() {
            return "drain-rule";
        }

        @Override
        public Decision override(Decision decision) {
            boolean isMet = decision.timeMillis() >= fromMillis
                    && decision.features().at(Feature.IS_ORDER.ordinal()) == 0
                    && decision.features().at(Feature.DRAIN_FRACTION.ordinal()) >= DRAIN_SHARE;
            return overriddenBy(decision, isMet ? Action.BLOCK : Action.ALLOW);
        }
    }

    /**
     * The operator of a label: a constant policy or {@code threshold-P}.
     *
     * @throws IllegalArgumentException naming all operators, if there is none
     */
    static Operator ofLabel(String label) {
        return label.startsWith(ThresholdOperator.PREFIX) ? ThresholdOperator.ofLabel(label) : baselineOf(label);
    }

    private static Operator baselineOf(String label) {
        return Arrays.stream(Baseline.values())
                .filter(operator -> operator.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operator is called '" + label + "'; there are "
                        + Arrays.stream(Baseline.values()).map(Operator::label).collect(Collectors.joining(", "))
                        + " and " + ThresholdOperator.PREFIX + "P with P from 0 to 1"));
    }

    private static Decision overriddenBy(Decision decision, Action action) {
        return decision.withOverride(DecidedBy.OPERATOR, Answer.of(decision.eventId(), action));
    }
}
