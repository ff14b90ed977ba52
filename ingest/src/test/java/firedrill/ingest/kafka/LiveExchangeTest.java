package firedrill.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.kafka.LiveHealth.LivePhase;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveExchangeTest {

    private static final Scenario CALM =
            new Scenario("calm", "A calm day", "Nothing happens.", Duration.ofDays(1), List.of());

    private final FakeKafka kafka = new FakeKafka();
    private final List<Long> latenciesMicros = new ArrayList<>();
    private final LiveExchange live = new LiveExchange(
            kafka.producer,
            kafka.consumer,
            new LiveSettings(7_200, Duration.ofMillis(50), Duration.ofMillis(100), 2_000),
            kafka.wall(),
            listener -> new Exchange(ExchangeSettings.DEFAULT.withUsers(800), CALM, 7, 1, listener),
            FakeKafka::decode,
            (eventId, latencyMicros) -> latenciesMicros.add(latencyMicros));

    @BeforeEach
    void aScorerIsThere() {
        kafka.script(1, kafka::allowAll);
    }

    @Test
    void historyIsPublishedBeforeTheClockStarts() {
        kafka.script(1, live::stop);
        live.run();
        assertThat(live.counters().historyEvents()).isPositive();
        assertThat(kafka.events.subList(0, (int) live.counters().historyEvents()))
                .noneMatch(ExchangeEvent::requiresDecision);
    }

    @Test
    void theFirstRequestsWaitForTheScorerWithoutADeadline() {
        List<LiveHealth> health = new ArrayList<>();
        kafka.script.clear();
        kafka.script(300, () -> health.add(live.health()));
        kafka.script(100, kafka::allowAll);
        answerAllAndStop();
        live.run();

        assertThat(health.get(299).phase()).isEqualTo(LivePhase.WARMUP);
        assertThat(health.get(299).simulatedMillis()).as("the clock stands").isZero();
        assertThat(live.counters().missedDeadlines()).isZero();
        assertThat(latenciesMicros)
                .as("of the opening request too")
                .doesNotContain(300_000L)
                .containsOnly(1_000L);
    }

    @Test
    void everyRequestIsAnsweredOnce() {
        kafka.script(500, kafka::allowAll);
        answerAllAndStop();
        live.run();

        LiveCounters counts = live.counters();
        assertThat(counts.requests()).isGreaterThan(50);
        assertThat(counts)
                .isEqualTo(new LiveCounters(
                        counts.historyEvents(),
                        counts.liveEvents(),
                        counts.requests(),
                        counts.requests(),
                        0,
                        0,
                        0,
                        0,
                        0));
        assertThat(latenciesMicros)
                .hasSizeBetween((int) counts.requests() - 5, (int) counts.requests() - 1)
                .containsOnly(1_000L);
        assertThat(live.health().phase()).isEqualTo(LivePhase.STOPPED);
    }

    @Test
    void anEventIsKeyedByItsUserAndCarriesItsPublicationTime() {
        kafka.script(50, kafka::allowAll);
        kafka.script(1, live::stop);
        live.run();
        List<ExchangeEvent> events = kafka.events;
        List<ProducerRecord<byte[], byte[]>> records = kafka.on(Topics.EVENTS);
        for (int index = 0; index < events.size(); index++) {
            assertThat(records.get(index).key())
                    .isEqualTo(EventCodec.key(events.get(index).userId()));
            assertThat(FakeKafka.publishedMicros(records.get(index))).isEqualTo(9_000_000);
        }
    }

    @Test
    void aRequestPastItsDeadlineTakesTheFailModeAndIsAnsweredLate() {
        kafka.script(200, () -> {});
        answerAllAndStop();
        live.run();

        LiveCounters counts = live.counters();
        assertThat(counts.missedDeadlines()).isPositive().isEqualTo(counts.lateAnswers());
        assertThat(counts.answers()).as("late answers are answers").isGreaterThan(counts.lateAnswers());
        assertThat(kafka.outcomes())
                .filteredOn(MissedDeadline.class::isInstance)
                .hasSize((int) counts.lateAnswers());
    }

    @Test
    void outstandingAnswersAreAwaitedAtTheEnd() {
        kafka.script(100, () -> {});
        kafka.script(1, live::stop);
        kafka.script(1, kafka::allowAll);
        live.run();
        assertThat(live.counters().requests()).isPositive();
        assertThat(live.counters().pendingAnswers()).isZero();
    }

    @Test
    void anUnansweredRequestIsCountedAsPending() {
        kafka.script(100, () -> {});
        kafka.script(1, live::stop);
        kafka.script(200, () -> {});
        live.run();
        assertThat(live.counters().pendingAnswers())
                .isPositive()
                .isEqualTo(live.counters().requests() - live.counters().answers())
                .isEqualTo(live.counters().missedDeadlines());
    }

    @Test
    void repeatedUnexpectedAndUndecodableAnswersAreCountedAndIgnored() {
        kafka.script(100, kafka::allowAll);
        kafka.script(1, () -> {
            long asked = kafka.events.stream()
                    .filter(ExchangeEvent::requiresDecision)
                    .findFirst()
                    .orElseThrow()
                    .id();
            kafka.addDecision(Long.toString(asked));
            kafka.addDecision("1");
            kafka.addDecision("no answer");
            kafka.addDecision("");
        });
        kafka.script(100, kafka::allowAll);
        answerAllAndStop();
        live.run();

        LiveCounters counts = live.counters();
        assertThat(List.of(counts.duplicateAnswers(), counts.unexpectedAnswers(), counts.undecodableRecords()))
                .isEqualTo(List.of(1L, 1L, 2L));
        assertThat(counts.pendingAnswers()).isZero();
    }

    @Test
    void anUnavailableBrokerIsReportedAndNoRecordIsLost() {
        List<LiveHealth> health = new ArrayList<>();
        kafka.script(100, kafka::allowAll);
        kafka.script(1, kafka::disconnect);
        kafka.script(2_000, () -> health.add(live.health()));
        kafka.script(1, kafka::reconnect);
        kafka.script(100, kafka::allowAll);
        kafka.script(1, () -> health.add(live.health()));
        answerAllAndStop();
        live.run();

        LiveHealth worst = health.get(1_999);
        assertThat(worst.phase()).isEqualTo(LivePhase.BROKER_UNAVAILABLE);
        assertThat(worst.detail()).startsWith("Kafka has confirmed nothing for 1 s; ");
        assertThat(health.get(2_000).phase()).isEqualTo(LivePhase.LIVE);
        assertThat(live.counters().pendingAnswers()).isZero();
    }

    @Test
    void recordsThatTheProducerRefusesArePublishedLaterInOrder() {
        List<LiveHealth> health = new ArrayList<>();
        kafka.script(100, kafka::allowAll);
        kafka.script(1, kafka::forgetBrokers);
        kafka.script(2_000, () -> health.add(live.health()));
        kafka.script(1, kafka::reconnect);
        kafka.script(100, kafka::allowAll);
        answerAllAndStop();
        live.run();

        assertThat(health.get(1_999).phase()).isEqualTo(LivePhase.BROKER_UNAVAILABLE);
        assertThat(kafka.events).extracting(ExchangeEvent::id).isSorted().doesNotHaveDuplicates();
        assertThat(kafka.events).hasSize((int)
                (live.counters().historyEvents() + live.counters().liveEvents()));
        assertThat(live.counters().pendingAnswers()).isZero();
    }

    @Test
    void simulatedTimePausesWhenTooManyRecordsAreUnconfirmed() {
        List<LiveHealth> health = new ArrayList<>();
        kafka.script(1, kafka::disconnect);
        kafka.script(5_000, () -> health.add(live.health()));
        kafka.script(1, kafka::reconnect);
        kafka.script(6_000, () -> {
            kafka.allowAll();
            health.add(live.health());
        });
        kafka.script(1, live::stop);
        live.run();

        LiveHealth held = health.get(4_999);
        assertThat(held.unconfirmedRecords()).isGreaterThanOrEqualTo(2_000);
        assertThat(held.simulatedMillis()).isEqualTo(health.get(4_900).simulatedMillis());
        assertThat(held.detail()).endsWith("records are buffered; simulated time is paused");
        assertThat(held.lagMillis()).isPositive();
        assertThat(health.get(10_999).lagMillis())
                .as("caught up")
                .isLessThan(health.get(6_000).lagMillis())
                .isZero();
    }

    @Test
    void aPermanentRejectionByTheBrokerEndsTheRunWithItsReason() {
        kafka.script(10, kafka::allowAll);
        kafka.script(1, kafka::disconnect);
        kafka.script(100, () -> {});
        kafka.script(1, () -> kafka.producer.errorNext(new IllegalStateException("not allowed")));
        kafka.script(10, () -> {});
        live.run();
        assertThat(live.health().phase()).isEqualTo(LivePhase.FAILED);
        assertThat(live.health().detail())
                .startsWith("Kafka rejected a record permanently: not allowed; ")
                .endsWith(" published records did not reach Kafka");
    }

    @Test
    void recordsThatDoNotReachTheBrokerAtTheEndAreCountedInTheDetail() {
        kafka.script(100, kafka::allowAll);
        kafka.script(1, kafka::disconnect);
        kafka.script(100, () -> {});
        kafka.script(1, live::stop);
        live.run();
        assertThat(live.health().phase()).isEqualTo(LivePhase.STOPPED);
        assertThat(live.health().detail()).matches("[1-9][0-9]* published records did not reach Kafka");
    }

    @Test
    void theOldestRequestThatWaitsIsTimedUntilItsAnswer() {
        List<LiveWaits> waits = new ArrayList<>();
        kafka.script(100, kafka::allowAll);
        kafka.script(500, () -> {});
        kafka.script(1, () -> waits.add(live.waits()));
        kafka.script(1, kafka::allowAll);
        kafka.script(1, () -> {});
        answerAllAndStop();
        live.run();
        assertThat(waits.get(0).oldestRequestMillis()).isBetween(100L, 501L);
        assertThat(waits.get(0).stallMillis()).as("Kafka confirms").isZero();
        assertThat(live.waits()).isEqualTo(LiveWaits.NONE);
    }

    @Test
    void aSilentBrokerAndASilentThreadAreTimed() {
        kafka.script(100, kafka::allowAll);
        kafka.script(1, kafka::disconnect);
        kafka.script(1_000, () -> {});
        kafka.script(1, live::abandon);
        live.run();
        assertThat(live.waits().stallMillis()).isBetween(900L, 1_002L);
        kafka.nanos += Duration.ofSeconds(7).toNanos();
        assertThat(live.waits().silentMillis()).isEqualTo(7_000);
        assertThat(live.waits().stallMillis()).isBetween(7_900L, 8_002L);
    }

    @Test
    void anAbandonedExchangeWaitsForNoAnswer() {
        kafka.script(100, () -> {});
        kafka.script(1, live::abandon);
        kafka.script(200, kafka::allowAll);
        live.run();
        assertThat(live.health().phase()).isEqualTo(LivePhase.STOPPED);
        assertThat(live.counters().pendingAnswers()).isPositive();
        assertThat(kafka.script).hasSize(200);
    }

    private void answerAllAndStop() {
        kafka.script(1, () -> {
            kafka.allowAll();
            live.stop();
        });
    }
}
