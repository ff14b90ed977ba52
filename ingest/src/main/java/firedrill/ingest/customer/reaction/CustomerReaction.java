package firedrill.ingest.customer.reaction;

import firedrill.ingest.account.CustomerParameters;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.exchange.api.PendingRequest;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How honest users take friction: they pass challenges, wait, try again, complain, and some leave. Few of those who are
 * let through say later that it was not them.
 */
public final class CustomerReaction implements Actor {

    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final long WEEK = TimeUnit.DAYS.toMillis(7);

    private enum ReactionDraw {
        PASSES,
        ANSWER_TIME,
        RETRIES,
        RETRY_TIME,
        COMPLAINS,
        COMPLAINT_TIME,
        DENIES,
        DENIAL_TIME
    }

    private final ExchangeApi floor;
    private final ChurnModel leaving;
    private final RandomStream draws;
    /** The events that are held, and how long their users were told to wait. */
    private final Map<Long, Long> waiting = new HashMap<>();

    public CustomerReaction(ExchangeApi floor, ChurnModel leaving, RandomSource chance) {
        this.floor = floor;
        this.leaving = leaving;
        draws = chance.stream("population.friction");
    }

    @Override
    public Optional<String> typology() {
        return Optional.empty();
    }

    @Override
    public ChallengeResponse onChallenge(PendingRequest request) {
        double seconds = CustomerParameters.STEP_UP_MIN_SECONDS
                + exponential(CustomerParameters.STEP_UP_EXTRA_MEAN_SECONDS, request, ReactionDraw.ANSWER_TIME);
        return new ChallengeResponse(
                happens(CustomerParameters.STEP_UP_PASS_PROBABILITY, request, ReactionDraw.PASSES),
                (long) (seconds * 1_000));
    }

    /** The user is told how long, and makes up a mind after an hour of it, and once more when it ends. */
    @Override
    public long onHold(PendingRequest request, long holdMillis) {
        complain(request, CustomerParameters.COMPLAINT_AFTER_HOLD);
        long eventId = request.event().id();
        waiting.put(eventId, holdMillis);
        if (holdMillis > HOUR) {
            floor.schedule(floor.nowMillis() + HOUR, () -> {
                if (waiting.containsKey(eventId)) {
                    judgeHold(request, holdMillis);
                }
            });
        }
        return NO_RECALL;
    }

    /** The same draw each time, so to judge again makes only those leave whom a price that moved meanwhile makes leave. */
    private void judgeHold(PendingRequest request, long holdMillis) {
        leaving.evaluate(
                request,
                request.isOrder() ? CustomerParameters.CHURN_AFTER_REFUSED_ORDER : leavesAfterHold(holdMillis));
    }

    private static double leavesAfterHold(long holdMillis) {
        if (holdMillis < HOUR) {
            return CustomerParameters.CHURN_AFTER_HOLD_BELOW_1_HOUR;
        }
        if (holdMillis <= DAY) {
            return CustomerParameters.CHURN_AFTER_HOLD_BELOW_1_DAY;
        }
        return holdMillis <= WEEK
                ? CustomerParameters.CHURN_AFTER_HOLD_BELOW_7_DAYS
                : CustomerParameters.CHURN_AFTER_HOLD_BEYOND_7_DAYS;
    }

