package firedrill.scoring.registry;

/** What is to become of a version of the model. A version is named by its hash, as decisions name it. */
public sealed interface ModelOrder {

    /** For the history and for refusals, without who and why. */
    String description();

    /**
     * The scorer's own word that a version passed its checks; only now can it be ordered about. The first one of all becomes
     * champion.
     *
     * @param name from its card
     */
    record Admit(String model, String name) implements ModelOrder {
        @Override
        public String description() {
            return "admit " + model;
        }
    }

    /** From now on it decides. */
    record Promote(String model) implements ModelOrder {
        @Override
        public String description() {
            return "promote " + model;
        }
    }

    /** The champion before the present one decides again. */
    record RollBack() implements ModelOrder {
        @Override
        public String description() {
            return "roll back";
        }
    }

    /**
     * It decides for a share of the users, always the same ones.
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
    }

    /** The champion decides for everybody again. */
    record Unstage() implements ModelOrder {
        @Override
        public String description() {
            return "unstage";
        }
    }

    /** It scores what others decide, and decides nothing. */
    record Shadow(String model) implements ModelOrder {
        @Override
        public String description() {
            return "shadow " + model;
        }
    }

    /** No longer. */
    record Unshadow(String model) implements ModelOrder {
        @Override
        public String description() {
            return "end shadow of " + model;
        }
    }

    /** It will never decide again. */
    record Retire(String model) implements ModelOrder {
        @Override
        public String description() {
            return "retire " + model;
        }
    }
}
