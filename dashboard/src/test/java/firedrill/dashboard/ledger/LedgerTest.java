package firedrill.dashboard.ledger;

import static firedrill.dashboard.ledger.LedgerInput.decision;
import static firedrill.dashboard.ledger.LedgerInput.fraud;
import static firedrill.dashboard.ledger.LedgerInput.laundering;
import static firedrill.dashboard.ledger.LedgerInput.ledgerOf;
import static firedrill.dashboard.ledger.LedgerInput.order;
import static firedrill.dashboard.ledger.LedgerInput.outcome;
import static firedrill.dashboard.ledger.LedgerInput.released;
import static firedrill.dashboard.ledger.LedgerInput.reported;
import static firedrill.dashboard.ledger.LedgerInput.risk;
import static firedrill.dashboard.ledger.LedgerInput.settled;
import static firedrill.dashboard.ledger.LedgerInput.theft;
import static firedrill.dashboard.ledger.LedgerInput.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.RangeChecks;
import firedrill.ingest.event.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LedgerTest {

    @Test
    void aStolenWithdrawalThatWasReleasedIsALossLessWhatComesBack() {
        var ledger = ledgerOf(withdrawal(1, 100_000), decision(1, Action.ALLOW, 0.1), fraud(1, 100_000), released(1));

        assertThat(ledger.bill().costs().fraudLossUsd()).isEqualTo(970);
        assertThat(ledger.entries()).containsExactly(new LedgerEntry(1, 100_000, 97_000, 0, 0, 0, 0, 0));
    }

    @Test
    void aStolenWithdrawalThatWasRefusedIsPrevented() {
        var ledger = ledgerOf(
                withdrawal(1, 100_000),
                decision(1, Action.BLOCK, 0.9),
                fraud(1, 100_000),
                settled(1, Disposition.REFUSED));

        assertThat(ledger.entries()).containsExactly(new LedgerEntry(1, 100_000, 0, 100_000, 0, 0, 0, 0));
        assertThat(ledger.bill().quality().recall().trueValue()).isEqualTo(1);
    }

    @Test
    void aCostThatPassesTheRangeOfItsSumDoesNotBecomeAGain() {
        var ledger = new Ledger(LedgerInput.TARIFF, 0);
        for (int user = 1; user <= 1_000; user++) {
            ledger.recordOutcome(new Churn(user, 5, 0, 0, RangeChecks.MAX_CENTS, 0, 0));
        }
        assertThat(ledger.bill().costs().ltvLostUsd()).isEqualTo(Long.MAX_VALUE / 100.0);
        assertThat(ledger.bill().costs().netCostUsd()).isEqualTo(Long.MAX_VALUE / 100.0);
    }

    @Test
    void anHonestOrderThatWasRefusedCostsItsFee() {
        var ledger = ledgerOf(order(1, 200_000), decision(1, Action.BLOCK, 0.9), settled(1, Disposition.REFUSED));

        assertThat(ledger.entries()).containsExactly(new LedgerEntry(1, 0, 0, 0, 200_000, 200, 0, 0));
        assertThat(ledger.bill().counts().legitBlockedEvents()).isEqualTo(1);
    }

    @Test
    void aFigureThatIsNotAvailableIsNullAndNotZero() {
        var quality = ledgerOf(withdrawal(1, 5_000), decision(1, Action.ALLOW, 0.01), released(1))
                .bill()
                .quality();

        assertThat(quality.precision()).isNull();
        assertThat(quality.recall()).isEqualTo(new Bill.RecallEstimates(null, null));
        assertThat(quality.averagePrecision()).isNull();
        assertThat(quality.falsePositiveRate()).isEqualTo(0);
    }

    @Test
    void observedRecallCountsReportedFraudOnly() {
        var ledger = ledgerOf(
                withdrawal(1, 1_000),
                decision(1, Action.ALLOW, 0.1),
                fraud(1, 1_000),
                released(1),
                reported(1),
                withdrawal(2, 1_000),
                decision(2, Action.BLOCK, 0.9),
                fraud(2, 1_000),
                settled(2, Disposition.REFUSED));

        assertThat(ledger.bill().quality().recall()).isEqualTo(new Bill.RecallEstimates(0.0, 0.5));
    }

    @Test
    void averagePrecisionRanksByProbability() {
        var ledger = ledgerOf(
                withdrawal(1, 1_000),
                decision(1, Action.ALLOW, 0.9),
                fraud(1, 1_000),
                withdrawal(2, 1_000),
                decision(2, Action.ALLOW, 0.5),
                withdrawal(3, 1_000),
                decision(3, Action.ALLOW, 0.2),
                fraud(3, 1_000));

        assertThat(ledger.bill().quality().averagePrecision()).isEqualTo((1.0 + 2.0 / 3) / 2);
    }

    @Test
    void aRepeatedDecisionOrSettlementCountsOnce() {
        var once = ledgerOf(withdrawal(1, 1_000), decision(1, Action.HOLD, 0.3), released(1));
        var twice = ledgerOf(
                withdrawal(1, 1_000),
                decision(1, Action.HOLD, 0.3),
                decision(1, Action.BLOCK, 0.3),
                released(1),
                settled(1, Disposition.REFUSED));

        assertThat(twice.bill()).isEqualTo(once.bill());
    }

    @Test
    void aChurnedUserCostsTheLifetimeValue() {
        var ledger =
                ledgerOf(outcome(new Churn(7, 10, 1, 0, 120_000, 9, 4)), outcome(new Churn(8, 20, 1, 7, 30_000, 2, 1)));

        assertThat(ledger.bill().users()).isEqualTo(new Bill.UserImpact(2, 1, 11, 5, 0, 0, 0, 0));
        assertThat(ledger.bill().costs().netCostUsd()).isEqualTo(1_500);
    }

    @Test
    void historyIsNotPartOfTheRun() {
        var historical = new Withdrawal(
                1, 5, 0, LedgerInput.MARKET, LedgerInput.ACCOUNT, 9, 11, "BTC", 1_000, 1_000, true, 0, true);

        assertThat(ledgerOf(ledger -> ledger.recordEvent(historical))
                        .bill()
                        .counts()
                        .events())
                .isZero();
    }

    @Property(tries = 200)
    void theOrderOfArrivalChangesNothing(@ForAll long seed) {
        var parts = new ArrayList<>(List.of(
                withdrawal(1, 100_000),
                decision(1, Action.ALLOW, 0.1),
                fraud(1, 90_000),
                released(1),
                reported(1),
                withdrawal(2, 70_000),
                decision(2, Action.HOLD, 0.6),
                settled(2, Disposition.RECALLED),
                order(3, 40_000),
                decision(3, Action.BLOCK, 0.8),
                settled(3, Disposition.REFUSED),
                withdrawal(4, 60_000),
                theft(4, 4, 0, 50_000),
                settled(4, Disposition.REFUSED),
                withdrawal(5, 60_000),
                theft(5, 4, 1, 50_000),
                settled(5, Disposition.LIMITED),
                withdrawal(6, 30_000),
                decision(6, Action.REVIEW, 0.3),
                laundering(6, 30_000),
                outcome(new ReviewVerdict(5, 300_000, 6, false)),
                released(6),
                outcome(new Churn(8, 20, 1, 7, 30_000, 2, 1)),
                risk(1, 0.1, 700, false),
                risk(2, 0.2, 900, false),
                risk(2, 0.3, 40, true)));
        var inOrder = ledgerOf(parts).bill();
        var report = parts.remove(4);
        Collections.shuffle(parts, new Random(seed));
        parts.add(report);

        assertThat(ledgerOf(parts).bill()).isEqualTo(inOrder);
    }

    @Property(tries = 100)
    void everyDollarOfFraudIsLostRecoveredPreventedOrPending(@ForAll long seed) {
        var random = new Random(seed);
        var parts = new ArrayList<LedgerInput>();
        long attempted = 0;
        for (long id = 1; id <= 50; id++) {
            long cents = 1L + random.nextInt(1_000_000);
            attempted += cents;
            parts.add(withdrawal(id, cents));
            parts.add(fraud(id, cents));
            parts.add(decision(id, Action.values()[random.nextInt(Action.values().length)], random.nextDouble()));
            var disposition = Disposition.values()[random.nextInt(Disposition.values().length)];
            long moved = disposition == Disposition.LIMITED ? random.nextLong(cents) + 1 : cents;
            parts.add(outcome(new Settlement(5, id + 1, id, disposition, moved, 0)));
        }
        var entries = ledgerOf(parts).entries();

        assertThat(entries.stream().mapToLong(LedgerEntry::fraudAttemptedCents).sum())
                .isEqualTo(attempted);
        assertThat(entries).allSatisfy(entry -> {
            long stolen = entry.fraudAttemptedCents() - entry.fraudPreventedCents();
            assertThat(stolen).isBetween(0L, entry.fraudAttemptedCents());
            assertThat(entry.fraudLossCents()).isEqualTo(LedgerInput.TARIFF.unrecoveredCents(stolen));
        });
    }

    @Test
    void anAnalystIsPaidForEachVerdict() {
        var ledger = ledgerOf(
                withdrawal(1, 100_000),
                decision(1, Action.REVIEW, 0.4),
                outcome(new ReviewVerdict(5, 2, 1, false)),
                released(1));

        assertThat(ledger.bill().costs().reviewCostUsd()).isEqualTo(9);
        assertThat(ledger.bill().costs().netCostUsd()).isEqualTo(9);
    }

    @Test
    void aVerdictMakesAFraudKnown() {
        var ledger = ledgerOf(
                withdrawal(1, 100_000),
                decision(1, Action.REVIEW, 0.4),
                fraud(1, 100_000),
                outcome(new ReviewVerdict(5, 2, 1, true)),
                settled(1, Disposition.REFUSED));

        assertThat(ledger.bill().quality().recall().observed()).isEqualTo(1);
    }

    @Test
    void fraudInOrdersCountsInTheRecallOfItsTypology() {
        var ledger = ledgerOf(
                order(1, 100_000),
                decision(1, Action.ALLOW, 0.1),
                inputs -> inputs.recordTruth(new Truth(1, 5, 1, "spoofing", 900)),
                released(1),
                order(2, 100_000),
                decision(2, Action.BLOCK, 0.9),
                inputs -> inputs.recordTruth(new Truth(2, 5, 2, "spoofing", 900)),
                settled(2, Disposition.REFUSED));

        assertThat(ledger.bill().quality().recallByTypology()).containsExactly(Map.entry("spoofing", 0.5));
    }
}
