package firedrill.scoring.registry;

import java.util.Optional;

/** A change to the role of a model version. A version is identified by its hash, as in decisions. */
public sealed interface ModelOrder {

    /** For the history and for refusals, without author and reason. */
    String description();

    /** The result of the one case that fits. */
    <R> R match(Cases<R> cases);

    /** The order if it admits a version. */
    default Optional<Admit> admission() {
        return Optional.empty();
    }

    /** One function per order. */
    interface Cases<R> {
        R admit(Admit order);

        R promote(Promote order);

        R rollBack(RollBack order);

        R stage(Stage order);

        R unstage(Unstage order);

        R shadow(Shadow order);

        R unshadow(Unshadow order);

        R retire(Retire order);
    }

    /**
     * Registers a version that passed its checks, which other orders require. The first version becomes champion.
     *
     * @param name from its card
     */
    record Admit(String model, String name) implements ModelOrder {

        /** Id of the registrar's order on the control topic; another id is not the registrar's. */
        public String orderId(long number) {
            return orderIdPrefix() + number;
        }

        /** Whether an order with this id may be the registrar's. */
        public boolean isRegistrars(String orderId) {
            return orderId.startsWith(orderIdPrefix());
        }

        @Override
        public Optional<Admit> admission() {
            return Optional.of(this);
        }

        private String orderIdPrefix() {
            return "registry/" + model + "/";
        }

        @Override
        public String description() {
            return "admit " + model;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.admit(this);
        }
    }

    /** Makes a version the champion. */
    record Promote(String model) implements ModelOrder {
        @Override
        public String description() {
            return "promote " + model;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.promote(this);
        }
    }

    /** Restores the previous champion. */
    record RollBack() implements ModelOrder {
        @Override
        public String description() {
            return "roll back";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rollBack(this);
        }
    }

    /**
     * Stages a version, which then decides for a fixed share of the users.
     *
     * @param share above 0, at most 1
     */
    record Stage(String model, double share) implements ModelOrder {
        public Stage {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("share must be above 0 and at most 1, was " + share);
            }
        }

        @Override
        public String description() {
            return "stage " + model + " to " + share;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stage(this);
        }
    }

    /** Returns all users to the champion. */
    record Unstage() implements ModelOrder {
        @Override
        public String description() {
            return "unstage";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unstage(this);
        }
    }

    /** Makes a version a shadow, which scores decided events and decides none. */
    record Shadow(String model) implements ModelOrder {
        @Override
        public String description() {
            return "shadow " + model;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.shadow(this);
        }
    }

    /** Ends shadow scoring. */
    record Unshadow(String model) implements ModelOrder {
        @Override
        public String description() {
            return "end shadow of " + model;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unshadow(this);
        }
    }

    /** Retires a version permanently. */
    record Retire(String model) implements ModelOrder {
        @Override
        public String description() {
            return "retire " + model;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.retire(this);
        }
    }
}
