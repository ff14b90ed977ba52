package firedrill.dashboard.ledger;

import static firedrill.dashboard.ledger.LedgerInput.decision;
import static firedrill.dashboard.ledger.LedgerInput.event;
import static firedrill.dashboard.ledger.LedgerInput.laundering;
import static firedrill.dashboard.ledger.LedgerInput.ledgerOf;
import static firedrill.dashboard.ledger.LedgerInput.outcome;
import static firedrill.dashboard.ledger.LedgerInput.released;
import static firedrill.dashboard.ledger.LedgerInput.settled;
import static firedrill.dashboard.ledger.LedgerInput.theft;
import static firedrill.dashboard.ledger.LedgerInput.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.ledger.Bill.TheftFigures;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A theft counts once, however often the thief tries. */
class TheftLedgerTest {

    @Test
    void aRetryOfAStoppedTheftAttemptsNothingNew() {
        var bill = ledgerOf(
                        withdrawal(1, 100_000),
                        theft(1, 1, 0, 100_000),
                        settled(1, Disposition.REFUSED),
                        withdrawal(2, 100_000),
                        theft(2, 1, 1, 100_000),
                        settled(2, Disposition.REFUSED))
                .bill();

        assertThat(bill.costs().fraudAttemptedUsd()).isEqualTo(1_000);
        assertThat(bill.costs().fraudPreventedUsd()).isEqualTo(1_000);
        assertThat(bill.quality().thefts()).isEqualTo(new TheftFigures(1, 1, 0, 0));
        assertThat(bill.quality().recallByTypology()).containsExactly(Map.entry("account-takeover", 1.0));
    }

    @Test
    void whatARetryTakesWasNotPrevented() {
        var ledger = ledgerOf(
                withdrawal(1, 100_000),
                theft(1, 1, 0, 100_000),
                settled(1, Disposition.REFUSED),
                withdrawal(2, 60_000),
                theft(2, 1, 1, 60_000),
                released(2));

        assertThat(ledger.entries())
                .containsExactly(
                        new LedgerEntry(1, 100_000, 0, 100_000, 0, 0, 0, 0),
                        new LedgerEntry(2, 0, 58_200, -60_000, 0, 0, 0, 0));
        var bill = ledger.bill();
        assertThat(bill.costs().fraudPreventedUsd()).isEqualTo(400);
        assertThat(bill.costs().fraudSlippedThroughUsd()).isEqualTo(600);
        assertThat(bill.costs().fraudLossUsd()).isEqualTo(582);
        assertThat(bill.quality().thefts()).isEqualTo(new TheftFigures(1, 0, 0, 1));
        assertThat(bill.quality().recallByTypology()).containsExactly(Map.entry("account-takeover", 0.0));
    }

    @Test
    void aTheftOfWhichAPartLeavesAtOnceIsMissed() {
        var bill = ledgerOf(
                        withdrawal(1, 100_000),
                        theft(1, 1, 0, 100_000),
                        settled(1, Disposition.REFUSED),
                        withdrawal(2, 50_000),
                        theft(2, 1, 0, 50_000),
                        outcome(new Settlement(5, 3, 2, Disposition.LIMITED, 10_000, 0)))
                .bill();

        assertThat(bill.quality().thefts()).isEqualTo(new TheftFigures(1, 0, 1, 0));
        assertThat(bill.costs().fraudAttemptedUsd()).isEqualTo(1_500);
        assertThat(bill.costs().fraudPreventedUsd()).isEqualTo(1_400);
    }

    @Test
    void aTheftThatIsNotSettledIsNeitherStoppedNorMissed() {
        var bill = ledgerOf(
                        withdrawal(1, 100_000),
                        theft(1, 1, 0, 100_000),
                        settled(1, Disposition.REFUSED),
                        withdrawal(2, 100_000),
                        theft(2, 1, 1, 100_000))
                .bill();

        assertThat(bill.quality().thefts()).isEqualTo(new TheftFigures(1, 0, 0, 0));
        assertThat(bill.quality().recallByTypology()).isEmpty();
    }

