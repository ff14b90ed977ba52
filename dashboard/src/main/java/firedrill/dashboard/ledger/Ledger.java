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

/**
 * Every dollar and every user of a run.
 *
 * <p>Fed from four sources in any order; the sums depend only on what was told, not on when. A decision or settlement
 * that is told twice counts once. Honest cases are forgotten {@link #GRACE} of simulated time after they closed, which
 * is how late a truth may be; frauds, and every entry with dollars in it, are kept.
 */
public final class Ledger {

    private static final Duration GRACE = Duration.ofMinutes(10);

    private final Entry.Tariff tariff;
    private final long startMillis;
    private final Map<Long, Case> open = new HashMap<>();
    private final ArrayDeque<Closed> closing = new ArrayDeque<>();
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private final Totals totals = new Totals();
    private final People people = new People();
    private long events;
    private long asked;
    private long latestMillis;

    /** A ledger of what happens from {@code startMillis} of simulated time on; what is told of before is history. */
    public Ledger(Entry.Tariff tariff, long startMillis) {
        this.tariff = tariff;
        this.startMillis = startMillis;
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
            change(verdict.eventId(), known -> known.isConvicted = verdict.fraud());
        } else if (outcome instanceof Departure departure) {
            people.departed(departure);
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
        var oldest = closing.peek();
        while (oldest != null && oldest.atMillis() + GRACE.toMillis() <= latestMillis) {
            var known = open.get(oldest.eventId());
            if (known != null && !known.isFraud()) {
                open.remove(oldest.eventId());
            }
            closing.poll();
            oldest = closing.peek();
        }
    }

    /** The lines with dollars in them, in the order in which they arose; a live view. */
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
