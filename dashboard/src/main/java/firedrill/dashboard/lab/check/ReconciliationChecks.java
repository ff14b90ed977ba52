package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Arm;
import firedrill.dashboard.lab.RunObserver;
import firedrill.dashboard.ledger.Bill.CostBreakdown;
import firedrill.dashboard.ledger.LedgerEntry.Tariff;
import firedrill.dashboard.ledger.Posting;
import firedrill.dashboard.ledger.Posting.PostingKind;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.OutcomeKinds;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Check 4: probabilities, dollars and users reconcile with the events of the run. */
public final class ReconciliationChecks {

    /**
     * Bounds of expected over realised frauds. The measured ratio over twenty seeds was 1.2 with one champion and 1.3 with
     * the next. Frauds come in attacks of rings, and single seeds ranged from 0.65 to 1.8, which is why the bounds are
     * wide; docs/world.md, known gaps.
     */
    private static final double MIN_CALIBRATION_RATIO = 0.75;

    private static final double MAX_CALIBRATION_RATIO = 1.6;

    public static List<SanityCheck> evaluate(List<Arm> arms, List<ReconciliationLedger> books, Tariff tariff) {
        double expected = books.stream().mapToDouble(book -> book.expected).sum();
        double realised = books.stream().mapToDouble(book -> book.realised).sum();
        double settledTwice =
                books.stream().mapToLong(book -> book.settledTwice).sum();
        double afterDeparture =
                books.stream().mapToLong(book -> book.eventsAfterDeparture).sum();
        double unposted = 0;
        double untraced = 0;
        double uncounted = 0;
        for (int i = 0; i < arms.size(); i++) {
            var bill = arms.get(i).bill();
            unposted += books.get(i).unpostedUsd(bill.costs());
            untraced += Math.abs(bill.costs().fraudLossUsd() - books.get(i).lossUsd(tariff));
            uncounted += Math.abs(
                    bill.users().usersLost() - books.get(i).departedUsers.size());
        }
        return List.of(
                SanityCheck.between(
                        "4a",
                        "expected frauds (sum of probabilities) per realised fraud, withdrawals",
                        expected / realised,
                        MIN_CALIBRATION_RATIO,
                        MAX_CALIBRATION_RATIO),
                SanityCheck.atMost(
                        "4b", "net cost and expected net cost not explained by postings, USD", unposted, 0.01),
                SanityCheck.exactly("4c", "requests settled twice", settledTwice, 0),
                SanityCheck.exactly("4d", "events after departure", afterDeparture, 0),
                SanityCheck.atMost("4e", "fraud loss not traced to event ids, USD", untraced, 0.01),
                SanityCheck.exactly("4f", "departures not matched one to one", uncounted, 0));
    }

    /** An independent ledger, from the events of the exchange and the postings of the ledger under test. */
    public static final class ReconciliationLedger implements RunObserver, Consumer<Posting> {

        private static final Set<PostingKind> HANDLING_COST = EnumSet.of(
                PostingKind.FRAUD_LOST, PostingKind.COMPLIANCE_COST, PostingKind.FEE_LOST, PostingKind.REVIEW_PAID);

        private final Set<Long> settled = new HashSet<>();
        private final Set<Long> laundering = new HashSet<>();
        private final Set<Long> departedUsers = new HashSet<>();
        private final Map<Long, Long> atRiskCents = new HashMap<>();
        private final Map<Long, Long> requestedCents = new HashMap<>();
        private final Map<Long, Long> stolenCents = new TreeMap<>();
        private double expected;
        private double realised;
        private long settledTwice;
        private long eventsAfterDeparture;
        private long handlingCents;
        private long lifetimeValueCents;
        private long expectedLifetimeValueCents;

        @Override
        public void accept(Posting posting) {
            long cents = posting.amountCents();
            handlingCents += HANDLING_COST.contains(posting.kind()) ? cents : 0;
            lifetimeValueCents += posting.kind() == PostingKind.LIFETIME_VALUE_LOST ? cents : 0;
            expectedLifetimeValueCents += posting.kind() == PostingKind.EXPECTED_LIFETIME_VALUE_LOST ? cents : 0;
        }

        /** The part of both net costs that the postings do not explain. */
        double unpostedUsd(CostBreakdown costs) {
            return Math.abs(costs.netCostUsd() - (handlingCents + lifetimeValueCents) / 100.0)
                    + Math.abs(costs.expectedNetCostUsd() - (handlingCents + expectedLifetimeValueCents) / 100.0);
        }

        @Override
        public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
            eventsAfterDeparture += departedUsers.contains(event.userId()) ? 1 : 0;
            if (decision != null && event.isWithdrawal()) {
                expected += decision.probability();
                realised += atRiskCents.getOrDefault(event.id(), 0L) > 0 ? 1 : 0;
            }
            event.asRequest()
                    .filter(request -> atRiskCents.containsKey(request.id()))
                    .ifPresent(request -> requestedCents.put(request.id(), request.amountCents()));
        }

        @Override
        public void onTruth(Truth truth) {
            atRiskCents.put(truth.eventId(), truth.atRiskCents());
            if (truth.isLaundering()) {
                laundering.add(truth.eventId());
            }
        }

        private void recordTheft(Settlement settlement) {
            Long atRisk = atRiskCents.get(settlement.eventId());
            if (atRisk == null || laundering.contains(settlement.eventId())) {
                return;
            }
            double share = switch (settlement.disposition()) {
                case RELEASED -> 1;
                case LIMITED ->
                    (double) settlement.amountCents() / requestedCents.getOrDefault(settlement.eventId(), 0L);
                case REFUSED, ABANDONED, RECALLED -> 0;
            };
            stolenCents.put(settlement.eventId(), Math.round(share * atRisk));
        }

        /** Fraud loss net of recoveries, event by event. */
        double lossUsd(Tariff tariff) {
            return stolenCents.values().stream()
                            .mapToLong(tariff::unrecoveredCents)
                            .sum()
                    / 100.0;
        }

        @Override
        public void onOutcome(Outcome outcome) {
            OutcomeKinds.settlement(outcome).ifPresent(this::recordSettlement);
            OutcomeKinds.churn(outcome).map(Churn::userId).ifPresent(departedUsers::add);
        }

        private void recordSettlement(Settlement settlement) {
            if (settled.add(settlement.eventId())) {
                recordTheft(settlement);
            } else {
                settledTwice++;
            }
        }
    }

    private ReconciliationChecks() {}
}
