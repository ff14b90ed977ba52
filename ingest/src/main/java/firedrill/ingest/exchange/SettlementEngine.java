package firedrill.ingest.exchange;

import firedrill.ingest.account.Wallet;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Outcome.StepUpResult;
import firedrill.ingest.exchange.ExchangeParameters.ReviewParameters;
import firedrill.ingest.exchange.api.Actor.ChallengeResponse;
import firedrill.ingest.exchange.api.PendingRequest;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Applies decisions to pending orders and withdrawals, and settles each exactly once. */
final class SettlementEngine {

    /** Upper bound of a hold, longer than any run. */
    private static final long MAX_HOLD_MILLIS = TimeUnit.DAYS.toMillis(365);

    private final SimulationScheduler scheduler;
    private final PricePath prices;
    private final ExchangeListener listener;
    private final OrderExecution execution;
    private final long failOpenLimitCents;
    private final Map<Long, PendingRequest> awaiting = new HashMap<>();
    /** Requests whose deadline has passed, still without an answer. */
    private final Map<Long, PendingRequest> overdue = new HashMap<>();

    /** Requests in review or queued for it. */
    private final Map<Long, PendingRequest> reviewing = new HashMap<>();

    private final ReviewParameters reviewParameters;
    private final ReviewQueue reviews;
    private final RandomStream verdicts;
    private int unsettled;

    SettlementEngine(
            SimulationScheduler scheduler,
            PricePath prices,
            ExchangeListener listener,
            OrderExecution execution,
            RandomSource randomSource,
            ExchangeSettings settings) {
        this.scheduler = scheduler;
        this.prices = prices;
        this.listener = listener;
        this.execution = execution;
        failOpenLimitCents = settings.failOpenLimitCents();
        reviewParameters = settings.world().exchange().review();
        reviews = new ReviewQueue(
                scheduler, reviewParameters, ReviewQueue.analystsFor(reviewParameters, settings.users()));
        verdicts = randomSource.stream(ExchangeStream.REVIEW_VERDICT);
    }

    int awaitingAnswerCount() {
        return awaiting.size() + overdue.size();
    }

    /** Cases that no analyst has begun. */
    int pendingReviewCount() {
        return reviews.pendingCount();
    }

    int unsettledCount() {
        return unsettled;
    }

    void register(PendingRequest request) {
        awaiting.put(request.event().id(), request);
        unsettled++;
    }

    /** Applies an answer; false if the event does not await one. */
    boolean apply(Answer answer) {
        PendingRequest request = awaiting.remove(answer.eventId());
        if (request == null) {
            request = overdue.remove(answer.eventId());
        }
        if (request == null) {
            return false;
        }
        dispatch(answer, request);
        return true;
    }

    private void dispatch(Answer answer, PendingRequest request) {
        switch (answer.action()) {
            case ALLOW -> settle(request, Action.ALLOW, Disposition.RELEASED);
            case BLOCK -> settle(request, Action.BLOCK, Disposition.REFUSED);
            case STEP_UP -> challenge(request);
            case LIMIT -> limit(request, answer.limitCents());
            case HOLD -> hold(request, Math.min(answer.holdMillis(), MAX_HOLD_MILLIS));
            case REVIEW -> review(request);
        }
    }

    /** Fail mode: orders up to the limit pass, all other requests keep waiting. */
    void applyFailMode(long eventId) {
        PendingRequest request = awaiting.remove(eventId);
        if (request == null) {
            return;
        }
        boolean isPassed = request.isOrder() && request.event().amountCents() <= failOpenLimitCents;
        listener.onOutcome(new MissedDeadline(request.user().id(), scheduler.nowMillis(), eventId, isPassed));
        if (isPassed) {
            settle(request, Action.ALLOW, Disposition.RELEASED);
        } else {
            overdue.put(eventId, request);
        }
    }

    private void challenge(PendingRequest request) {
        ChallengeResponse challenge = request.intent().actor().onChallenge(request);
        scheduler.schedule(scheduler.nowMillis() + challenge.delayMillis(), () -> {
            boolean isPassed = challenge.isPassed() && !isGivenUp(request);
            listener.onOutcome(new StepUpResult(
                    request.user().id(), scheduler.nowMillis(), request.event().id(), isPassed));
            settle(request, Action.STEP_UP, isPassed ? Disposition.RELEASED : Disposition.ABANDONED);
        });
    }

