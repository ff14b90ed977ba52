package firedrill.ingest.customer.reaction;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.ComplaintParameters;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.TheftParameters;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;

/** Reaction of the victim of a theft once the victim has noticed it: complaint and churn. */
public final class TheftReaction {

    private final ExchangeApi exchange;
    private final ChurnModel churnModel;
    private final TheftParameters theft;
    private final ComplaintParameters complaints;
    private final RandomStream voices;

    public TheftReaction(CustomerContext context, ChurnModel churnModel) {
        this.churnModel = churnModel;
        exchange = context.exchange();
        theft = context.parameters().theft();
        complaints = context.parameters().complaints();
        voices = context.random().stream(ReactionStream.THEFT);
    }

    /**
     * The victim notices the theft now; to be called once for each theft.
     *
     * @param theftKey key of the draws
     * @param isAuthorised whether the victim was persuaded to send the money
     */
    public void notice(User victim, long eventId, long theftKey, boolean isAuthorised) {
        var annoyance = churnModel.evaluateTheft(victim, eventId, theftKey, theft.churnProbability(isAuthorised));
        if (annoyance.isAnnoyed() && voices.bernoulli(complaints.voicedShare(), theftKey, SingleDraw.VALUE)) {
            exchange.publish(new Complaint(victim.id(), exchange.nowMillis(), eventId));
        }
    }
}
