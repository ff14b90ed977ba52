package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.event.OrderDetails.OrderType;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.PendingRequest;
import firedrill.ingest.fraud.parameters.FraudProfile;
import firedrill.ingest.fraud.parameters.RetryParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.Repeated;
import firedrill.ingest.random.SingleDraw;
import java.util.Optional;

/**
 * Execution of one attack against one account, and the actor behind its requests.
 *
 * <p>After a refusal it retries with a smaller amount, another device or another address, or abandons; it ends when the
 * owner recalls a request or reports a loss. The outcome of each first attempt is recorded as a reward of the ring's
 * strategy.
 */
final class AttackExecution implements Actor {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MINUTES_PER_HOUR = 60;

    /** Draws of {@link FraudStream#EXECUTION}, repeated for each attempt of a request. */
    @Repeated
    private enum ExecutionDraw implements DrawIndex {
        STEP_UP_PASS,
        STEP_UP_DELAY,
        OWNER_NOTICE_DELAY,
        RETRY,
        RETRY_DELAY,
        RETRY_AMOUNT,
        RETRY_DEVICE,
        RETRY_ADDRESS,
        REPORTED,
        REPORT_DELAY;

        private static final long DRAWS_PER_ATTEMPT = 10;

        @Override
        public long index() {
            return ordinal();
        }

        @Override
        public long stride() {
            return DRAWS_PER_ATTEMPT;
        }
    }

    private final AttackContext context;
    private final Attack attack;
    private final AmountAtRisk amountAtRisk;
    private final FraudProfile profile;
    private final RetryParameters retry;
    private final SchemeRandom random;
    private final RandomStream thefts;
    private boolean isOver;
    private boolean isNoticed;
    private long restingCents;

    AttackExecution(AttackContext context, Attack attack, AmountAtRisk amountAtRisk) {
        this.context = context;
        this.attack = attack;
        this.amountAtRisk = amountAtRisk;
        profile = context.parameters().profileOf(attack.typology());
        retry = context.parameters().retry();
        random = context.randomFor(FraudStream.EXECUTION);
        thefts = context.randomSource().stream(FraudStream.THEFTS);
    }

    Attack attack() {
        return attack;
    }

    /** A request of this execution. */
    AttackStep step(User user, ClientSession session, long key) {
        return new AttackStep(this, user, session, key);
    }

    /** Whether the owner has recalled a request or reported a loss, or the ring has abandoned the attack. */
    boolean isOver() {
        return isOver;
    }

    /** Cancels the resting orders; returns their notional in cents. */
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

    /** A random id; two thefts of one run share it about as rarely as two devices do. */
    @Override
    public long theftId(DecisionRequest event) {
        return thefts.randomId(attack.key(), SingleDraw.VALUE, event.userId());
    }

    @Override
    public boolean isLaundering() {
        return attack.typology().isLaundering();
    }

    @Override
    public long atRiskCents(DecisionRequest event) {
        return amountAtRisk.cents(event);
    }

    @Override
    public ChallengeResponse onChallenge(PendingRequest request) {
        return new ChallengeResponse(
                happens(profile.stepUpPassRate(), request, ExecutionDraw.STEP_UP_PASS),
                exponentialMillis(
                        retry.stepUpMeanSeconds() / SECONDS_PER_MINUTE, request, ExecutionDraw.STEP_UP_DELAY));
    }

    @Override
    public long onHold(PendingRequest request, long holdMillis) {
        return profile.canRecall()
                ? exponentialMillis(
                        profile.meanHoursToNotice() * MINUTES_PER_HOUR, request, ExecutionDraw.OWNER_NOTICE_DELAY)
                : NO_RECALL;
    }

    @Override
    public void onSettlement(PendingRequest request, Action action, Disposition disposition) {
        recordReward(request, disposition);
        switch (disposition) {
            case RELEASED -> {
                restingCents += limitOrderCents(request.event());
                scheduleReport(request);
            }
            case LIMITED -> {
                scheduleReport(request);
                retryOrAbandon(request);
            }
            case RECALLED -> isOver = true;
            case REFUSED, ABANDONED -> retryOrAbandon(request);
        }
    }

    private static long limitOrderCents(DecisionRequest event) {
        return event.<Long>match(
                order -> order.details().type() == OrderType.LIMIT ? order.notionalCents() : 0L, withdrawal -> 0L);
    }

