package firedrill.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DailyAlertsTest {

    /** Two days of 200 events each, so two alerts a day. Day 0: a theft of $300 is first, one of $100 third. */
    @Test
    void ofEachDayTheOneInAHundredWithTheHighestProbabilitiesIsShown() {
        ScoredEventsBuilder builder = new ScoredEventsBuilder();
        builder.add(0, 1, 0.9, "theft", 300).add(0, 2, 0.8, "").add(0, 3, 0.7, "theft", 100);
        fill(builder, 0, 197);
        builder.add(1, 4, 0.2, "scam", 600).add(1, 5, 0.1, "theft", 50);
        fill(builder, 1, 198);
        ScoredEvents events = builder.events();
        DailyAlerts alerts = DailyAlerts.of(events);
        Bootstrap bootstrap = Bootstrap.of(events.userCount(), 1);
        assertThat(alerts.count()).isEqualTo(4);
        assertThat(alerts.precision()).isEqualTo(0.75);
        assertThat(alerts.recall(i -> true, bootstrap))
                .extracting(Estimate::value, Estimate::frauds)
                .containsExactly(0.75, 4L);
        assertThat(alerts.valueRecall(i -> true, bootstrap)).isEqualTo(new Estimate(950.0 / 1050, null, null, 4));
        int theft = events.typologyNames().indexOf("theft");
        assertThat(alerts.recall(i -> events.typologyIndex(i) == theft, bootstrap))
                .extracting(Estimate::value, Estimate::frauds)
                .containsExactly(2.0 / 3, 3L);
    }

    @Test
    void lessThanAHandfulOfEventsIsNotWorthAnAlert() {
        DailyAlerts alerts =
                DailyAlerts.of(new ScoredEventsBuilder().add(0, 1, 0.9, "theft").events());
        assertThat(alerts.count()).isZero();
        assertThat(alerts.precision()).isNaN();
    }

    private static void fill(ScoredEventsBuilder builder, int day, int count) {
        for (int i = 0; i < count; i++) {
            builder.add(day, 100 + i, 0.01, "");
        }
    }
}
