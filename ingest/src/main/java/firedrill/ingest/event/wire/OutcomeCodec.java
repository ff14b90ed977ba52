package firedrill.ingest.event.wire;

import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.StepUpResult;
import firedrill.ingest.event.RangeChecks;
import firedrill.ingest.event.Topics;
import org.jspecify.annotations.Nullable;

/** The values of {@link Topics#OUTCOMES}: {@code OutcomeMessage} of {@code exchange.proto}. */
public final class OutcomeCodec {

    private static final EnumCodec<Settlement.Disposition, Disposition> DISPOSITION =
            new EnumCodec<>("disposition", Settlement.Disposition.class, Disposition.class, "DISPOSITION_");

    public static byte[] encode(Outcome outcome) {
        OutcomeMessage.Builder message =
                OutcomeMessage.newBuilder().setUserId(outcome.userId()).setTimeMillis(outcome.timeMillis());
        return outcome.<OutcomeMessage.Builder>match(
                        settlement -> message.setSettlement(SettlementMessage.newBuilder()
                                .setEventId(settlement.eventId())
                                .setDisposition(DISPOSITION.encode(settlement.disposition()))
                                .setAmountCents(settlement.amountCents())
                                .setOpportunityLossCents(settlement.opportunityLossCents())),
                        result -> message.setStepUpResult(StepUpResultMessage.newBuilder()
                                .setEventId(result.eventId())
                                .setPassed(result.isPassed())),
                        complaint -> message.setComplaint(
                                ComplaintMessage.newBuilder().setEventId(complaint.eventId())),
                        report -> message.setFraudReport(
                                FraudReportMessage.newBuilder().setEventId(report.eventId())),
                        departure -> message.setDeparture(DepartureMessage.newBuilder()
                                .setCauseEventId(departure.causeEventId())
                                .setToldByUserId(departure.toldByUserId())
                                .setLifetimeValueCents(departure.lifetimeValueCents())),
                        missed -> message.setMissedDeadline(MissedDeadlineMessage.newBuilder()
                                .setEventId(missed.eventId())
                                .setPassed(missed.isFailOpen())),
                        verdict -> message.setVerdict(VerdictMessage.newBuilder()
                                .setEventId(verdict.eventId())
                                .setFraud(verdict.isFraud())),
                        returned -> message.setDepositReturned(DepositReturnedMessage.newBuilder()
                                .setDepositEventId(returned.depositEventId())
                                .setAmountCents(returned.amountCents())
                                .setShortfallCents(returned.shortfallCents())))
                .build()
                .toByteArray();
    }

    /**
     * The outcome that {@code bytes} hold.
     *
     * @throws MalformedMessageException whatever the bytes are, if they are not an outcome within its ranges
     */
    public static Outcome decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return MessageDecoder.RECORDS.decode(bytes, OutcomeMessage.parser(), OutcomeCodec::outcome);
    }

    private static Outcome outcome(OutcomeMessage outcome) throws MalformedMessageException {
        RangeChecks.requirePositive(outcome.getUserId(), "userId");
        long user = outcome.getUserId();
        long time = outcome.getTimeMillis();
        return switch (outcome.getKindCase()) {
            case SETTLEMENT -> settlement(user, time, outcome.getSettlement());
            case STEP_UP_RESULT -> {
                StepUpResultMessage result = outcome.getStepUpResult();
                yield new StepUpResult(user, time, eventId(result.getEventId()), result.getPassed());
            }
            case COMPLAINT ->
                new Complaint(user, time, eventId(outcome.getComplaint().getEventId()));
            case FRAUD_REPORT ->
                new FraudReport(user, time, eventId(outcome.getFraudReport().getEventId()));
            case DEPARTURE -> {
                DepartureMessage left = outcome.getDeparture();
                RangeChecks.requireNonNegative(left.getCauseEventId(), "causeEventId");
                RangeChecks.requireNonNegative(left.getToldByUserId(), "toldByUserId");
                yield new Churn(
                        user, time, left.getCauseEventId(), left.getToldByUserId(), left.getLifetimeValueCents());
            }
            case MISSED_DEADLINE -> {
                MissedDeadlineMessage missed = outcome.getMissedDeadline();
                yield new MissedDeadline(user, time, eventId(missed.getEventId()), missed.getPassed());
            }
            case VERDICT -> {
                VerdictMessage verdict = outcome.getVerdict();
                yield new ReviewVerdict(user, time, eventId(verdict.getEventId()), verdict.getFraud());
            }
            case DEPOSIT_RETURNED -> returned(user, time, outcome.getDepositReturned());
            case KIND_NOT_SET -> throw new MalformedMessageException("no known kind of outcome");
        };
    }

    private static DepositReturn returned(long user, long time, DepositReturnedMessage returned) {
        RangeChecks.requirePositive(returned.getAmountCents(), "amountCents");
        RangeChecks.requireNonNegative(returned.getShortfallCents(), "shortfallCents");
        return new DepositReturn(
                user,
                time,
                eventId(returned.getDepositEventId()),
                returned.getAmountCents(),
                returned.getShortfallCents());
    }

    private static Settlement settlement(long user, long time, SettlementMessage settlement)
            throws MalformedMessageException {
        RangeChecks.requireNonNegative(settlement.getAmountCents(), "amountCents");
        RangeChecks.requireNonNegative(settlement.getOpportunityLossCents(), "opportunityLossCents");
        return new Settlement(
                user,
                time,
                eventId(settlement.getEventId()),
                DISPOSITION.decode(settlement.getDisposition()),
                settlement.getAmountCents(),
                settlement.getOpportunityLossCents());
    }

    private static long eventId(long id) {
        RangeChecks.requirePositive(id, "eventId");
        return id;
    }

    private OutcomeCodec() {}
}
