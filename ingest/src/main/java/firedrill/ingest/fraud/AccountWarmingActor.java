package firedrill.ingest.fraud;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.PendingRequest;
import java.util.Optional;

/** Actor behind account warming: no fraud yet, passes every step-up, never complains. */
final class AccountWarmingActor implements Actor {

    private final long stepUpMillis;

    AccountWarmingActor(double stepUpSeconds) {
        stepUpMillis = (long) (stepUpSeconds * 1_000);
    }

    @Override
    public Optional<String> typology() {
        return Optional.empty();
    }

    @Override
    public ChallengeResponse onChallenge(PendingRequest request) {
        return new ChallengeResponse(true, stepUpMillis);
    }

    @Override
    public long onHold(PendingRequest request, long holdMillis) {
        return NO_RECALL;
    }

    @Override
    public void onSettlement(PendingRequest request, Action action, Disposition disposition) {
        // No reaction.
    }
}
