package firedrill.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.feature.SampleEvents;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSetBuilderTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long CUTOFF = 100 * HOUR;

    private final TrainingSetBuilder builder = new TrainingSetBuilder(1);

    @Test
    void aReportAfterTheCutOffIsNotUsed() throws Exception {
        builder.observeEvent(SampleEvents.withdrawal(1, 1, HOUR, 1, 1, 100));
        builder.observeOutcome(new FraudReport(1, CUTOFF + 1, 1));
        assertThat(builder.build(CUTOFF).rows().get(0).reportedMillis()).isEqualTo(TrainingRow.NOT_REPORTED);
        assertThat(builder.build(CUTOFF + 1).rows().get(0).reportedMillis()).isEqualTo(CUTOFF + 1);
    }

    @Test
    void eventsAfterTheCutOffChangeNoRowBeforeIt() throws Exception {
        TrainingSetBuilder planted = TakeoverEvents.trainingSetBuilder(1, 12, TakeoverEvents.DAY);
        TrainingSetBuilder stopped = TakeoverEvents.trainingSetBuilder(1, 12, TakeoverEvents.DAY);
        long cutoff = TakeoverEvents.START + 20 * TakeoverEvents.DAY;
        TrainingSet known = stopped.build(cutoff);
        for (TrainingRow row : known.rows()) {
            planted.observeOutcome(new FraudReport(row.userId(), cutoff + 1, row.eventId()));
            planted.observeEvent(SampleEvents.withdrawal(
                    1_000_000 + row.eventId(), row.userId(), cutoff + 1, row.deviceId(), 7, 1_000_000));
        }
        assertThat(planted.build(cutoff)).isEqualTo(known);
        assertThat(planted.build(cutoff + 2)).isNotEqualTo(known);
    }

    @Test
    void aSliceIsLabelledWithTheReportsOfItsOwnTime() throws Exception {
        builder.observeEvent(SampleEvents.withdrawal(1, 1, HOUR, 1, 1, 100));
        builder.observeEvent(SampleEvents.withdrawal(2, 2, 2 * HOUR, 2, 2, 100));
        builder.observeEvent(SampleEvents.withdrawal(3, 3, 50 * HOUR, 3, 3, 100));
        builder.observeOutcome(new FraudReport(1, 30 * HOUR, 1));
        builder.observeOutcome(new FraudReport(2, 60 * HOUR, 2));
        TrainingSet set = builder.build(CUTOFF);
        assertThat(set.labelledRows(0, 40 * HOUR, Duration.ofHours(10)))
                .extracting(LabelledRow::fraud)
                .containsExactly(true, false);
        assertThat(set.labelledRows(0, 60 * HOUR, Duration.ofHours(10)))
                .extracting(LabelledRow::fraud)
                .containsExactly(true, true);
        assertThatThrownBy(() -> set.labelledRows(0, CUTOFF + 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowsYoungerThanALabelsMaturityAreLeftOut() throws Exception {
        builder.observeEvent(SampleEvents.withdrawal(1, 1, CUTOFF - 10 * HOUR - 1, 1, 1, 100));
        builder.observeEvent(SampleEvents.withdrawal(2, 2, CUTOFF - 10 * HOUR, 2, 2, 100));
        assertThat(builder.build(CUTOFF).labelledRows(0, CUTOFF, Duration.ofHours(10)))
                .hasSize(1);
    }

    @Test
    void theFeaturesAreThoseOfTheMoment() throws Exception {
        Withdrawal first = SampleEvents.withdrawal(1, 1, HOUR, 1, 1, 100);
        builder.observeEvent(first);
        builder.observeEvent(SampleEvents.withdrawal(2, 1, HOUR + 1, 1, 1, 900));
        assertThat(builder.build(CUTOFF).rows().get(0).features())
                .isEqualTo(FeatureVector.of(new FeatureFold().observe(first)));
    }

    @Test
    void theOrdersThatPrepareATheftAreLabelledWithIt() throws Exception {
        builder.observeEvent(SampleEvents.order(1, 1, 7 * HOUR, 66, Side.SELL, 100));
        builder.observeEvent(SampleEvents.order(2, 1, 8 * HOUR - 1, 1, Side.SELL, 100));
        builder.observeEvent(SampleEvents.order(3, 1, 8 * HOUR - 1, 66, Side.SELL, 100));
        builder.observeEvent(SampleEvents.withdrawal(4, 1, 8 * HOUR, 66, 1, 100));
        builder.observeEvent(SampleEvents.order(5, 1, 9 * HOUR, 66, Side.SELL, 100));
        builder.observeOutcome(new FraudReport(1, 50 * HOUR, 4));
        assertThat(builder.build(CUTOFF).rows())
                .filteredOn(row -> row.reportedMillis() == 50 * HOUR)
                .extracting(TrainingRow::eventId)
                .containsExactly(3L, 4L);
        assertThat(builder.build(50 * HOUR - 1).rows())
                .allMatch(row -> row.reportedMillis() == TrainingRow.NOT_REPORTED);
    }

    @Test
    void onlyWhatAwaitedAnAnswerIsARowAndOnlyAReportIsALabel() throws Exception {
        builder.observeEvent(SampleEvents.login(1, 1, HOUR, 1));
        builder.observeEvent(new Withdrawal(
                2, 1, HOUR, SampleEvents.CALM, SampleEvents.ACCOUNT, 1, 1, "BTC", 100, 100, true, 0, true));
        builder.observeEvent(SampleEvents.withdrawal(3, 1, HOUR, 1, 1, 100));
        builder.observeOutcome(new Complaint(1, 2 * HOUR, 3));
        assertThat(builder.build(CUTOFF).rows())
                .extracting(TrainingRow::eventId, TrainingRow::reportedMillis)
                .containsExactly(tuple(3L, TrainingRow.NOT_REPORTED));
    }

    @Test
    void anAnalystsVerdictIsALabelIfItIsFraud() throws Exception {
        builder.observeEvent(SampleEvents.withdrawal(1, 1, HOUR, 1, 1, 100));
        builder.observeEvent(SampleEvents.withdrawal(2, 2, HOUR, 2, 2, 100));
        builder.observeOutcome(new ReviewVerdict(1, 3 * HOUR, 1, true));
        builder.observeOutcome(new ReviewVerdict(2, 3 * HOUR, 2, false));
        assertThat(builder.build(CUTOFF).rows())
                .extracting(TrainingRow::eventId, TrainingRow::reportedMillis)
                .containsExactly(tuple(1L, 3 * HOUR), tuple(2L, TrainingRow.NOT_REPORTED));
    }

    @Test
    void oneOrderInSoManyIsKeptByItsIdAlone() {
        List<TrainingSetBuilder> builders = List.of(new TrainingSetBuilder(10), new TrainingSetBuilder(10));
        for (TrainingSetBuilder sampling : builders) {
            for (long id = 1; id <= 10_000; id++) {
                sampling.observeEvent(SampleEvents.order(id, 1, id, 1, Side.BUY, 100));
            }
        }
        assertThat(builders.get(0).rowCount())
                .isBetween(900, 1_100)
                .isEqualTo(builders.get(1).rowCount());
    }

    @Test
    void nothingBeforeTheCutOffIsASentence() {
        assertThatThrownBy(() -> builder.build(CUTOFF))
                .isInstanceOf(UntrainableException.class)
                .hasMessage("there is no order and no withdrawal before the cut-off");
    }
}
