package firedrill.ingest.exchange.api;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import java.util.Optional;

/** The party behind a request: its ground truth, and its reactions to the exchange's actions. */
public interface Actor {

    /** Return value of {@link #onHold}: never recalled. */
    long NO_RECALL = Long.MAX_VALUE;

    /** Label of the fraud typology; empty for a legitimate request. */
    Optional<String> typology();

    /** Id of the fraud ring; 0 if none. */
    default long ringId() {
        return 0;
    }

    /** The same for all requests of one attack on one account: a chain of attempts. */
    default long theftId(DecisionRequest event) {
        return event.id();
    }

    /** Whether the money is illicit, but stolen neither from the exchange nor from its customers. */
    default boolean isLaundering() {
        return false;
    }

    /** Loss in cents if a fraudulent event is allowed; 0 for a legitimate one. */
    default long atRiskCents(DecisionRequest event) {
        return 0;
    }

    /** Called when the request is challenged; returns the outcome of the challenge and its delay. */
    ChallengeResponse onChallenge(PendingRequest request);

    /**
     * Called when the request is held for {@code holdMillis}.
     *
     * @return the time in milliseconds after which the account's owner recalls it, if the hold lasts that long
     */
    long onHold(PendingRequest request, long holdMillis);

    /** Called when the request is settled; {@code action} is the decision that was applied. */
    void onSettlement(PendingRequest request, Action action, Disposition disposition);

    /** Outcome of a challenge. */
    record ChallengeResponse(boolean isPassed, long delayMillis) {}
}
