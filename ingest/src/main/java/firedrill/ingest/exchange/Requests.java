package firedrill.ingest.exchange;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Outcome.StepUpResult;
import firedrill.ingest.event.Outcome.Verdict;
import firedrill.ingest.market.Asset;
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

    /** Until an analyst has looked. */
    private static final long REVIEW_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final Agenda agenda;
    private final PricePath prices;
    private final Tape tape;
    private final long passUnansweredOrdersUpToCents;
    private final Map<Long, Request> awaiting = new HashMap<>();
    /** Those that missed their deadline and go on waiting. */
    private final Map<Long, Request> overdue = new HashMap<>();

    private int unsettled;

    Requests(Agenda agenda, PricePath prices, Tape tape, long passUnansweredOrdersUpToCents) {
        this.agenda = agenda;
        this.prices = prices;
        this.tape = tape;
        this.passUnansweredOrdersUpToCents = passUnansweredOrdersUpToCents;
    }

    int awaiting() {
        return awaiting.size() + overdue.size();
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
            tape.outcome(new StepUpResult(
                    request.user().id(), agenda.nowMillis(), request.event().id(), challenge.passed()));
            settle(request, Action.STEP_UP, challenge.passed() ? Disposition.RELEASED : Disposition.ABANDONED);
        });
    }

    private void review(Request request) {
        request.ask().asker().held(request, REVIEW_MILLIS);
        agenda.at(agenda.nowMillis() + REVIEW_MILLIS, () -> {
            boolean isFraud = request.ask().asker().typology().isPresent();
            tape.outcome(new Verdict(
                    request.user().id(), agenda.nowMillis(), request.event().id(), isFraud));
            settle(request, Action.REVIEW, isFraud ? Disposition.REFUSED : Disposition.RELEASED);
        });
    }

    private void hold(Request request, long holdMillis) {
        long recallMillis = request.ask().asker().held(request, holdMillis);
        boolean isRecalled = recallMillis < holdMillis;
        Disposition disposition = isRecalled ? Disposition.RECALLED : Disposition.RELEASED;
        agenda.at(
                agenda.nowMillis() + Math.min(recallMillis, holdMillis),
                () -> settle(request, Action.HOLD, disposition));
    }

    /** At least all of it: the limit was no limit. */
    private void limit(Request request, long limitCents) {
        if (limitCents >= request.event().amountCents()) {
            settle(request, Action.LIMIT, Disposition.RELEASED);
            return;
        }
        double share = (double) limitCents / request.event().amountCents();
        settle(request, Action.LIMIT, Disposition.LIMITED, (long) (request.quantity() * share), limitCents);
    }

    private void settle(Request request, Action action, Disposition disposition) {
        long released = disposition == Disposition.RELEASED ? request.quantity() : 0;
        settle(request, action, disposition, released, request.event().amountCents());
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
        wallet.spend(request.asset(), releasedQuantity);
        if (releasedQuantity > 0 && request.event() instanceof Order order) {
            long feeCents = Economics.orderFeeCents(amountCents);
            long worthCents = request.asset().valueCents(releasedQuantity, prices);
            Asset bought = order.side() == Side.BUY ? request.coin() : Asset.CASH;
            wallet.add(bought, bought.quantity(Math.max(0, worthCents - feeCents), prices));
        }
    }
}
