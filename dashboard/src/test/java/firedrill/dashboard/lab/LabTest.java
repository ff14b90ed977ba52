package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.dashboard.ledger.Entry.Tariff;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Departure;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.incident.BadScenarioException;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.incident.Scenarios;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Policy;
import firedrill.scoring.model.ModelFile;
import firedrill.scoring.rule.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabTest {

    private static final Tariff TARIFF = new Tariff(10, 0.03, 900);
    private static final Duration LENGTH = Duration.ofHours(2);

    /** Of nobody and nothing in these runs. */
    private static final long NEW_ID = 1_000_000_000;

    private final Scenario quiet;
    private final Lab lab;

    LabTest() throws BadScenarioException {
        quiet = Scenarios.named("quiet");
        var model = ModelFile.shipped();
        lab = new Lab(
                ExchangeSettings.DEFAULT.withUsers(600),
                () -> new Decider(model.scorer(), RuleSet.shipped(), Policy.DEFAULT),
                model.reference(),
                TARIFF);
    }

    @Test
    void theSameSeedAndOperatorGiveTheSameArm() {
        assertThat(lab.run(quiet, Operator.Standing.DO_NOTHING, 3, LENGTH))
                .isEqualTo(lab.run(quiet, Operator.Standing.DO_NOTHING, 3, LENGTH));
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        assertThat(lab.run(quiet, Operator.Standing.DO_NOTHING, 3, LENGTH)
                        .bill()
                        .counts())
                .isNotEqualTo(lab.run(quiet, Operator.Standing.DO_NOTHING, 4, LENGTH)
                        .bill()
                        .counts());
    }

    @Test
    void whoeverRefusesEverythingStopsAllFraudAndLosesUsers() {
        var bill = lab.run(quiet, Operator.Standing.BLOCK_ALL, 3, LENGTH).bill();

        assertThat(bill.counts().byAction().get(Action.BLOCK.name()))
                .isEqualTo(bill.counts().decisions());
        assertThat(bill.money().fraudLossUsd()).isZero();
        assertThat(bill.people().usersLost()).isPositive();
    }

    @Test
    void theCourseOfARunAddsUpToWhatWasDecided() {
        var arm = lab.run(quiet, Operator.Standing.BLOCK_ALL, 3, LENGTH);

        assertThat(arm.course())
                .extracting(Stretch::fromSeconds)
                .containsExactly(
                        0L, 600L, 1_200L, 1_800L, 2_400L, 3_000L, 3_600L, 4_200L, 4_800L, 5_400L, 6_000L, 6_600L);
        assertThat(arm.course().stream()
                        .mapToLong(stretch -> stretch.orders() + stretch.withdrawals())
                        .sum())
                .isEqualTo(arm.bill().counts().decisions());
        assertThat(arm.course())
                .filteredOn(stretch -> stretch.withdrawals() > 0)
                .isNotEmpty()
                .allSatisfy(stretch -> assertThat(List.of(stretch.stopped(), stretch.refused()))
                        .containsExactly(1.0, 1.0));
    }

    @Test
    void theCourseCountsAnAddressAsUsedFromItsSecondWithdrawalOn() {
        var tape = new Recorder();
        var course =
                lab.run(quiet, Operator.Standing.ALLOW_ALL, 3, LENGTH, tape).course();

        assertThat(course.stream()
                        .filter(stretch -> stretch.toUsedAddresses() != null)
                        .mapToDouble(stretch -> stretch.toUsedAddresses() * stretch.withdrawals())
                        .sum())
                .isCloseTo(tape.toUsedAddresses(lab.startMillis()), within(1e-6));
    }

    @Test
    void theChecksOfArithmeticPassOnARun() {
        var books = new ArithmeticChecks.Books();
        var arm = lab.run(quiet, Operator.Standing.ALLOW_ALL, 3, Duration.ofHours(24), books);

        assertThat(failed(arm, books)).doesNotContain("4b", "4c", "4d", "4e", "4f");
        assertThat(arm.bill().money().fraudLossUsd()).isPositive();
    }

    @Test
    void aSecondSettlementAnEventOfSomebodyGoneAndAStolenDollarUnderNoEventAreNoticed() {
        var tape = new Recorder();
        var arm = lab.run(quiet, Operator.Standing.BLOCK_ALL, 3, LENGTH, tape);

        var twice = tape.replayed();
        twice.outcome(first(tape.outcomes, Settlement.class));
        assertThat(failed(arm, twice)).contains("4c");

        var gone = first(tape.outcomes, Departure.class);
        var ghost = tape.replayed();
        ghost.event(tape.eventOf(gone.userId()), null);
        assertThat(failed(arm, ghost)).contains("4d");

        var stolen = tape.replayed();
        stolen.truth(new Truth(NEW_ID, 5, NEW_ID, "account-takeover", 100_000));
        stolen.outcome(new Settlement(5, 1, NEW_ID, Settlement.Disposition.RELEASED, 100_000, 0));
        assertThat(failed(arm, stolen)).contains("4e");

        var left = tape.replayed();
        left.outcome(new Departure(NEW_ID, 1, NEW_ID, 0, 100));
        assertThat(failed(arm, left)).contains("4f");
    }

    @Test
    void probabilitiesOfWithdrawalsAreHeldAgainstWithdrawalsOnly() {
        var books = new ArithmeticChecks.Books();
        var arm = lab.run(quiet, Operator.Standing.ALLOW_ALL, 3, LENGTH, books);
        double before = probabilities(arm, books);

        books.truth(new Truth(NEW_ID, 5, NEW_ID, "pump-and-dump", 100_000));

        assertThat(probabilities(arm, books)).isEqualTo(before);
    }

    private static double probabilities(Arm arm, ArithmeticChecks.Books books) {
        return ArithmeticChecks.of(List.of(arm), List.of(books), TARIFF).get(0).value();
    }

    private static List<String> failed(Arm arm, ArithmeticChecks.Books books) {
        return ArithmeticChecks.of(List.of(arm), List.of(books), TARIFF).stream()
                .filter(check -> !check.pass())
                .map(Check::id)
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
    private static final class Recorder implements Witness {

        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<ExchangeEvent> events = new ArrayList<>();
        private final List<Truth> truths = new ArrayList<>();

        @Override
        public void event(ExchangeEvent event, @Nullable Decision decision) {
            events.add(event);
        }

        @Override
        public void outcome(Outcome outcome) {
            outcomes.add(outcome);
        }

        @Override
        public void truth(Truth truth) {
            truths.add(truth);
        }

        ArithmeticChecks.Books replayed() {
            var books = new ArithmeticChecks.Books();
            truths.forEach(books::truth);
            events.forEach(event -> books.event(event, null));
            outcomes.forEach(books::outcome);
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
