package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Ticket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How honest users take friction: they pass challenges, wait, try again, complain, and some leave. Few of those who are
 * let through say later that it was not them.
 */
final class Friction implements Asker {

    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final long WEEK = TimeUnit.DAYS.toMillis(7);

    private enum Question {
        PASSES,
        ANSWER_TIME,
        RETRIES,
        RETRY_TIME,
        COMPLAINS,
        COMPLAINT_TIME,
        DENIES,
        DENIAL_TIME
    }

    private final Floor floor;
    private final Leaving leaving;
    private final Draws draws;
    /** The events that are held, and how long their users were told to wait. */
    private final Map<Long, Long> waiting = new HashMap<>();

    Friction(Floor floor, Leaving leaving, Chance chance) {
        this.floor = floor;
        this.leaving = leaving;
        draws = chance.about("population.friction");
    }

    @Override
    public Optional<String> typology() {
        return Optional.empty();
    }

    @Override
    public Challenge challenged(Request request) {
        double seconds = Assumptions.STEP_UP_LEAST_SECONDS
                + exponential(Assumptions.STEP_UP_MORE_MEAN_SECONDS, request, Question.ANSWER_TIME);
        return new Challenge(happens(Assumptions.STEP_UP_PASSED, request, Question.PASSES), (long) (seconds * 1_000));
    }

    /** The user is told how long, and makes up a mind after an hour of it, and once more when it ends. */
    @Override
    public long held(Request request, long holdMillis) {
        complain(request, Assumptions.COMPLAINT_AFTER_HOLD);
        long eventId = request.event().id();
        waiting.put(eventId, holdMillis);
        if (holdMillis > HOUR) {
            floor.at(floor.nowMillis() + HOUR, () -> {
                if (waiting.containsKey(eventId)) {
                    judgeHold(request, holdMillis);
                }
            });
        }
        return NEVER;
    }

    /** The same draw each time, so to judge again makes only those leave whom a price that moved meanwhile makes leave. */
    private void judgeHold(Request request, long holdMillis) {
        leaving.consider(
                request, request.isOrder() ? Assumptions.LEAVES_AFTER_ORDER_REFUSED : leavesAfterHold(holdMillis));
    }

    private static double leavesAfterHold(long holdMillis) {
        if (holdMillis < HOUR) {
            return Assumptions.LEAVES_AFTER_HOLD_BELOW_1_HOUR;
        }
        if (holdMillis <= DAY) {
            return Assumptions.LEAVES_AFTER_HOLD_BELOW_1_DAY;
        }
        return holdMillis <= WEEK ? Assumptions.LEAVES_AFTER_LONGER_HOLD : Assumptions.LEAVES_AFTER_HOLD_BEYOND_7_DAYS;
    }

    @Override
    public void settled(Request request, Action action, Disposition disposition) {
        Optional.ofNullable(waiting.remove(request.event().id()))
                .ifPresent(holdMillis -> judgeHold(request, holdMillis));
        switch (disposition) {
            case REFUSED -> refused(request);
            case ABANDONED -> abandoned(request);
            case LIMITED -> limited(request);
            case RELEASED -> {
                if (action == Action.STEP_UP) {
                    passed(request);
                }
                deny(request);
            }
            case RECALLED -> {
                // No honest user recalls what is held; whoever does is the owner of a stolen account.
            }
        }
    }

    private void passed(Request request) {
        complain(request, Assumptions.COMPLAINT_AFTER_STEP_UP);
        leaving.consider(request, Assumptions.LEAVES_AFTER_STEP_UP);
    }

    /** Whoever has left gives up without a word. */
    private void abandoned(Request request) {
        if (!request.user().isActive()) {
            return;
        }
        complain(request, Assumptions.COMPLAINT_AFTER_STEP_UP);
        leaving.consider(
                request,
                request.isOrder()
                        ? Assumptions.LEAVES_AFTER_ORDER_REFUSED
                        : Assumptions.LEAVES_AFTER_HOLD_BELOW_1_HOUR);
        retry(request, Assumptions.RETRY_AFTER_FAILED_STEP_UP);
    }

