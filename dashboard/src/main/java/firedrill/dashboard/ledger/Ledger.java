package firedrill.dashboard.ledger;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Departure;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Verdict;
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
 * <p>What it remembers does not grow with time. Honest cases are forgotten {@link #GRACE} of simulated time after they
 * closed, which is how late a truth may be, and frauds {@link #REPORTS} after, which is how late a report may be: their
 * lines, final by then, go to the journal as postings. The sums know of them for ever.
 */
public final class Ledger {

    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final Duration REPORTS = Duration.ofDays(30);

    private final Entry.Tariff tariff;
    private final long startMillis;
    private final Map<Long, Case> open = new HashMap<>();
    private final Consumer<Posting> journal;
    private final ArrayDeque<Closed> closing = new ArrayDeque<>();
    private final ArrayDeque<Closed> awaitingReports = new ArrayDeque<>();
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private final Totals totals = new Totals();
    private final People people = new People();
    private long events;
    private long asked;
    private long latestMillis;

    /** A ledger of what happens from {@code startMillis} of simulated time on; what is told of before is history. */
    public Ledger(Entry.Tariff tariff, long startMillis) {
        this(tariff, startMillis, posting -> {});
    }

    /** The same; {@code journal} is told each amount once it is final, and the last of them by {@link #closeBooks}. */
    public Ledger(Entry.Tariff tariff, long startMillis, Consumer<Posting> journal) {
        this.tariff = tariff;
        this.startMillis = startMillis;
        this.journal = journal;
    }

    /** Takes an event; history is not part of the run and is left out. */
    public void event(ExchangeEvent event) {
        if (event.timeMillis() < startMillis) {
            return;
        }
        if (event instanceof Decided decided) {
            asked++;
            change(event.id(), known -> known.asked(decided));
        }
        events++;
        advanceTo(event.timeMillis());
    }

    /** Takes a decision; of two with one id the first counts. */
    public void decision(Decision decision) {
        change(decision.eventId(), known -> known.decision = known.decision == null ? decision : known.decision);
    }

    /** Takes a truth. */
    public void truth(Truth truth) {
        if (truth.timeMillis() < startMillis) {
            return;
        }
        change(truth.eventId(), known -> known.truth = truth);
    }

    /** Takes an outcome. */
    public void outcome(Outcome outcome) {
        if (outcome instanceof Settlement settlement) {
            settle(settlement);
        } else if (outcome instanceof FraudReport report && open.containsKey(report.eventId())) {
            change(report.eventId(), known -> known.isReported = true);
        } else if (outcome instanceof Verdict verdict) {
            people.verdicts++;
            post(new Posting(verdict.eventId(), Posting.Kind.REVIEW_PAID, tariff.reviewCents()));
            change(verdict.eventId(), known -> known.isConvicted = verdict.fraud());
        } else if (outcome instanceof Departure departure) {
            people.departed(departure);
            post(new Posting(
                    departure.causeEventId(), Posting.Kind.LIFETIME_VALUE_LOST, departure.lifetimeValueCents()));
        } else if (outcome instanceof Outcome.Complaint) {
            people.complaints++;
        } else if (outcome instanceof Outcome.MissedDeadline) {
            people.missedDeadlines++;
        }
        advanceTo(outcome.timeMillis());
    }

    private void settle(Settlement settlement) {
        change(
                settlement.eventId(),
                known -> known.settlement = known.settlement == null ? settlement : known.settlement);
    }

    private void change(long eventId, Consumer<Case> step) {
        var known = open.computeIfAbsent(eventId, Case::new);
        boolean wasClosed = known.isClosed();
        totals.add(known, Entry.of(known, tariff), -1);
        step.accept(known);
        var entry = Entry.of(known, tariff);
        totals.add(known, entry, 1);
        if (entry.isNothing()) {
            entries.remove(eventId);
        } else {
            entries.put(eventId, entry);
        }
        if (!wasClosed && known.isClosed()) {
            closing.add(new Closed(eventId, latestMillis));
        }
    }

    private void advanceTo(long timeMillis) {
        latestMillis = Math.max(latestMillis, timeMillis);
        for (var due = due(closing, GRACE); due != null; due = due(closing, GRACE)) {
            var known = open.get(due.eventId());
            if (known != null && known.isFraud()) {
                awaitingReports.add(due);
            } else {
                forget(due.eventId());
            }
        }
        for (var due = due(awaitingReports, REPORTS); due != null; due = due(awaitingReports, REPORTS)) {
            forget(due.eventId());
        }
    }

    /** The next that closed so long ago, taken out; null if there is none. */
    private @Nullable Closed due(ArrayDeque<Closed> queue, Duration after) {
        var oldest = queue.peek();
        return oldest != null && oldest.atMillis() + after.toMillis() <= latestMillis ? queue.poll() : null;
    }

    private void forget(long eventId) {
        open.remove(eventId);
        var line = entries.remove(eventId);
        if (line != null) {
            Posting.of(line).forEach(this::post);
        }
    }

    private void post(Posting posting) {
        if (posting.cents() != 0) {
            journal.accept(posting);
        }
    }

    /** Tells the journal what is open still, as far as it is known; nothing may be told to this ledger after. */
    public void closeBooks() {
        entries.values().stream().flatMap(Posting::of).forEach(this::post);
        entries.clear();
    }

    /** The lines that are not final yet and have dollars in them, in the order in which they arose; a live view. */
    public Collection<Entry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    /** What it all comes to by now. */
    public Bill bill() {
        return Bill.of(events, asked, totals, people, tariff.reviewCents());
    }

    private record Closed(long eventId, long atMillis) {}

    /** Users lost so far, and what else they made known. */
    static final class People {

        long lost;
        long lostToWordOfMouth;
        long lifetimeValueCents;
        long complaints;
        long missedDeadlines;
        long verdicts;

        void departed(Departure departure) {
            lost++;
            lostToWordOfMouth += departure.byWordOfMouth() ? 1 : 0;
            lifetimeValueCents += departure.lifetimeValueCents();
        }
    }
}
