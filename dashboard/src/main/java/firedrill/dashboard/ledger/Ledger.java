package firedrill.dashboard.ledger;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every dollar and every user of a run.
 *
 * <p>Fed from four sources in any order; the sums depend only on what was told, not on when. A decision or settlement
 * that is told twice counts once.
 *
 * <p>What it remembers does not grow with time. Honest cases are forgotten {@link #TRUTH_GRACE} of simulated time after they
 * closed, which is how late a truth may be, and frauds {@link #REPORT_WINDOW} after, which is how late a report may be: their
 * lines, final by then, go to the journal as postings. The sums know of them for ever.
 */
public final class Ledger {

    private static final Duration TRUTH_GRACE = Duration.ofMinutes(10);
    private static final Duration REPORT_WINDOW = Duration.ofDays(30);

    private final LedgerEntry.Tariff tariff;
    private final long startMillis;
    private final Map<Long, DecisionCase> openCases = new HashMap<>();
    private final Consumer<Posting> journal;
    private final ArrayDeque<ClosedCase> settledCases = new ArrayDeque<>();
    private final ArrayDeque<ClosedCase> awaitingReports = new ArrayDeque<>();
    private final Map<Long, LedgerEntry> entries = new LinkedHashMap<>();
    private final LedgerTotals totals = new LedgerTotals();
    private final UserTotals users = new UserTotals();
    private long events;
    private long requests;
    private long latestMillis;

    /** A ledger of what happens from {@code startMillis} of simulated time on; what is told of before is history. */
    public Ledger(LedgerEntry.Tariff tariff, long startMillis) {
        this(tariff, startMillis, posting -> {});
    }

    /** The same; {@code journal} is told each amount once it is final, and the last of them by {@link #closeBooks}. */
    public Ledger(LedgerEntry.Tariff tariff, long startMillis, Consumer<Posting> journal) {
        this.tariff = tariff;
        this.startMillis = startMillis;
        this.journal = journal;
    }

    /** Takes an event; history is not part of the run and is left out. */
    public void recordEvent(ExchangeEvent event) {
        if (event.timeMillis() < startMillis) {
            return;
        }
        if (event instanceof DecisionRequest decided) {
            requests++;
            updateCase(event.id(), known -> known.recordRequest(decided));
        }
        events++;
        advanceTo(event.timeMillis());
    }

    /** Takes a decision; of two with one id the first counts. */
    public void recordDecision(Decision decision) {
        updateCase(decision.eventId(), known -> known.decision = known.decision == null ? decision : known.decision);
    }

    /** Takes a truth. */
    public void recordTruth(Truth truth) {
        if (truth.timeMillis() < startMillis) {
            return;
        }
        updateCase(truth.eventId(), known -> known.truth = truth);
    }

    /** Takes an outcome. */
    public void recordOutcome(Outcome outcome) {
        if (outcome instanceof Settlement settlement) {
            recordSettlement(settlement);
        } else if (outcome instanceof FraudReport report && openCases.containsKey(report.eventId())) {
            updateCase(report.eventId(), known -> known.isReported = true);
        } else if (outcome instanceof ReviewVerdict verdict) {
            users.verdicts++;
            post(new Posting(verdict.eventId(), Posting.PostingKind.REVIEW_PAID, tariff.reviewCostCents()));
            updateCase(verdict.eventId(), known -> known.isConfirmedFraud = verdict.isFraud());
        } else if (outcome instanceof Churn departure) {
            users.recordDeparture(departure);
            post(new Posting(
                    departure.causeEventId(), Posting.PostingKind.LIFETIME_VALUE_LOST, departure.lifetimeValueCents()));
        } else if (outcome instanceof Outcome.Complaint) {
            users.complaints++;
        } else if (outcome instanceof Outcome.MissedDeadline) {
            users.missedDeadlines++;
        }
        advanceTo(outcome.timeMillis());
    }

    private void recordSettlement(Settlement settlement) {
        updateCase(
                settlement.eventId(),
                known -> known.settlement = known.settlement == null ? settlement : known.settlement);
    }

    private void updateCase(long eventId, Consumer<DecisionCase> step) {
        var known = openCases.computeIfAbsent(eventId, DecisionCase::new);
        boolean wasClosed = known.isClosed();
        totals.add(known, LedgerEntry.of(known, tariff), -1);
        step.accept(known);
        var entry = LedgerEntry.of(known, tariff);
        totals.add(known, entry, 1);
        if (entry.isEmpty()) {
            entries.remove(eventId);
        } else {
            entries.put(eventId, entry);
        }
        if (!wasClosed && known.isClosed()) {
            settledCases.add(new ClosedCase(eventId, latestMillis));
        }
    }

    private void advanceTo(long timeMillis) {
        latestMillis = Math.max(latestMillis, timeMillis);
        for (var due = pollDue(settledCases, TRUTH_GRACE); due != null; due = pollDue(settledCases, TRUTH_GRACE)) {
            var known = openCases.get(due.eventId());
            if (known != null && known.isFraud()) {
                awaitingReports.add(due);
            } else {
                closeCase(due.eventId());
            }
        }
        for (var due = pollDue(awaitingReports, REPORT_WINDOW);
                due != null;
                due = pollDue(awaitingReports, REPORT_WINDOW)) {
            closeCase(due.eventId());
        }
    }

    /** The next that closed so long ago, taken out; null if there is none. */
    private @Nullable ClosedCase pollDue(ArrayDeque<ClosedCase> queue, Duration after) {
        var oldest = queue.peek();
        return oldest != null && oldest.closedAtMillis() + after.toMillis() <= latestMillis ? queue.poll() : null;
    }

    private void closeCase(long eventId) {
        openCases.remove(eventId);
        var line = entries.remove(eventId);
        if (line != null) {
            Posting.of(line).forEach(this::post);
        }
    }

    private void post(Posting posting) {
        if (posting.amountCents() != 0) {
            journal.accept(posting);
        }
    }

    /** Tells the journal what is open still, as far as it is known; nothing may be told to this ledger after. */
    public void closeBooks() {
        entries.values().stream().flatMap(Posting::of).forEach(this::post);
        entries.clear();
    }

    /** The lines that are not final yet and have dollars in them, in the order in which they arose; a live view. */
    public Collection<LedgerEntry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    /** What it all comes to by now. */
    public Bill bill() {
        return Bill.of(events, requests, totals, users, tariff.reviewCostCents());
    }

    private record ClosedCase(long eventId, long closedAtMillis) {}

    /** Users lost so far, and what else they made known. */
    static final class UserTotals {

        long lost;
        long lostToWordOfMouth;
        long lifetimeValueCents;
        long complaints;
        long missedDeadlines;
        long verdicts;

        void recordDeparture(Churn departure) {
            lost++;
            lostToWordOfMouth += departure.isWordOfMouth() ? 1 : 0;
            lifetimeValueCents += departure.lifetimeValueCents();
        }
    }
}
