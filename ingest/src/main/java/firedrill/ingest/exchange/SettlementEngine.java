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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What becomes of orders and withdrawals: each waits for an answer, and is settled exactly once. */
final class SettlementEngine {

    /** Whoever holds for longer holds for as long as any run lasts. */
    private static final long LONGEST_HOLD_MILLIS = TimeUnit.DAYS.toMillis(365);

    private final SimulationScheduler agenda;
    private final PricePath prices;
    private final ExchangeListener tape;
    private final OrderExecution fills;
    private final long passUnansweredOrdersUpToCents;
    private final Map<Long, PendingRequest> awaiting = new HashMap<>();
    /** Those that missed their deadline and go on waiting. */
    private final Map<Long, PendingRequest> overdue = new HashMap<>();

    /** Those before an analyst, or on the way there. */
    private final Map<Long, PendingRequest> reviewing = new HashMap<>();

    private final ReviewParameters reviewParameters;
    private final ReviewQueue reviews;
    private final RandomStream verdicts;
    private int unsettled;

    SettlementEngine(
            SimulationScheduler agenda,
            PricePath prices,
            ExchangeListener tape,
            OrderExecution fills,
            RandomSource chance,
            ExchangeSettings settings) {
        this.agenda = agenda;
        this.prices = prices;
        this.tape = tape;
        this.fills = fills;
        passUnansweredOrdersUpToCents = settings.failOpenLimitCents();
        reviewParameters = settings.world().exchange().review();
        reviews = new ReviewQueue(
                agenda, reviewParameters, ReviewQueue.analystsFor(reviewParameters, settings.users()));
        verdicts = chance.stream("exchange.verdict");
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

    /** Does as it is told; false if the event does not wait for an answer. */
    boolean apply(Answer answer) {
        PendingRequest request = awaiting.remove(answer.eventId());
        if (request == null) {
            request = overdue.remove(answer.eventId());
        }
        if (request == null) {
            return false;
        }
        follow(answer, request);
        return true;
    }

    private void follow(Answer answer, PendingRequest request) {
        switch (answer.action()) {
            case ALLOW -> settle(request, Action.ALLOW, Disposition.RELEASED);
            case BLOCK -> settle(request, Action.BLOCK, Disposition.REFUSED);
            case STEP_UP -> challenge(request);
            case LIMIT -> limit(request, answer.limitCents());
            case HOLD -> hold(request, Math.min(answer.holdMillis(), LONGEST_HOLD_MILLIS));
            case REVIEW -> review(request);
        }
    }

    /** The fail mode: small orders pass, everything else goes on waiting. */
    void applyFailMode(long eventId) {
        PendingRequest request = awaiting.remove(eventId);
        if (request == null) {
            return;
        }
        boolean passes = request.isOrder() && request.event().amountCents() <= passUnansweredOrdersUpToCents;
        tape.onOutcome(new MissedDeadline(request.user().id(), agenda.nowMillis(), eventId, passes));
        if (passes) {
            settle(request, Action.ALLOW, Disposition.RELEASED);
        } else {
            overdue.put(eventId, request);
        }
    }

    private void challenge(PendingRequest request) {
        ChallengeResponse challenge = request.intent().actor().onChallenge(request);
        agenda.schedule(agenda.nowMillis() + challenge.delayMillis(), () -> {
            boolean isPassed = challenge.isPassed() && !isGivenUp(request);
            tape.onOutcome(new StepUpResult(
                    request.user().id(), agenda.nowMillis(), request.event().id(), isPassed));
            settle(request, Action.STEP_UP, isPassed ? Disposition.RELEASED : Disposition.ABANDONED);
        });
    }

    private void review(PendingRequest request) {
        long eventId = request.event().id();
        reviewing.put(eventId, request);
        long recallMillis = request.intent().actor().onHold(request, reviews.expectedWaitMillis());
        if (recallMillis < LONGEST_HOLD_MILLIS) {
            agenda.schedule(agenda.nowMillis() + recallMillis, () -> recall(request));
        }
        reviews.add(() -> reviewing.containsKey(eventId), () -> judge(request));
    }

    private void recall(PendingRequest request) {
        if (reviewing.remove(request.event().id()) != null) {
            settle(request, Action.REVIEW, Disposition.RECALLED);
        }
    }

    /** Analysts are right as often as is assumed, whatever the case. */
    private void judge(PendingRequest request) {
        reviewing.remove(request.event().id());
        boolean isFraud = request.intent().actor().typology().isPresent();
        boolean isRight = verdicts.bernoulli(
                isFraud ? reviewParameters.sensitivity() : reviewParameters.specificity(),
                request.intent().key(),
                request.intent().attempt());
        boolean callsItFraud = isFraud == isRight;
        tape.onOutcome(new ReviewVerdict(
                request.user().id(), agenda.nowMillis(), request.event().id(), callsItFraud));
        settle(request, Action.REVIEW, callsItFraud ? Disposition.REFUSED : Disposition.RELEASED);
    }

    private void hold(PendingRequest request, long holdMillis) {
        long recallMillis = request.intent().actor().onHold(request, holdMillis);
        boolean isRecalled = recallMillis < holdMillis;
        Disposition disposition = isRecalled ? Disposition.RECALLED : Disposition.RELEASED;
        agenda.schedule(
                agenda.nowMillis() + Math.min(recallMillis, holdMillis),
                () -> settle(request, Action.HOLD, disposition));
    }

    /** At least all of it: the limit was no limit. Nor is it one to whoever wants nothing of it any more. */
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

    /** An order goes with its owner: nothing is traded for somebody who has left. A withdrawal is owed all the same. */
    private static boolean isGivenUp(PendingRequest request) {
        return request.isOrder() && !request.user().isActive();
    }

    private void settle(
            PendingRequest request, Action action, Disposition disposition, long releasedQuantity, long amountCents) {
        unsettled--;
        move(request, releasedQuantity, amountCents);
        tape.onOutcome(new Settlement(
                request.user().id(),
                agenda.nowMillis(),
                request.event().id(),
                disposition,
                amountCents,
                Math.round(amountCents * request.adverseMove(prices))));
        request.intent().actor().onSettlement(request, action, disposition);
    }

    private void move(PendingRequest request, long releasedQuantity, long amountCents) {
        Wallet wallet = request.user().wallet();
        wallet.release(request.asset(), request.quantity() - releasedQuantity);
        if (releasedQuantity > 0 && request.event() instanceof Order order) {
            fills.execute(request.user(), order, request.asset(), releasedQuantity, amountCents);
        } else {
            wallet.debitReserved(request.asset(), releasedQuantity);
        }
    }
}
