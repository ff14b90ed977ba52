package firedrill.ingest.event;

import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Settlement;
import java.util.Optional;

/** An outcome as one of its kinds, for code that concerns a single kind. */
public final class OutcomeKinds {

    private static final OutcomeFunctions<Optional<Settlement>> SETTLEMENT = new OutcomeFunctions<>(
            Optional::of,
            stepUpResult -> Optional.empty(),
            complaint -> Optional.empty(),
            fraudReport -> Optional.empty(),
            churn -> Optional.empty(),
            missedDeadline -> Optional.empty(),
            reviewVerdict -> Optional.empty(),
            depositReturn -> Optional.empty());

    private static final OutcomeFunctions<Optional<Churn>> CHURN = new OutcomeFunctions<>(
            settlement -> Optional.empty(),
            stepUpResult -> Optional.empty(),
            complaint -> Optional.empty(),
            fraudReport -> Optional.empty(),
            Optional::of,
            missedDeadline -> Optional.empty(),
            reviewVerdict -> Optional.empty(),
            depositReturn -> Optional.empty());

    public static Optional<Settlement> settlement(Outcome outcome) {
        return outcome.match(SETTLEMENT);
    }

    public static Optional<Churn> churn(Outcome outcome) {
        return outcome.match(CHURN);
    }

    private OutcomeKinds() {}
}
