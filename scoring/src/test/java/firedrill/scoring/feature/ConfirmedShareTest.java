package firedrill.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.feature.window.DecayedCount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmedShareTest {

    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;
    /** A boundary of batches. */
    private static final long NOON = 1_767_571_200_000L;

    private final FeatureFold fold = new FeatureFold();
    private long id;

    @Test
    void aLabelCountsFromTheEndOfTheBatchAfterItsOwn() {
        assertThat(Label.effectiveFromMillis(NOON)).isEqualTo(NOON + 10 * MINUTE);
        assertThat(Label.effectiveFromMillis(NOON + 5 * MINUTE - 1)).isEqualTo(NOON + 10 * MINUTE);
        assertThat(Label.effectiveFromMillis(NOON + 5 * MINUTE)).isEqualTo(NOON + 15 * MINUTE);
    }

    @Test
    void whatAWithdrawalWentThroughIsUnderSuspicionOnceTheReportCounts() {
        fold.observe(SampleEvents.withdrawal(++id, 1, NOON, 10, 100, 50_00));
        fold.applyOutcome(new FraudReport(1, NOON + DAY, id));
        long counts = NOON + DAY + 10 * MINUTE;
        assertThat(shares(2, counts - 1, 10, 100)).containsExactly(0.0, 0.0, 0.0);
        // One fraud and one that is not known to be: of the first there is less left than of the second.
        double fraud = Math.pow(2, -1 / 7.0);
        assertThat(shares(2, counts, 10, 100))
                .satisfiesExactly(
                        user -> assertThat(user).isZero(),
                        device -> assertThat(device).isCloseTo(fraud / (fraud + 2), within(1e-3)),
                        address -> assertThat(address).isCloseTo(fraud / (fraud + 2), within(1e-3)));
        assertThat(shares(1, counts, 11, 101))
                .satisfiesExactly(
                        user -> assertThat(user).isCloseTo(fraud / (fraud + 1), within(1e-3)),
                        device -> assertThat(device).isZero(),
                        address -> assertThat(address).isZero());
    }

    @Test
    void aRepeatedLabelOfAnEventIsIgnored() {
        FeatureFold once = new FeatureFold();
        for (FeatureFold each : List.of(fold, once)) {
            each.observe(SampleEvents.withdrawal(1, 1, NOON, 10, 100, 50_00));
            each.applyOutcome(new FraudReport(1, NOON + DAY, 1));
        }
        fold.applyOutcome(new FraudReport(1, NOON + DAY, 1));
        fold.applyOutcome(new ReviewVerdict(1, NOON + DAY + 1, 1, true));
        var later = SampleEvents.withdrawal(2, 1, NOON + 2 * DAY, 10, 100, 50_00);
        assertThat(fold.observe(later)).isEqualTo(once.observe(later));
    }

    @Test
    void onlyFraudIsALabel() {
        assertThat(List.<Outcome>of(
                        new FraudReport(1, NOON, 7),
                        new ReviewVerdict(1, NOON, 7, true),
                        new DepositReturn(1, NOON, 7, 100, 0),
                        new ReviewVerdict(1, NOON, 7, false),
                        new Complaint(1, NOON, 7)))
                .extracting(Label::fraudEventIdOf)
                .containsExactly(7L, 7L, 7L, 0L, 0L);
    }

    @Test
    void theConfirmedShareHasAHalfLifeOfAWeek() {
        fold.observe(SampleEvents.withdrawal(++id, 1, NOON, 10, 100, 50_00));
        fold.applyOutcome(new FraudReport(1, NOON + MINUTE, id));
        assertThat(share(fold, NOON + 7 * DAY)).isCloseTo(0.5 / 1.5, within(1e-6));
    }

    @Test
    void labelsThatWaitForOneEntityAreBoundedAndNoneCountsEarly() {
        RiskState risk = new RiskState();
        long batch = Label.BATCH_LENGTH.toMillis();
        for (int number = 1; number <= 100; number++) {
            risk.addEvent(NOON);
            risk.addLabel(NOON, NOON + number * batch);
            assertThat(risk.pendingBatches.length).isLessThanOrEqualTo(3 * RiskState.CAPACITY);
        }
        assertThat(shareAt(NOON + 92 * batch, risk)).isZero();
        assertThat(shareAt(NOON + 93 * batch, risk)).isCloseTo(93.0 / 101, within(0.01));
        assertThat(shareAt(NOON + 100 * batch, risk)).isCloseTo(100.0 / 101, within(0.01));
        assertThat(risk.pendingBatches).isEmpty();
    }

    @Test
    void aDecayedCountIsExactWhateverTheOrderOfItsAdditions() {
        double[] forward = DecayedCount.EMPTY;
        double[] backward = DecayedCount.EMPTY;
        long hour = Duration.ofHours(1).toMillis();
        for (int number = 0; number < 1_000; number++) {
            forward = DecayedCount.add(forward, NOON + number * hour);
            backward = DecayedCount.add(backward, NOON + (999 - number) * hour);
        }
        assertThat(DecayedCount.valueAt(forward, NOON + 1_000 * hour))
                .isEqualTo(DecayedCount.valueAt(backward, NOON + 1_000 * hour));
    }

    private static double shareAt(long timeMillis, RiskState risk) {
        risk.advanceTo(timeMillis);
        return risk.confirmedShare(timeMillis);
    }

    private List<Double> shares(long user, long timeMillis, long device, long address) {
        double[] vector = fold.observe(SampleEvents.withdrawal(++id, user, timeMillis, device, address, 1));
        return List.of(
                Feature.USER_CONFIRMED_SHARE.valueIn(vector),
                Feature.DEVICE_CONFIRMED_SHARE.valueIn(vector),
                Feature.ADDRESS_CONFIRMED_SHARE.valueIn(vector));
    }

    private double share(FeatureFold asked, long timeMillis) {
        return Feature.ADDRESS_CONFIRMED_SHARE.valueIn(
                asked.observe(SampleEvents.withdrawal(++id, 9, timeMillis, 90, 100, 1)));
    }
}
