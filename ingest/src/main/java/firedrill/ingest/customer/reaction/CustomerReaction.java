package firedrill.ingest.customer.reaction;

import firedrill.ingest.customer.ChurnParameters;
import firedrill.ingest.customer.ComplaintParameters;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.FrictionParameters;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.exchange.api.PendingRequest;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.Repeated;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Customer reactions to step-up, hold, limit and refusal: complaint, retry, churn, friendly fraud. */
public final class CustomerReaction implements Actor {

    private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final long SECOND_MILLIS = TimeUnit.SECONDS.toMillis(1);

    /** Draws by the key of an intent, repeated for each attempt. */
    @Repeated
    private enum ReactionDraw implements DrawIndex {
        PASSES,
        CHALLENGE_TIME,
        RETRIES,
        RETRY_DELAY,
        VOICES,
        COMPLAINT_DELAY,
        REPORTS_FRAUD,
        REPORT_DELAY;

        @Override
        public long index() {
            return ordinal();
        }

        @Override
        public long stride() {
            return 8;
        }
    }

    private final ExchangeApi exchange;
    private final ChurnModel churnModel;
    private final FrictionParameters friction;
    private final ComplaintParameters complaints;
    private final ChurnParameters churn;
    private final RandomStream draws;
    /** Holds in force, by event id. */
    private final Map<Long, Wait> waits = new HashMap<>();

    /**
     * A hold or a review in force.
     *
     * @param probability of departure at its first evaluation
     */
    private record Wait(long holdMillis, double probability, boolean isAnnoyed) {}

    public CustomerReaction(CustomerContext context, ChurnModel churnModel) {
        this.churnModel = churnModel;
        exchange = context.exchange();
        friction = context.parameters().friction();
        complaints = context.parameters().complaints();
        churn = context.parameters().churn();
        draws = context.random().stream(ReactionStream.REACTION);
    }

    @Override
    public Optional<String> typology() {
        return Optional.empty();
    }

    @Override
    public ChallengeResponse onChallenge(PendingRequest request) {
        double seconds = friction.stepUpMinSeconds()
                + exponential(friction.stepUpExtraMeanSeconds(), request, ReactionDraw.CHALLENGE_TIME);
        return new ChallengeResponse(bernoulli(friction.stepUpPassProbability(), request, ReactionDraw.PASSES), (long)
                (seconds * SECOND_MILLIS));
    }

    /** The customer knows the duration; annoyance is evaluated after the first hour and again at the end of the hold. */
    @Override
    public long onHold(PendingRequest request, long holdMillis) {
        long eventId = request.event().id();
        waits.put(eventId, new Wait(holdMillis, ChurnModel.NOT_EVALUATED, false));
        if (holdMillis > HOUR_MILLIS) {
            exchange.schedule(exchange.nowMillis() + HOUR_MILLIS, () -> {
                waits.computeIfPresent(eventId, (id, wait) -> evaluateWait(request, wait));
            });
        }
        return NO_RECALL;
    }

    /** Both evaluations use the same draw, so the second one adds only those whom a later price move annoys. */
    private Wait evaluateWait(PendingRequest request, Wait wait) {
        double base = request.isOrder() ? churn.afterRefusedOrder() : churn.afterHold(wait.holdMillis());
        var annoyance = churnModel.evaluate(request, base, wait.probability());
        if (annoyance.isAnnoyed() && !wait.isAnnoyed()) {
            complain(request);
        }
        return new Wait(wait.holdMillis(), annoyance.probability(), wait.isAnnoyed() || annoyance.isAnnoyed());
    }

    @Override
    public void onSettlement(PendingRequest request, Action action, Disposition disposition) {
        Optional.ofNullable(waits.remove(request.event().id())).ifPresent(wait -> evaluateWait(request, wait));
        switch (disposition) {
            case REFUSED -> onRefusal(request);
            case ABANDONED -> onAbandonment(request);
            case LIMITED -> onLimit(request);
            case RELEASED -> onRelease(request, action);
            case RECALLED -> {
                // Only owners of stolen accounts recall a request; a customer's own request is never recalled.
            }
        }
    }

