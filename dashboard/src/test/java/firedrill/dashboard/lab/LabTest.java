package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.dashboard.lab.check.ReconciliationChecks;
import firedrill.dashboard.lab.check.SanityCheck;
import firedrill.dashboard.ledger.LedgerEntry.Tariff;
import firedrill.dashboard.ledger.Posting;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.Scenario;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.rule.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabTest {

    private static final Tariff TARIFF = new Tariff(10, 0.03, 900, 0.05);
    private static final Duration LENGTH = Duration.ofHours(2);

    /** Of nobody and nothing in these runs. */
    private static final long NEW_ID = 1_000_000_000;

    private final Scenario quiet;
    private final Lab lab;

    LabTest() throws BadScenarioException {
        quiet = ScenarioCatalogue.load("quiet");
        var model = ModelFile.loadBundled();
        lab = new Lab(
                ExchangeSettings.DEFAULT.withUsers(600),
                () -> new Decider(model.scorer(), RuleSet.defaultRules(), Policy.DEFAULT),
                model);
    }

    @Test
    void theSameSeedAndOperatorGiveTheSameArm() {
        assertThat(lab.run(quiet, Operator.Baseline.DO_NOTHING, 3, LENGTH))
                .isEqualTo(lab.run(quiet, Operator.Baseline.DO_NOTHING, 3, LENGTH));
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        assertThat(lab.run(quiet, Operator.Baseline.DO_NOTHING, 3, LENGTH)
                        .bill()
                        .counts())
                .isNotEqualTo(lab.run(quiet, Operator.Baseline.DO_NOTHING, 4, LENGTH)
                        .bill()
                        .counts());
    }

    @Test
    void blockAllStopsAllFraudAndLosesUsers() {
        var bill = lab.run(quiet, Operator.Baseline.BLOCK_ALL, 3, LENGTH).bill();

        assertThat(bill.counts().byAction().get(Action.BLOCK.name()))
                .isEqualTo(bill.counts().decisions());
        assertThat(bill.costs().fraudLossUsd()).isZero();
        assertThat(bill.users().usersLost()).isPositive();
    }

    @Test
    void theCourseOfARunAddsUpToWhatWasDecided() {
        var arm = lab.run(quiet, Operator.Baseline.BLOCK_ALL, 3, LENGTH);

        assertThat(arm.timeline())
                .extracting(Interval::startSeconds)
                .containsExactly(
                        0L, 600L, 1_200L, 1_800L, 2_400L, 3_000L, 3_600L, 4_200L, 4_800L, 5_400L, 6_000L, 6_600L);
        assertThat(arm.timeline().stream()
                        .mapToLong(stretch -> stretch.orders() + stretch.withdrawals())
                        .sum())
                .isEqualTo(arm.bill().counts().decisions());
        assertThat(arm.timeline())
                .filteredOn(stretch -> stretch.withdrawals() > 0)
                .isNotEmpty()
                .allSatisfy(stretch -> assertThat(List.of(stretch.stoppedShare(), stretch.blockedShare()))
                        .containsExactly(1.0, 1.0));
    }

    @Test
    void theCourseCountsAnAddressAsUsedFromItsSecondWithdrawalOn() {
        var listener = new Recorder();
        var course =
                lab.run(quiet, Operator.Baseline.ALLOW_ALL, 3, LENGTH, listener).timeline();

        assertThat(course.stream()
                        .filter(stretch -> stretch.knownAddressShare() != null)
                        .mapToDouble(stretch -> stretch.knownAddressShare() * stretch.withdrawals())
                        .sum())
                .isCloseTo(listener.toUsedAddresses(lab.startMillis()), within(1e-6));
    }

    @Test
    void theChecksOfArithmeticPassOnARun() {
        var books = new ReconciliationChecks.ReconciliationLedger();
        var arm = lab.run(quiet, Operator.Baseline.ALLOW_ALL, 3, Duration.ofHours(24), books, books);

        assertThat(failed(arm, books)).doesNotContain("4b", "4c", "4d", "4e", "4f");
        assertThat(arm.bill().costs().fraudLossUsd()).isPositive();
    }

    @Test
    void aDollarWithoutAPostingIsNoticed() {
        var books = new ReconciliationChecks.ReconciliationLedger();
        var arm = lab.run(quiet, Operator.Baseline.ALLOW_ALL, 3, Duration.ofHours(24), books, books);

        books.accept(new Posting(NEW_ID, Posting.PostingKind.FEE_LOST, 2));

        assertThat(failed(arm, books)).contains("4b");
    }

    @Test
    void reconciliationDetectsARepeatedSettlementAnEventAfterChurnAndALossWithoutAnEvent() {
        var listener = new Recorder();
        var arm = lab.run(quiet, Operator.Baseline.BLOCK_ALL, 3, LENGTH, listener);

        var twice = listener.replayed();
        twice.onOutcome(first(listener.outcomes, Settlement.class));
        assertThat(failed(arm, twice)).contains("4c");

        var gone = first(listener.outcomes, Churn.class);
        var ghost = listener.replayed();
        ghost.onEvent(listener.eventOf(gone.userId()), null);
        assertThat(failed(arm, ghost)).contains("4d");

        var stolen = listener.replayed();
        stolen.onTruth(new Truth(NEW_ID, 5, NEW_ID, "account-takeover", 100_000));
        stolen.onOutcome(new Settlement(5, 1, NEW_ID, Settlement.Disposition.RELEASED, 100_000, 0));
        assertThat(failed(arm, stolen)).contains("4e");

        var left = listener.replayed();
        left.onOutcome(new Churn(NEW_ID, 1, NEW_ID, 0, 100, 0, 0));
        assertThat(failed(arm, left)).contains("4f");
    }

    @Test
    void probabilitiesOfWithdrawalsAreHeldAgainstWithdrawalsOnly() {
        var books = new ReconciliationChecks.ReconciliationLedger();
        var arm = lab.run(quiet, Operator.Baseline.ALLOW_ALL, 3, LENGTH, books);
        double before = probabilities(arm, books);

        books.onTruth(new Truth(NEW_ID, 5, NEW_ID, "pump-and-dump", 100_000));

        assertThat(probabilities(arm, books)).isEqualTo(before);
    }

    private static double probabilities(Arm arm, ReconciliationChecks.ReconciliationLedger books) {
        return ReconciliationChecks.evaluate(List.of(arm), List.of(books), TARIFF)
                .get(0)
                .value();
    }

    private static List<String> failed(Arm arm, ReconciliationChecks.ReconciliationLedger books) {
        return ReconciliationChecks.evaluate(List.of(arm), List.of(books), TARIFF).stream()
                .filter(check -> !check.pass())
                .map(SanityCheck::id)
                .toList();
    }

    private static <T extends Outcome> T first(List<Outcome> outcomes, Class<T> kind) {
        return outcomes.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Keeps a run, and tells it to new books. */
    private static final class Recorder implements RunObserver {

        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<ExchangeEvent> events = new ArrayList<>();
        private final List<Truth> truths = new ArrayList<>();

        @Override
        public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
            events.add(event);
        }

        @Override
        public void onOutcome(Outcome outcome) {
            outcomes.add(outcome);
        }

        @Override
        public void onTruth(Truth truth) {
            truths.add(truth);
        }

        ReconciliationChecks.ReconciliationLedger replayed() {
            var books = new ReconciliationChecks.ReconciliationLedger();
            truths.forEach(books::onTruth);
            events.forEach(event -> books.onEvent(event, null));
            outcomes.forEach(books::onOutcome);
            return books;
        }

        /** Withdrawals since then to an address that the same user had withdrawn to. */
        double toUsedAddresses(long sinceMillis) {
            var used = new HashSet<List<Long>>();
            return events.stream()
                    .filter(Withdrawal.class::isInstance)
                    .map(Withdrawal.class::cast)
                    .filter(asked -> !used.add(List.of(asked.userId(), asked.addressId())))
                    .filter(asked -> asked.timeMillis() >= sinceMillis)
                    .count();
        }

        ExchangeEvent eventOf(long userId) {
            return events.stream()
                    .filter(event -> event.userId() == userId)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