    private void review(PendingRequest request) {
        long eventId = request.event().id();
        reviewing.put(eventId, request);
        long recallMillis = request.intent().actor().onHold(request, reviews.expectedWaitMillis());
        if (recallMillis < MAX_HOLD_MILLIS) {
            scheduler.schedule(scheduler.nowMillis() + recallMillis, () -> recall(request));
        }
        reviews.add(() -> reviewing.containsKey(eventId), () -> conclude(request));
    }

    private void recall(PendingRequest request) {
        if (reviewing.remove(request.event().id()) != null) {
            settle(request, Action.REVIEW, Disposition.RECALLED);
        }
    }

    /** The verdict is correct with the probability of the parameters, independently of the case. */
    private void conclude(PendingRequest request) {
        reviewing.remove(request.event().id());
        boolean isFraud = request.intent().actor().typology().isPresent();
        boolean isCorrect = verdicts.bernoulli(
                isFraud ? reviewParameters.sensitivity() : reviewParameters.specificity(),
                request.intent().key(),
                SingleDraw.VALUE,
                request.intent().attempt());
        boolean isCalledFraud = isFraud == isCorrect;
        listener.onOutcome(new ReviewVerdict(
                request.user().id(), scheduler.nowMillis(), request.event().id(), isCalledFraud));
        settle(request, Action.REVIEW, isCalledFraud ? Disposition.REFUSED : Disposition.RELEASED);
    }

    private void hold(PendingRequest request, long holdMillis) {
        long recallMillis = request.intent().actor().onHold(request, holdMillis);
        boolean isRecalled = recallMillis < holdMillis;
        Disposition disposition = isRecalled ? Disposition.RECALLED : Disposition.RELEASED;
        scheduler.schedule(
                scheduler.nowMillis() + Math.min(recallMillis, holdMillis),
                () -> settle(request, Action.HOLD, disposition));
    }

    /** A limit of at least the amount, or on a request that is given up, settles the whole request. */
    private void limit(PendingRequest request, long limitCents) {
        if (limitCents >= request.event().amountCents() || isGivenUp(request)) {
            settle(request, Action.LIMIT, Disposition.RELEASED);
            return;
        }
        double share = (double) limitCents / request.event().amountCents();
        settle(request, Action.LIMIT, Disposition.LIMITED, (long) (request.quantity() * share), limitCents);
    }

    private void settle(PendingRequest request, Action action, Disposition disposition) {
        boolean isReleased = disposition == Disposition.RELEASED;
        Disposition end = isReleased && isGivenUp(request) ? Disposition.ABANDONED : disposition;
        long released = end == Disposition.RELEASED ? request.quantity() : 0;
        settle(request, action, end, released, request.event().amountCents());
    }

    /** An order of a departed user is given up; a withdrawal is still owed. */
    private static boolean isGivenUp(PendingRequest request) {
        return request.isOrder() && !request.user().isActive();
    }

    private void settle(
            PendingRequest request, Action action, Disposition disposition, long releasedQuantity, long amountCents) {
        unsettled--;
        move(request, releasedQuantity, amountCents);
        listener.onOutcome(new Settlement(
                request.user().id(),
                scheduler.nowMillis(),
                request.event().id(),
                disposition,
                amountCents,
                Math.round(amountCents * request.adverseMove(prices))));
        request.intent().actor().onSettlement(request, action, disposition);
    }

    private void move(PendingRequest request, long releasedQuantity, long amountCents) {
        Wallet wallet = request.user().wallet();
        wallet.release(request.asset(), request.quantity() - releasedQuantity);
        Optional<Order> executed = request.event().match(Optional::of, withdrawal -> Optional.<Order>empty());
        if (releasedQuantity > 0 && executed.isPresent()) {
            execution.execute(request.user(), executed.get(), request.asset(), releasedQuantity, amountCents);
        } else {
            wallet.debitReserved(request.asset(), releasedQuantity);
        }
    }
}