    private void onRelease(PendingRequest request, Action action) {
        if (action == Action.STEP_UP) {
            annoy(request, churn.afterStepUp());
        }
        reportFraud(request);
    }

    /** A departed customer abandons silently. */
    private void onAbandonment(PendingRequest request) {
        if (!request.user().isActive()) {
            return;
        }
        annoy(request, request.isOrder() ? churn.afterRefusedOrder() : churn.afterHoldBelow1Hour());
        retry(request, friction.retryAfterFailedStepUp());
    }

    private void onLimit(PendingRequest request) {
        annoy(request, churn.afterLimit());
        retry(request, friction.retryAfterRefusal());
    }

    private void onRefusal(PendingRequest request) {
        annoy(request, request.isOrder() ? churn.afterRefusedOrder() : churn.afterRefusedWithdrawal());
        retry(request, friction.retryAfterRefusal());
    }

    private void annoy(PendingRequest request, double base) {
        if (churnModel.evaluate(request, base).isAnnoyed()) {
            complain(request);
        }
    }

    /** Some of the annoyed say so; the others leave or stay in silence. */
    private void complain(PendingRequest request) {
        if (bernoulli(complaints.voicedShare(), request, ReactionDraw.VOICES)) {
            long at = afterMinutes(complaints.meanMinutes(), request, ReactionDraw.COMPLAINT_DELAY);
            long userId = request.user().id();
            long eventId = request.event().id();
            exchange.schedule(at, () -> exchange.publish(new Complaint(userId, at, eventId)));
        }
    }

    /** Friendly fraud or forgetfulness: a legitimate withdrawal is reported as theft. */
    private void reportFraud(PendingRequest request) {
        if (request.isOrder() || !bernoulli(friction.friendlyFraudRate(), request, ReactionDraw.REPORTS_FRAUD)) {
            return;
        }
        double hours = draws.logNormal(
                friction.friendlyReportMedianHours(),
                friction.friendlyReportSigma(),
                request.intent().key(),
                ReactionDraw.REPORT_DELAY,
                request.intent().attempt());
        long at = exchange.nowMillis() + 1 + (long) (hours * HOUR_MILLIS);
        long userId = request.user().id();
        long eventId = request.event().id();
        exchange.schedule(at, () -> exchange.publish(new FraudReport(userId, at, eventId)));
    }

    /** After a limit the whole amount is requested again, not only the rest. */
    private void retry(PendingRequest request, double probability) {
        if (request.intent().attempt() < friction.maxRetries()
                && bernoulli(probability, request, ReactionDraw.RETRIES)) {
            exchange.schedule(
                    afterMinutes(friction.retryMeanMinutes(), request, ReactionDraw.RETRY_DELAY),
                    () -> submitAgain(request));
        }
    }

    private void submitAgain(PendingRequest request) {
        Intent intent = request.intent().retry(request.intent().session());
        Runnable submission = request.event()
                .match(
                        order -> () -> exchange.placeOrder(intent, orderIntent(request, order)),
                        withdrawal -> () -> exchange.withdraw(
                                intent, request.asset(), withdrawal.addressId(), withdrawal.amountCents()));
        submission.run();
    }

    private static OrderIntent orderIntent(PendingRequest request, Order order) {
        OrderDetails details = order.details();
        double offsetBps = details.type() == OrderDetails.OrderType.LIMIT ? details.offsetBps() : 0;
        return new OrderIntent(
                request.referenceCoin(),
                order.side(),
                order.notionalCents(),
                details.type(),
                offsetBps,
                details.counterpartyId(),
                0,
                details.apiKeyId());
    }

    private boolean bernoulli(double probability, PendingRequest request, ReactionDraw draw) {
        return draws.bernoulli(
                probability, request.intent().key(), draw, request.intent().attempt());
    }

    private double exponential(double mean, PendingRequest request, ReactionDraw draw) {
        return draws.exponential(
                mean, request.intent().key(), draw, request.intent().attempt());
    }

    private long afterMinutes(double meanMinutes, PendingRequest request, ReactionDraw draw) {
        return exchange.nowMillis() + 1 + (long) (exponential(meanMinutes, request, draw) * MINUTE_MILLIS);
    }
}