    @Override
    public void onSettlement(PendingRequest request, Action action, Disposition disposition) {
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

    private void passed(PendingRequest request) {
        complain(request, CustomerParameters.COMPLAINT_AFTER_STEP_UP);
        leaving.evaluate(request, CustomerParameters.CHURN_AFTER_STEP_UP);
    }

    /** Whoever has left gives up without a word. */
    private void abandoned(PendingRequest request) {
        if (!request.user().isActive()) {
            return;
        }
        complain(request, CustomerParameters.COMPLAINT_AFTER_STEP_UP);
        leaving.evaluate(
                request,
                request.isOrder()
                        ? CustomerParameters.CHURN_AFTER_REFUSED_ORDER
                        : CustomerParameters.CHURN_AFTER_HOLD_BELOW_1_HOUR);
        retry(request, CustomerParameters.RETRY_AFTER_FAILED_STEP_UP);
    }

    /** A part went through: milder than waiting for everything. Some try to get the rest. */
    private void limited(PendingRequest request) {
        complain(request, CustomerParameters.COMPLAINT_AFTER_LIMIT);
        leaving.evaluate(request, CustomerParameters.CHURN_AFTER_LIMIT);
        retry(request, CustomerParameters.RETRY_AFTER_REFUSAL);
    }

    private void refused(PendingRequest request) {
        boolean isOrder = request.isOrder();
        complain(
                request,
                isOrder
                        ? CustomerParameters.COMPLAINT_AFTER_REFUSED_ORDER
                        : CustomerParameters.COMPLAINT_AFTER_REFUSED_WITHDRAWAL);
        leaving.evaluate(
                request,
                isOrder
                        ? CustomerParameters.CHURN_AFTER_REFUSED_ORDER
                        : CustomerParameters.CHURN_AFTER_REFUSED_WITHDRAWAL);
        retry(request, CustomerParameters.RETRY_AFTER_REFUSAL);
    }

    /** All the more if the price has moved against the user meanwhile, or is why the user came. */
    private void complain(PendingRequest request, double base) {
        double odds = base / (1 - base);
        odds *= leaving.hasAdverseMove(request) ? CustomerParameters.COMPLAINT_ODDS_AFTER_ADVERSE_MOVE : 1;
        if (happens(odds / (1 + odds), request, ReactionDraw.COMPLAINS)) {
            long at = later(CustomerParameters.COMPLAINT_MEAN_MINUTES, request, ReactionDraw.COMPLAINT_TIME);
            long userId = request.user().id();
            long eventId = request.event().id();
            floor.schedule(at, () -> floor.publish(new Complaint(userId, at, eventId)));
        }
    }

    /** Friendly fraud, or forgetfulness: an honest withdrawal is reported as theft. */
    private void deny(PendingRequest request) {
        if (request.isOrder() || !happens(CustomerParameters.FRIENDLY_FRAUD_RATE, request, ReactionDraw.DENIES)) {
            return;
        }
        double hours = draws.logNormal(
                CustomerParameters.FRIENDLY_REPORT_MEDIAN_HOURS,
                CustomerParameters.FRIENDLY_REPORT_SIGMA,
                request.intent().key(),
                index(request, ReactionDraw.DENIAL_TIME));
        long at = floor.nowMillis() + 1 + (long) (hours * HOUR);
        long userId = request.user().id();
        long eventId = request.event().id();
        floor.schedule(at, () -> floor.publish(new FraudReport(userId, at, eventId)));
    }

    private void retry(PendingRequest request, double probability) {
        if (request.intent().attempt() < CustomerParameters.MAX_RETRIES
                && happens(probability, request, ReactionDraw.RETRIES)) {
            floor.schedule(
                    later(CustomerParameters.RETRY_MEAN_MINUTES, request, ReactionDraw.RETRY_TIME),
                    () -> askAgain(request));
        }
    }

    private void askAgain(PendingRequest request) {
        Intent ask = request.intent().retry(request.intent().session());
        if (request.event() instanceof Withdrawal withdrawal) {
            floor.withdraw(ask, request.asset(), withdrawal.addressId(), withdrawal.amountCents());
        } else if (request.event() instanceof Order order) {
            OrderDetails ticket = order.details();
            double offBps = ticket.type() == OrderDetails.OrderType.LIMIT ? ticket.offsetBps() : 0;
            floor.placeOrder(
                    ask,
                    new OrderIntent(
                            request.referenceCoin(),
                            order.side(),
                            order.notionalCents(),
                            ticket.type(),
                            offBps,
                            ticket.counterpartyId(),
                            0,
                            ticket.apiKeyId()));
        }
    }

    private boolean happens(double probability, PendingRequest request, ReactionDraw question) {
        return draws.bernoulli(probability, request.intent().key(), index(request, question));
    }

    private double exponential(double mean, PendingRequest request, ReactionDraw question) {
        return draws.exponential(mean, request.intent().key(), index(request, question));
    }

    private long later(double meanMinutes, PendingRequest request, ReactionDraw question) {
        return floor.nowMillis() + 1 + (long) (exponential(meanMinutes, request, question) * 60_000);
    }

    /** Each attempt is taken afresh. */
    private static long index(PendingRequest request, ReactionDraw question) {
        return (long) request.intent().attempt() * ReactionDraw.values().length + question.ordinal();
    }
}
