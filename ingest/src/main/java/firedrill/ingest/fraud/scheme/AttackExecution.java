package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.OrderDetails.OrderType;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.PendingRequest;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudParameters;
import firedrill.ingest.fraud.ring.FraudProfile;
import java.util.Optional;

/**
 * What a strike does to one account. Stopped, its ring tries a smaller amount, another device, another address, or gives
 * up; once the owner notices, it is over. What came of each first try the ring remembers.
 */
final class AttackExecution implements Actor {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MINUTES_PER_HOUR = 60;

    private enum ExecutionDraw {
        STEP_UP_PASS,
        STEP_UP_DELAY,
        OWNER_NOTICE_DELAY,
        RETRY,
        RETRY_DELAY,
        RETRY_AMOUNT,
        RETRY_DEVICE,
        RETRY_ADDRESS,
        REPORTED,
        REPORT_DELAY
    }

    private final AttackContext context;
    private final Attack attack;
    private final AmountAtRisk amountAtRisk;
    private final FraudProfile profile;
    private final SchemeRandom random;
    private boolean isOver;
    private long restingCents;

    AttackExecution(AttackContext ground, Attack strike, AmountAtRisk harm) {
        this.context = ground;
        this.attack = strike;
        this.amountAtRisk = harm;
        profile = FraudParameters.profile(strike.typology());
        random = ground.randomFor("attack.reaction");
    }

    /** Whether the owner has noticed or the ring has given up. */
    boolean isOver() {
        return isOver;
    }

    /** Cancels what it has resting in the book, and says how much that was. */
    long cancelRestingOrders() {
        long cents = restingCents;
        restingCents = 0;
        return cents;
    }

    @Override
    public Optional<String> typology() {
        return Optional.of(attack.typology().label());
    }

    @Override
    public long ringId() {
        return attack.ring().id();
    }

    @Override
    public long atRiskCents(DecisionRequest event) {
        return amountAtRisk.cents(event);
    }

    @Override
    public ChallengeResponse onChallenge(PendingRequest request) {
        long key = request.intent().key();
        return new ChallengeResponse(
                happens(profile.stepUpPassRate(), request, ExecutionDraw.STEP_UP_PASS),
                random.exponentialMillis(
                        FraudParameters.STEP_UP_MEAN_SECONDS / SECONDS_PER_MINUTE,
                        key,
                        index(request, ExecutionDraw.STEP_UP_DELAY)));
    }

    @Override
    public long onHold(PendingRequest request, long holdMillis) {
        if (!profile.canRecall()) {
            return NO_RECALL;
        }
        return random.exponentialMillis(
                profile.meanHoursToNotice() * MINUTES_PER_HOUR,
                request.intent().key(),
                index(request, ExecutionDraw.OWNER_NOTICE_DELAY));
    }

    @Override
    public void onSettlement(PendingRequest request, Action action, Disposition disposition) {
        recordReward(request, disposition);
        if (disposition == Disposition.RELEASED
                && request.event() instanceof Order order
                && order.details().type() == OrderType.LIMIT) {
            restingCents += order.notionalCents();
        }
        switch (disposition) {
            case RELEASED -> scheduleReport(request);
            case LIMITED -> {
                scheduleReport(request);
                retryOrAbandon(request);
            }
            case RECALLED -> isOver = true;
            case REFUSED, ABANDONED -> retryOrAbandon(request);
        }
    }

    private void recordReward(PendingRequest request, Disposition disposition) {
        if (request.intent().attempt() > 0 || amountAtRisk.cents(request.event()) == 0) {
            return;
        }
        double share = switch (disposition) {
            case RELEASED -> 1;
            case LIMITED -> FraudParameters.PARTIAL_SUCCESS_REWARD;
            case REFUSED, ABANDONED, RECALLED -> 0;
        };
        attack.ring().strategy().observe(attack.tactic(), share);
    }

    /** Whoever was harmed finds out, and says so; or somebody who watches the market, or looks into the whole raid. */
    private void scheduleReport(PendingRequest request) {
        boolean isOneCase = profile.isSingleCase();
        long key = isOneCase ? attack.key() : request.intent().key();
        long attempt = isOneCase ? 0 : request.intent().attempt();
        boolean isFound =
                !random.stream().bernoulli(profile.neverReportedShare(), key, index(attempt, ExecutionDraw.REPORTED));
        if (isFound && (isOneCase || amountAtRisk.cents(request.event()) > 0)) {
            publishReportAfter(
                    request,
                    random.logNormalMillis(
                            profile.medianHoursToReport() * MINUTES_PER_HOUR,
                            profile.reportLogSigma(),
                            key,
                            index(attempt, ExecutionDraw.REPORT_DELAY)));
        }
    }

    private void publishReportAfter(PendingRequest request, long afterMillis) {
        long at = context.exchange().nowMillis() + afterMillis;
        long userId = request.user().id();
        long eventId = request.event().id();
        context.exchange().schedule(at, () -> context.exchange().publish(new FraudReport(userId, at, eventId)));
    }

    private void retryOrAbandon(PendingRequest request) {
        if (isOver || !(request.event() instanceof Withdrawal withdrawal)) {
            return;
        }
        boolean triesAgain = request.intent().attempt() + 1 < FraudParameters.MAX_ATTEMPTS
                && happens(FraudParameters.RETRY_SHARE, request, ExecutionDraw.RETRY);
        if (!triesAgain) {
            isOver = true;
            return;
        }
        long after = random.exponentialMillis(
                FraudParameters.RETRY_MEAN_MINUTES, request.intent().key(), index(request, ExecutionDraw.RETRY_DELAY));
        context.exchange().schedule(context.exchange().nowMillis() + after, () -> retry(request, withdrawal));
    }

    private void retry(PendingRequest request, Withdrawal before) {
        if (isOver) {
            return;
        }
        Intent ask = request.intent();
        int number = ask.attempt() + 1;
        long now = context.exchange().nowMillis();
        ClientSession session = ask.session();
        if (happens(FraudParameters.RETRY_OTHER_DEVICE_SHARE, request, ExecutionDraw.RETRY_DEVICE)) {
            session = context.infrastructure().session(attack, ask.user(), number, now);
            context.login(ask.user(), session, ask.key());
        }
        long address = happens(FraudParameters.RETRY_OTHER_ADDRESS_SHARE, request, ExecutionDraw.RETRY_ADDRESS)
                ? context.infrastructure().cashOutAddress(attack, ask.user(), number, now)
                : before.addressId();
        boolean isSmaller = happens(FraudParameters.RETRY_HALF_AMOUNT_SHARE, request, ExecutionDraw.RETRY_AMOUNT);
        long amountCents = isSmaller ? before.amountCents() / 2 : before.amountCents();
        context.exchange().withdraw(ask.retry(session), request.asset(), address, amountCents);
    }

    private boolean happens(double probability, PendingRequest request, ExecutionDraw question) {
        return random.stream().bernoulli(probability, request.intent().key(), index(request, question));
    }

    /** Each attempt is taken afresh. */
    private static long index(PendingRequest request, ExecutionDraw question) {
        return index(request.intent().attempt(), question);
    }

    private static long index(long attempt, ExecutionDraw question) {
        return attempt * ExecutionDraw.values().length + question.ordinal();
    }
}
