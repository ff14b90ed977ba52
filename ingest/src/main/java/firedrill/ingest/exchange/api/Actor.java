package firedrill.ingest.exchange.api;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import java.util.Optional;

/** Whoever stands behind an order or a withdrawal, and how that person takes what the exchange does with it. */
public interface Actor {

    /** What {@link #onHold} says when the account's owner will not recall it. */
    long NO_RECALL = Long.MAX_VALUE;

    /** The name of the fraud; empty for an honest user. */
    Optional<String> typology();

    /** Which ring it is; 0 for nobody's. */
    default long ringId() {
        return 0;
    }

    /** Of a fraudulent event: the dollars that are lost if it is let through, in cents. */
    default long atRiskCents(DecisionRequest event) {
        return 0;
    }

    /** How a challenge ends, and when. */
    ChallengeResponse onChallenge(PendingRequest request);

    /**
     * Told that the request waits for {@code holdMillis}.
     *
     * @return after how long the account's owner recalls it, if the hold lasts that long
     */
    long onHold(PendingRequest request, long holdMillis);

    /** Told that the request is over; {@code action} is what the exchange had done with it. */
    void onSettlement(PendingRequest request, Action action, Disposition disposition);

    /** How a challenge ends, and how long it takes. */
    record ChallengeResponse(boolean isPassed, long delayMillis) {}
}