    @Test
    void launderedMoneyIsNobodysLossButCostsAPenalty() {
        var ledger = ledgerOf(withdrawal(1, 200_000), laundering(1, 200_000), released(1));

        assertThat(ledger.entries()).containsExactly(new LedgerEntry(1, 0, 0, 0, 0, 0, 0, 10_000));
        var bill = ledger.bill();
        assertThat(bill.costs().fraudAttemptedUsd()).isZero();
        assertThat(bill.costs().fraudLossUsd()).isZero();
        assertThat(bill.costs().complianceCostUsd()).isEqualTo(100);
        assertThat(bill.costs().netCostUsd()).isEqualTo(100);
        assertThat(bill.costs().expectedNetCostUsd()).isEqualTo(100);
        assertThat(bill.quality().thefts()).isEqualTo(new TheftFigures(0, 0, 0, 0));
        assertThat(bill.quality().recallByTypology()).containsExactly(Map.entry("structuring", 0.0));
    }

    @Test
    void launderedMoneyThatIsRefusedCostsNothing() {
        var ledger = ledgerOf(withdrawal(1, 200_000), laundering(1, 200_000), settled(1, Disposition.REFUSED));

        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.bill().costs().netCostUsd()).isZero();
    }

    @Test
    void aLossCountsUpToTheCapInTheCappedLoss() {
        var bill = ledgerOf(
                        withdrawal(1, 10_000_000),
                        theft(1, 1, 0, 10_000_000),
                        released(1),
                        withdrawal(2, 100_000),
                        theft(2, 2, 0, 100_000),
                        released(2))
                .bill();

        assertThat(Bill.lossCapUsd()).isEqualTo(20_000);
        assertThat(bill.costs().fraudLossUsd()).isEqualTo(97_970);
        assertThat(bill.costs().fraudLossCappedUsd()).isEqualTo(20_970);
        assertThat(bill.costs().expectedNetCostCappedUsd()).isEqualTo(20_970);
    }

    @Test
    void aTheftIsForgottenWithItsLastCaseAndItsCountStays() {
        var ledger = ledgerOf(
                withdrawal(1, 100_000),
                decision(1, Action.BLOCK, 0.9),
                theft(1, 1, 0, 100_000),
                settled(1, Disposition.REFUSED));
        assertThat(ledger.openTheftCount()).isEqualTo(1);
        var before = ledger.bill().quality();

        event(login(2, Duration.ofMinutes(20))).applyTo(ledger);
        event(login(3, Duration.ofDays(31))).applyTo(ledger);

        assertThat(ledger.openTheftCount()).isZero();
        assertThat(ledger.bill().quality()).isEqualTo(before);
    }

    private static Login login(long id, Duration time) {
        return new Login(id, 5, time.toMillis(), LedgerInput.MARKET, 9);
    }

    /** Any thefts, with any retries and any ends, told in any order. */
    @Property(tries = 200)
    void whatIsAttemptedIsPreventedOrTaken(@ForAll long seed) {
        var random = new Random(seed);
        var parts = new ArrayList<LedgerInput>();
        long attempted = 0;
        long taken = 0;
        long id = 0;
        for (long theftId = 1; theftId <= 10; theftId++) {
            int attempts = 1 + random.nextInt(4);
            for (int attempt = 0; attempt < attempts; attempt++) {
                id++;
                long cents = 1L + random.nextInt(1_000_000);
                boolean isReleased = random.nextBoolean();
                attempted += attempt == 0 ? cents : 0;
                taken += isReleased ? cents : 0;
                parts.add(withdrawal(id, cents));
                parts.add(theft(id, theftId, attempt, cents));
                parts.add(settled(id, isReleased ? Disposition.RELEASED : Disposition.REFUSED));
            }
        }
        var inOrder = ledgerOf(parts);
        var shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, random);

        assertThat(ledgerOf(shuffled).bill()).isEqualTo(inOrder.bill());
        assertThat(sum(inOrder.entries())).containsExactly(attempted, attempted - taken);
        var thefts = inOrder.bill().quality().thefts();
        assertThat(thefts.attempted()).isEqualTo(10);
        assertThat(thefts.stopped() + thefts.missed() + thefts.slippedThrough()).isEqualTo(10);
    }

    private static List<Long> sum(Iterable<LedgerEntry> entries) {
        long attempted = 0;
        long prevented = 0;
        for (var entry : entries) {
            attempted += entry.fraudAttemptedCents();
            prevented += entry.fraudPreventedCents();
        }
        return List.of(attempted, prevented);
    }
}
