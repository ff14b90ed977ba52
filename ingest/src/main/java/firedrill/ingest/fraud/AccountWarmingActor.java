package firedrill.ingest.fraud;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.PendingRequest;
import java.util.Optional;

/** Who stands behind the everyday life of a ring's account: no fraud yet, and nobody who would be hurt or complain. */
final class AccountWarmingActor implements Actor {

    private static final long STEP_UP_DELAY_MILLIS = 60_000;

    @Override
    public Optional<String> typology() {
        return Optional.empty();
    }

    @Override
    public ChallengeResponse onChallenge(PendingRequest request) {
        return new ChallengeResponse(true, STEP_UP_DELAY_MILLIS);
    }

    @Override
    public long onHold(PendingRequest request, long holdMillis) {
        return NO_RECALL;
    }

    @Override
    public void onSettlement(PendingRequest request, Action action, Disposition disposition) {
        // It was only for show.
    }
}