    private void recordReward(PendingRequest request, Disposition disposition) {
        if (request.intent().attempt() > 0 || amountAtRisk.cents(request.event()) == 0) {
            return;
        }
        double reward = switch (disposition) {
            case RELEASED -> 1;
            case LIMITED -> context.parameters().learning().partialSuccessReward();
            case REFUSED, ABANDONED, RECALLED -> 0;
        };
        attack.ring().strategy().observe(attack.tactic(), reward);
    }

    /** Schedules a fraud report: of each loss by its owner, or of the whole attack if it is a single case. */
    private void scheduleReport(PendingRequest request) {
        boolean isSingleCase = profile.singleCase();
        long key = isSingleCase ? attack.key() : request.intent().key();
        long attempt = isSingleCase ? 0 : request.intent().attempt();
        boolean isReported =
                !random.stream().bernoulli(profile.neverReportedShare(), key, ExecutionDraw.REPORTED, attempt);
        if (isReported && (isSingleCase || amountAtRisk.cents(request.event()) > 0)) {
            publishReportAfter(
                    request,
                    random.logNormalMillis(
                            profile.medianHoursToReport() * MINUTES_PER_HOUR,
                            profile.reportLogSigma(),
                            key,
                            ExecutionDraw.REPORT_DELAY,
                            attempt));
        }
    }

    private void publishReportAfter(PendingRequest request, long delayMillis) {
        long reportMillis = context.exchange().nowMillis() + delayMillis;
        var report = new FraudReport(
                request.user().id(), reportMillis, request.event().id());
        context.schedule(reportMillis, () -> {
            context.exchange().publish(report);
            noticeTheft(request);
        });
    }

    /** A victim notices the theft with its first report, which ends it, and reacts once. */
    private void noticeTheft(PendingRequest request) {
        if (!isNoticed && !request.user().isRingAccount()) {
            isNoticed = true;
            isOver = true;
            context.victims()
                    .notice(
                            request.user(),
                            request.event().id(),
                            request.intent().key(),
                            attack.typology() == FraudTypology.SOCIAL_ENGINEERING);
        }
    }

    private void retryOrAbandon(PendingRequest request) {
        Optional<Withdrawal> withdrawal = request.event().match(order -> Optional.empty(), Optional::of);
        if (isOver || withdrawal.isEmpty()) {
            return;
        }
        boolean retries = request.intent().attempt() + 1 < retry.maxAttempts()
                && happens(retry.share(), request, ExecutionDraw.RETRY);
        if (!retries) {
            isOver = true;
            return;
        }
        long delayMillis = exponentialMillis(retry.meanMinutes(), request, ExecutionDraw.RETRY_DELAY);
        context.schedule(
                context.exchange().nowMillis() + delayMillis, () -> retryWithdrawal(request, withdrawal.get()));
    }

    private void retryWithdrawal(PendingRequest request, Withdrawal earlier) {
        if (isOver) {
            return;
        }
        Intent intent = request.intent();
        int attempt = intent.attempt() + 1;
        long now = context.exchange().nowMillis();
        ClientSession session = intent.session();
        if (happens(retry.otherDeviceShare(), request, ExecutionDraw.RETRY_DEVICE)) {
            session = context.infrastructure().session(attack, intent.user(), attempt, now);
            context.login(intent.user(), session, intent.key());
        }
        long address = happens(retry.otherAddressShare(), request, ExecutionDraw.RETRY_ADDRESS)
                ? context.infrastructure().cashOutAddress(attack, intent.user(), attempt, now)
                : earlier.addressId();
        long amountCents = happens(retry.smallerAmountShare(), request, ExecutionDraw.RETRY_AMOUNT)
                ? (long) (retry.smallerAmountRatio() * earlier.amountCents())
                : earlier.amountCents();
        context.exchange().withdraw(intent.retry(session), request.asset(), address, amountCents);
    }

    private boolean happens(double probability, PendingRequest request, ExecutionDraw draw) {
        Intent intent = request.intent();
        return random.stream().bernoulli(probability, intent.key(), draw, intent.attempt());
    }

    private long exponentialMillis(double meanMinutes, PendingRequest request, ExecutionDraw draw) {
        Intent intent = request.intent();
        return random.exponentialMillis(meanMinutes, intent.key(), draw, intent.attempt());
    }
}
