package firedrill.ingest.event;

import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.Departure;
import firedrill.ingest.event.Outcome.DepositReturned;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.StepUpResult;
import firedrill.ingest.event.Outcome.Verdict;
import firedrill.ingest.event.wire.ComplaintMessage;
import firedrill.ingest.event.wire.DepartureMessage;
import firedrill.ingest.event.wire.DepositReturnedMessage;
import firedrill.ingest.event.wire.Disposition;
import firedrill.ingest.event.wire.FraudReportMessage;
import firedrill.ingest.event.wire.MissedDeadlineMessage;
import firedrill.ingest.event.wire.OutcomeMessage;
import firedrill.ingest.event.wire.SettlementMessage;
import firedrill.ingest.event.wire.StepUpResultMessage;
import firedrill.ingest.event.wire.VerdictMessage;
import org.jspecify.annotations.Nullable;

/** The values of {@link Topics#OUTCOMES}: {@code OutcomeMessage} of {@code exchange.proto}. */
public final class OutcomeCodec {

    private static final WireEnum<Settlement.Disposition, Disposition> DISPOSITION =
            new WireEnum<>("disposition", Settlement.Disposition.class, Disposition.class, "DISPOSITION_");

    public static byte[] encode(Outcome outcome) {
        OutcomeMessage.Builder message =
                OutcomeMessage.newBuilder().setUserId(outcome.userId()).setTimeMillis(outcome.timeMillis());
        return outcome.<OutcomeMessage.Builder>match(
                        settlement -> message.setSettlement(SettlementMessage.newBuilder()
                                .setEventId(settlement.eventId())
                                .setDisposition(DISPOSITION.write(settlement.disposition()))
                                .setAmountCents(settlement.amountCents())
                                .setOpportunityLossCents(settlement.opportunityLossCents())),
                        result -> message.setStepUpResult(StepUpResultMessage.newBuilder()
                                .setEventId(result.eventId())
                                .setPassed(result.passed())),
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
                                .setPassed(missed.passed())),
                        verdict -> message.setVerdict(VerdictMessage.newBuilder()
                                .setEventId(verdict.eventId())
                                .setFraud(verdict.fraud())),
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
     * @throws MalformedEventException whatever the bytes are, if they are not an outcome within its ranges
     */
    public static Outcome decode(byte @Nullable [] bytes) throws MalformedEventException {
        return WireBytes.decode(bytes, OutcomeMessage.parser(), OutcomeCodec::outcome);
    }

    private static Outcome outcome(OutcomeMessage outcome) throws MalformedEventException {
        Checks.positive(outcome.getUserId(), "userId");
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
                Checks.notNegative(left.getCauseEventId(), "causeEventId");
                Checks.notNegative(left.getToldByUserId(), "toldByUserId");
                yield new Departure(
                        user, time, left.getCauseEventId(), left.getToldByUserId(), left.getLifetimeValueCents());
            }
            case MISSED_DEADLINE -> {
                MissedDeadlineMessage missed = outcome.getMissedDeadline();
                yield new MissedDeadline(user, time, eventId(missed.getEventId()), missed.getPassed());
            }
            case VERDICT -> {
                VerdictMessage verdict = outcome.getVerdict();
                yield new Verdict(user, time, eventId(verdict.getEventId()), verdict.getFraud());
            }
            case DEPOSIT_RETURNED -> returned(user, time, outcome.getDepositReturned());
            case KIND_NOT_SET -> throw new MalformedEventException("no known kind of outcome");
        };
    }

    private static DepositReturned returned(long user, long time, DepositReturnedMessage returned) {
        Checks.positive(returned.getAmountCents(), "amountCents");
        Checks.notNegative(returned.getShortfallCents(), "shortfallCents");
        return new DepositReturned(
                user,
                time,
                eventId(returned.getDepositEventId()),
                returned.getAmountCents(),
                returned.getShortfallCents());
    }

    private static Settlement settlement(long user, long time, SettlementMessage settlement)
            throws MalformedEventException {
        Checks.notNegative(settlement.getAmountCents(), "amountCents");
        Checks.notNegative(settlement.getOpportunityLossCents(), "opportunityLossCents");
        return new Settlement(
                user,
                time,
                eventId(settlement.getEventId()),
                DISPOSITION.read(settlement.getDisposition()),
                settlement.getAmountCents(),
                settlement.getOpportunityLossCents());
    }

    private static long eventId(long id) {
        Checks.positive(id, "eventId");
        return id;
    }

    private OutcomeCodec() {}
}
