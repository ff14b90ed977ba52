package firedrill.ingest.exchange;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Outcome.StepUpResult;
import firedrill.ingest.event.Outcome.Verdict;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.population.Asker.Challenge;
import firedrill.ingest.population.Request;
import firedrill.ingest.population.Wallet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What becomes of orders and withdrawals: each waits for an answer, and is settled exactly once. */
final class Requests {

    /** Whoever holds for longer holds for as long as any run lasts. */
    private static final long LONGEST_HOLD_MILLIS = TimeUnit.DAYS.toMillis(365);

    private final Agenda agenda;
    private final PricePath prices;
    private final Tape tape;
    private final Fills fills;
    private final long passUnansweredOrdersUpToCents;
    private final Map<Long, Request> awaiting = new HashMap<>();
    /** Those that missed their deadline and go on waiting. */
    private final Map<Long, Request> overdue = new HashMap<>();

    /** Those before an analyst, or on the way there. */
    private final Map<Long, Request> reviewing = new HashMap<>();

    private final ReviewQueue reviews;
    private final Draws verdicts;
    private int unsettled;

    Requests(Agenda agenda, PricePath prices, Tape tape, Fills fills, Chance chance, ExchangeSettings settings) {
        this.agenda = agenda;
        this.prices = prices;
        this.tape = tape;
        this.fills = fills;
        passUnansweredOrdersUpToCents = settings.passUnansweredOrdersUpToCents();
        reviews = new ReviewQueue(agenda, ReviewQueue.analystsFor(settings.users()));
        verdicts = chance.about("exchange.verdict");
    }

    int awaiting() {
        return awaiting.size() + overdue.size();
    }

    /** Cases that no analyst has begun. */
    int waitingForReview() {
        return reviews.waiting();
    }

    int unsettled() {
        return unsettled;
    }

    void await(Request request) {
        awaiting.put(request.event().id(), request);
        unsettled++;
    }

    /** Does as it is told; false if the event does not wait for an answer. */
    boolean take(Answer answer) {
        Request request = awaiting.remove(answer.eventId());
        if (request == null) {
            request = overdue.remove(answer.eventId());
        }
        if (request == null) {
            return false;
        }
        follow(answer, request);
        return true;
    }

    private void follow(Answer answer, Request request) {
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
    void missDeadline(long eventId) {
        Request request = awaiting.remove(eventId);
        if (request == null) {
            return;
        }
        boolean passes = request.isOrder() && request.event().amountCents() <= passUnansweredOrdersUpToCents;
        tape.outcome(new MissedDeadline(request.user().id(), agenda.nowMillis(), eventId, passes));
        if (passes) {
            settle(request, Action.ALLOW, Disposition.RELEASED);
        } else {
            overdue.put(eventId, request);
        }
    }

    private void challenge(Request request) {
        Challenge challenge = request.ask().asker().challenged(request);
        agenda.at(agenda.nowMillis() + challenge.afterMillis(), () -> {
            boolean isPassed = challenge.passed() && !isGivenUp(request);
            tape.outcome(new StepUpResult(
                    request.user().id(), agenda.nowMillis(), request.event().id(), isPassed));
            settle(request, Action.STEP_UP, isPassed ? Disposition.RELEASED : Disposition.ABANDONED);
        });
    }

    private void review(Request request) {
        long eventId = request.event().id();
        reviewing.put(eventId, request);
        long recallMillis = request.ask().asker().held(request, reviews.expectedMillis());
        if (recallMillis < LONGEST_HOLD_MILLIS) {
            agenda.at(agenda.nowMillis() + recallMillis, () -> recall(request));
        }
        reviews.add(() -> reviewing.containsKey(eventId), () -> judge(request));
    }

    private void recall(Request request) {
        if (reviewing.remove(request.event().id()) != null) {
            settle(request, Action.REVIEW, Disposition.RECALLED);
        }
    }

    /** Analysts are right as often as is assumed, whatever the case. */
    private void judge(Request request) {
        reviewing.remove(request.event().id());
        boolean isFraud = request.ask().asker().typology().isPresent();
        boolean isRight = verdicts.happens(
                isFraud ? Assumptions.FRAUD_IS_SEEN : Assumptions.HONESTY_IS_SEEN,
                request.ask().key(),
                request.ask().attempt());
        boolean callsItFraud = isFraud == isRight;
        tape.outcome(new Verdict(
                request.user().id(), agenda.nowMillis(), request.event().id(), callsItFraud));
        settle(request, Action.REVIEW, callsItFraud ? Disposition.REFUSED : Disposition.RELEASED);
    }

    private void hold(Request request, long holdMillis) {
        long recallMillis = request.ask().asker().held(request, holdMillis);
        boolean isRecalled = recallMillis < holdMillis;
        Disposition disposition = isRecalled ? Disposition.RECALLED : Disposition.RELEASED;
        agenda.at(
                agenda.nowMillis() + Math.min(recallMillis, holdMillis),
                () -> settle(request, Action.HOLD, disposition));
    }

    /** At least all of it: the limit was no limit. Nor is it one to whoever wants nothing of it any more. */
    private void limit(Request request, long limitCents) {
        if (limitCents >= request.event().amountCents() || isGivenUp(request)) {
            settle(request, Action.LIMIT, Disposition.RELEASED);
            return;
        }
        double share = (double) limitCents / request.event().amountCents();
        settle(request, Action.LIMIT, Disposition.LIMITED, (long) (request.quantity() * share), limitCents);
    }

    private void settle(Request request, Action action, Disposition disposition) {
        boolean isReleased = disposition == Disposition.RELEASED;
        Disposition end = isReleased && isGivenUp(request) ? Disposition.ABANDONED : disposition;
        long released = end == Disposition.RELEASED ? request.quantity() : 0;
        settle(request, action, end, released, request.event().amountCents());
    }

    /** An order goes with its owner: nothing is traded for somebody who has left. A withdrawal is owed all the same. */
    private static boolean isGivenUp(Request request) {
        return request.isOrder() && !request.user().isActive();
    }

    private void settle(
            Request request, Action action, Disposition disposition, long releasedQuantity, long amountCents) {
        unsettled--;
        move(request, releasedQuantity, amountCents);
        tape.outcome(new Settlement(
                request.user().id(),
                agenda.nowMillis(),
                request.event().id(),
                disposition,
                amountCents,
                Math.round(amountCents * request.adverseMove(prices))));
        request.ask().asker().settled(request, action, disposition);
    }

    private void move(Request request, long releasedQuantity, long amountCents) {
        Wallet wallet = request.user().wallet();
        wallet.giveBack(request.asset(), request.quantity() - releasedQuantity);
        if (releasedQuantity > 0 && request.event() instanceof Order order) {
            fills.fill(request.user(), order, request.asset(), releasedQuantity, amountCents);
        } else {
            wallet.spend(request.asset(), releasedQuantity);
        }
    }
}
