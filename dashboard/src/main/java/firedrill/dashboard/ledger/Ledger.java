package firedrill.dashboard.ledger;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.OutcomeFunctions;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Dollars and users of a run, attributed to event ids.
 *
 * <p>Five sources feed it in any order. The totals do not depend on the order of arrival; a repeated event, decision or
 * settlement counts once.
 *
 * <p>Memory is bounded. Honest cases are dropped {@link #TRUTH_GRACE_MILLIS} of simulated time after they closed, the maximum
 * delay of a ground truth, and frauds after {@link #REPORT_WINDOW_MILLIS}, the maximum delay of a report. Their entries are final
 * by then and leave as postings; the totals keep them. A part that arrives later, such as a repeated decision or a verdict
 * after its settlement, changes no entry; of a dropped case only one bit is kept.
 */
public final class Ledger {

    private static final long TRUTH_GRACE_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final long REPORT_WINDOW_MILLIS = Duration.ofDays(30).toMillis();

    private final LedgerEntry.Tariff tariff;
    private final long startMillis;
    private final Map<Long, DecisionCase> openCases = new HashMap<>();
    private final Consumer<Posting> journal;
    private final ArrayDeque<ClosedCase> settledCases = new ArrayDeque<>();
    private final ArrayDeque<ClosedCase> awaitingReports = new ArrayDeque<>();
    private final Map<Long, LedgerEntry> entries = new LinkedHashMap<>();
    private final EventIdSet eventIds = new EventIdSet();
    private final EventIdSet droppedIds = new EventIdSet();
    private final LedgerTotals totals = new LedgerTotals();
    private final UserTotals users = new UserTotals();
    private long events;
    private long requests;
    private long latestMillis;
    private long endMillis = Long.MAX_VALUE;

    /** A ledger of the run from {@code startMillis} of simulated time on; earlier events are history. */
    public Ledger(LedgerEntry.Tariff tariff, long startMillis) {
        this(tariff, startMillis, posting -> {});
    }

    /** The same; {@code journal} receives each posting once it is final, the last of them in {@link #closeBooks}. */
    public Ledger(LedgerEntry.Tariff tariff, long startMillis, Consumer<Posting> journal) {
        this.tariff = tariff;
        this.startMillis = startMillis;
        this.journal = journal;
    }

    /**
     * Ends the run at {@code millis} of simulated time: later events are not part of it. What follows from its own
     * requests still counts, however late.
     */
    public void closeRequests(long millis) {
        endMillis = millis;
    }

    /** Records an event; a repeated event is ignored, and so is one before or after the run. */
    public void recordEvent(ExchangeEvent event) {
        if (!isOfRun(event.timeMillis()) || !eventIds.add(event.id())) {
            return;
        }
        event.asRequest().ifPresent(this::recordRequest);
        events++;
        advanceTo(event.timeMillis());
    }

    private boolean isOfRun(long timeMillis) {
        return timeMillis >= startMillis && timeMillis <= endMillis;
    }

    private void recordRequest(DecisionRequest request) {
        requests++;
        updateCase(request.id(), decisionCase -> decisionCase.recordRequest(request));
    }

    /** Records a decision; of several on one event the first counts. */
    public void recordDecision(Decision decision) {
        updateCase(
                decision.eventId(),
                decisionCase -> decisionCase.decision = Objects.requireNonNullElse(decisionCase.decision, decision));
    }

    /** Records a ground truth; of several on one event the first counts. */
    public void recordTruth(Truth truth) {
        if (isOfRun(truth.timeMillis())) {
            updateCase(
                    truth.eventId(),
                    decisionCase -> decisionCase.truth = Objects.requireNonNullElse(decisionCase.truth, truth));
        }
    }

    /** Records how likely a user was to leave, whether or not the user left. */
    public void recordDepartureRisk(DepartureRisk risk) {
        if (risk.timeMillis() >= startMillis) {
            users.recordRisk(risk);
            post(new Posting(
                    risk.causeEventId(), Posting.PostingKind.EXPECTED_LIFETIME_VALUE_LOST, risk.expectedLossCents()));
        }
    }

    /** Records an outcome. */
    public void recordOutcome(Outcome outcome) {
        Runnable posting = outcome.match(new OutcomeFunctions<>(
                settlement -> () -> recordSettlement(settlement),
                stepUpResult -> () -> {},
                complaint -> () -> users.complaints++,
                report -> () -> recordReport(report),
                churn -> () -> recordChurn(churn),
                missedDeadline -> () -> users.missedDeadlines++,
                verdict -> () -> recordVerdict(verdict),
                depositReturn -> () -> {}));
        posting.run();
        advanceTo(outcome.timeMillis());
    }

    private void recordReport(FraudReport report) {
        if (openCases.containsKey(report.eventId())) {
            updateCase(report.eventId(), decisionCase -> decisionCase.isReported = true);
        }
    }

    private void recordVerdict(ReviewVerdict verdict) {
        users.verdicts++;
        post(new Posting(verdict.eventId(), Posting.PostingKind.REVIEW_PAID, tariff.reviewCostCents()));
        updateCase(verdict.eventId(), decisionCase -> {
            decisionCase.isConfirmedFraud = verdict.isFraud();
            decisionCase.verdictMillis = verdict.timeMillis();
        });
    }

    private void recordChurn(Churn churn) {
        users.recordChurn(churn);
        post(new Posting(churn.causeEventId(), Posting.PostingKind.LIFETIME_VALUE_LOST, churn.lifetimeValueCents()));
    }

    private void recordSettlement(Settlement settlement) {
        updateCase(
                settlement.eventId(),
                decisionCase ->
                        decisionCase.settlement = Objects.requireNonNullElse(decisionCase.settlement, settlement));
    }

    private void updateCase(long eventId, Consumer<DecisionCase> step) {
        var decisionCase = openCases.get(eventId);
        if (decisionCase == null) {
            if (droppedIds.contains(eventId)) {
                return;
            }
            decisionCase = new DecisionCase(eventId);
            openCases.put(eventId, decisionCase);
        }
        boolean wasClosed = decisionCase.isClosed();
        var before = decisionCase.entry;
        totals.add(decisionCase, before, -1);
        step.accept(decisionCase);
        decisionCase.entry = LedgerEntry.of(decisionCase, tariff);
        totals.add(decisionCase, decisionCase.entry, 1);
        if (!decisionCase.entry.equals(before)) {
            replaceEntry(decisionCase.entry);
        }
        if (!wasClosed && decisionCase.isClosed()) {
            settledCases.add(new ClosedCase(eventId, latestMillis));
        }
    }

    private void replaceEntry(LedgerEntry entry) {
        if (entry.isEmpty()) {
            entries.remove(entry.eventId());
        } else {
            entries.put(entry.eventId(), entry);
        }
    }

    private void advanceTo(long timeMillis) {
        latestMillis = Math.max(latestMillis, timeMillis);
        for (var due = pollDue(settledCases, TRUTH_GRACE_MILLIS);
                due != null;
                due = pollDue(settledCases, TRUTH_GRACE_MILLIS)) {
            var decisionCase = openCases.get(due.eventId());
            if (decisionCase != null && decisionCase.isFraud()) {
                awaitingReports.add(due);
            } else {
                closeCase(due.eventId());
            }
        }
        for (var due = pollDue(awaitingReports, REPORT_WINDOW_MILLIS);
                due != null;
                due = pollDue(awaitingReports, REPORT_WINDOW_MILLIS)) {
            closeCase(due.eventId());
        }
    }

    /** Removes and returns the oldest case that closed at least {@code delayMillis} ago; null without one. */
    private @Nullable ClosedCase pollDue(ArrayDeque<ClosedCase> queue, long delayMillis) {
        var oldest = queue.peek();
        return oldest != null && oldest.closedAtMillis() + delayMillis <= latestMillis ? queue.poll() : null;
    }

    private void closeCase(long eventId) {
        var closed = openCases.remove(eventId);
        if (closed != null) {
            totals.thefts.close(closed);
        }
        droppedIds.add(eventId);
        var entry = entries.remove(eventId);
        if (entry != null) {
            Posting.of(entry).forEach(this::post);
        }
    }

    /** Number of cases in memory. */
    int openCaseCount() {
        return openCases.size();
    }

    /** Number of thefts in memory. */
    int openTheftCount() {
        return totals.thefts.openCount();
    }

    private void post(Posting posting) {
        if (posting.amountCents() != 0) {
            journal.accept(posting);
        }
    }

    /** Posts the entries that are still open; nothing may be recorded afterwards. */
    public void closeBooks() {
        entries.values().stream().flatMap(Posting::of).forEach(this::post);
        entries.clear();
    }

    /** Entries that are not final and not empty, in order of creation; a live view. */
    public Collection<LedgerEntry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    /** The bill of everything recorded so far. */
    public Bill bill() {
        return Bill.of(events, requests, totals, users, tariff.reviewCostCents());
    }

    private record ClosedCase(long eventId, long closedAtMillis) {}
}
