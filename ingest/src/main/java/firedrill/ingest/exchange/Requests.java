package firedrill.ingest.exchange;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Outcome.StepUpResult;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.population.Asker.Challenge;
import firedrill.ingest.population.Asset;
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
            case HOLD -> hold(request, Math.min(answer.holdMillis(), LONGEST_HOLD_MILLIS));
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

    private void hold(Request request, long holdMillis) {
        long recallMillis = request.ask().asker().held(request, holdMillis);
        boolean isRecalled = recallMillis < holdMillis;
        Disposition disposition = isRecalled ? Disposition.RECALLED : Disposition.RELEASED;
        agenda.at(
                agenda.nowMillis() + Math.min(recallMillis, holdMillis),
                () -> settle(request, Action.HOLD, disposition));
    }

    private void settle(Request request, Action action, Disposition disposition) {
        unsettled--;
        long priceCents = prices.now().priceCents();
        move(request, disposition, priceCents);
        long amountCents = request.event().amountCents();
        tape.outcome(new Settlement(
                request.user().id(),
                agenda.nowMillis(),
                request.event().id(),
                disposition,
                amountCents,
                Math.round(amountCents * request.adverseMove(priceCents))));
        request.ask().asker().settled(request, action, disposition);
    }

    private static void move(Request request, Disposition disposition, long priceCents) {
        Wallet wallet = request.user().wallet();
        if (disposition != Disposition.RELEASED) {
            wallet.giveBack(request.asset(), request.quantity());
            return;
        }
        wallet.spend(request.asset(), request.quantity());
        if (request.event() instanceof Order order) {
            long feeCents = Economics.orderFeeCents(order.notionalCents());
            long worthCents = request.asset().valueCents(request.quantity(), priceCents);
            Asset bought = order.side() == Side.BUY ? Asset.COIN : Asset.CASH;
            wallet.add(bought, bought.quantity(Math.max(0, worthCents - feeCents), priceCents));
        }
    }
}
