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
import firedrill.ingest.event.OutcomeFunctions;
import firedrill.ingest.event.Topics;
import org.jspecify.annotations.Nullable;

/** Codec of the values of {@link Topics#OUTCOMES}: {@code OutcomeMessage} of {@code exchange.proto}. */
public final class OutcomeCodec {

    private static final EnumCodec<Settlement.Disposition, Disposition> DISPOSITION =
            new EnumCodec<>("disposition", Settlement.Disposition.class, Disposition.class, "DISPOSITION_");

    public static byte[] encode(Outcome outcome) {
        OutcomeMessage.Builder message =
                OutcomeMessage.newBuilder().setUserId(outcome.userId()).setTimeMillis(outcome.timeMillis());
        return outcome.match(new OutcomeFunctions<OutcomeMessage.Builder>(
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
                        churn -> message.setDeparture(DepartureMessage.newBuilder()
                                .setCauseEventId(churn.causeEventId())
                                .setToldByUserId(churn.toldByUserId())
                                .setLifetimeValueCents(churn.lifetimeValueCents())
                                .setPeopleTold(churn.peopleTold())
                                .setPeopleReached(churn.peopleReached())),
                        missed -> message.setMissedDeadline(MissedDeadlineMessage.newBuilder()
                                .setEventId(missed.eventId())
                                .setPassed(missed.isFailOpen())),
                        verdict -> message.setVerdict(VerdictMessage.newBuilder()
                                .setEventId(verdict.eventId())
                                .setFraud(verdict.isFraud())),
                        returned -> message.setDepositReturned(DepositReturnedMessage.newBuilder()
                                .setDepositEventId(returned.depositEventId())
                                .setAmountCents(returned.amountCents())
                                .setShortfallCents(returned.shortfallCents()))))
                .build()
                .toByteArray();
    }

    /**
     * Decodes one value of the topic.
     *
     * @throws MalformedMessageException if the bytes are not an outcome, or a field is out of its range
     */
    public static Outcome decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return MessageDecoder.RECORDS.decode(bytes, OutcomeMessage.parser(), OutcomeCodec::outcome);
    }

    private static Outcome outcome(OutcomeMessage outcome) throws MalformedMessageException {
        long user = outcome.getUserId();
        long time = outcome.getTimeMillis();
        return switch (outcome.getKindCase()) {
            case SETTLEMENT -> settlement(user, time, outcome.getSettlement());
            case STEP_UP_RESULT -> {
                StepUpResultMessage result = outcome.getStepUpResult();
                yield new StepUpResult(user, time, result.getEventId(), result.getPassed());
            }
            case COMPLAINT -> new Complaint(user, time, outcome.getComplaint().getEventId());
            case FRAUD_REPORT ->
                new FraudReport(user, time, outcome.getFraudReport().getEventId());
            case DEPARTURE -> churn(user, time, outcome.getDeparture());
            case MISSED_DEADLINE -> {
                MissedDeadlineMessage missed = outcome.getMissedDeadline();
                yield new MissedDeadline(user, time, missed.getEventId(), missed.getPassed());
            }
            case VERDICT -> {
                VerdictMessage verdict = outcome.getVerdict();
                yield new ReviewVerdict(user, time, verdict.getEventId(), verdict.getFraud());
            }
            case DEPOSIT_RETURNED -> depositReturn(user, time, outcome.getDepositReturned());
            case KIND_NOT_SET -> throw new MalformedMessageException("no known kind of outcome");
        };
    }

    private static Settlement settlement(long user, long time, SettlementMessage settlement)
            throws MalformedMessageException {
        return new Settlement(
                user,
                time,
                settlement.getEventId(),
                DISPOSITION.decode(settlement.getDisposition()),
                settlement.getAmountCents(),
                settlement.getOpportunityLossCents());
    }

    private static Churn churn(long user, long time, DepartureMessage churn) {
        return new Churn(
                user,
                time,
                churn.getCauseEventId(),
                churn.getToldByUserId(),
                churn.getLifetimeValueCents(),
                churn.getPeopleTold(),
                churn.getPeopleReached());
    }

    private static DepositReturn depositReturn(long user, long time, DepositReturnedMessage returned) {
        return new DepositReturn(
                user, time, returned.getDepositEventId(), returned.getAmountCents(), returned.getShortfallCents());
    }

    private OutcomeCodec() {}
}