    /** A part went through: milder than waiting for everything. Some try to get the rest. */
    private void limited(Request request) {
        complain(request, Assumptions.COMPLAINT_AFTER_LIMIT);
        leaving.consider(request, Assumptions.LEAVES_AFTER_LIMIT);
        retry(request, Assumptions.RETRY_AFTER_REFUSAL);
    }

    private void refused(Request request) {
        boolean isOrder = request.isOrder();
        complain(
                request,
                isOrder ? Assumptions.COMPLAINT_AFTER_REFUSED_ORDER : Assumptions.COMPLAINT_AFTER_REFUSED_WITHDRAWAL);
        leaving.consider(
                request,
                isOrder ? Assumptions.LEAVES_AFTER_ORDER_REFUSED : Assumptions.LEAVES_AFTER_WITHDRAWAL_REFUSED);
        retry(request, Assumptions.RETRY_AFTER_REFUSAL);
    }

    /** All the more if the price has moved against the user meanwhile, or is why the user came. */
    private void complain(Request request, double base) {
        double odds = base / (1 - base);
        odds *= leaving.hasMovedAgainst(request) ? Assumptions.COMPLAINT_ODDS_AFTER_ADVERSE_MOVE : 1;
        if (happens(odds / (1 + odds), request, Question.COMPLAINS)) {
            long at = later(Assumptions.COMPLAINT_MEAN_MINUTES, request, Question.COMPLAINT_TIME);
            long userId = request.user().id();
            long eventId = request.event().id();
            floor.at(at, () -> floor.tell(new Complaint(userId, at, eventId)));
        }
    }

    /** Friendly fraud, or forgetfulness: an honest withdrawal is reported as theft. */
    private void deny(Request request) {
        if (request.isOrder() || !happens(Assumptions.FRIENDLY_FRAUD, request, Question.DENIES)) {
            return;
        }
        double hours = draws.logNormal(
                Assumptions.FRIENDLY_REPORT_MEDIAN_HOURS,
                Assumptions.FRIENDLY_REPORT_SIGMA,
                request.ask().key(),
                index(request, Question.DENIAL_TIME));
        long at = floor.nowMillis() + 1 + (long) (hours * HOUR);
        long userId = request.user().id();
        long eventId = request.event().id();
        floor.at(at, () -> floor.tell(new FraudReport(userId, at, eventId)));
    }

    private void retry(Request request, double probability) {
        if (request.ask().attempt() < Assumptions.MOST_RETRIES && happens(probability, request, Question.RETRIES)) {
            floor.at(later(Assumptions.RETRY_MEAN_MINUTES, request, Question.RETRY_TIME), () -> askAgain(request));
        }
    }

    private void askAgain(Request request) {
        Ask ask = request.ask().again(request.ask().session());
        if (request.event() instanceof Withdrawal withdrawal) {
            floor.withdraw(ask, request.asset(), withdrawal.addressId(), withdrawal.amountCents());
        } else if (request.event() instanceof Order order) {
            Ticket ticket = order.ticket();
            double offBps = ticket.kind() == Ticket.Kind.LIMIT ? ticket.offBps() : 0;
            floor.order(
                    ask,
                    new Draft(
                            request.coin(),
                            order.side(),
                            order.notionalCents(),
                            ticket.kind(),
                            offBps,
                            ticket.counterpartyId(),
                            0,
                            ticket.apiKeyId()));
        }
    }

    private boolean happens(double probability, Request request, Question question) {
        return draws.happens(probability, request.ask().key(), index(request, question));
    }

    private double exponential(double mean, Request request, Question question) {
        return draws.exponential(mean, request.ask().key(), index(request, question));
    }

    private long later(double meanMinutes, Request request, Question question) {
        return floor.nowMillis() + 1 + (long) (exponential(meanMinutes, request, question) * 60_000);
    }

    /** Each attempt is taken afresh. */
    private static long index(Request request, Question question) {
        return (long) request.ask().attempt() * Question.values().length + question.ordinal();
    }
}
