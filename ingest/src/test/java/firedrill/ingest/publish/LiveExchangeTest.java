package firedrill.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Topics;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.publish.LiveHealth.Phase;
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
            tape -> new Exchange(ExchangeSettings.DEFAULT.withUsers(800), CALM, 7, 1, tape),
            FakeKafka::decode,
            (eventId, latencyMicros) -> latenciesMicros.add(latencyMicros));

    @BeforeEach
    void aScorerIsThere() {
        kafka.during(1, kafka::allowAll);
    }

    @Test
    void historyIsToldBeforeTheClockStarts() {
        kafka.during(1, live::stop);
        live.run();
        assertThat(live.counts().history()).isPositive();
        assertThat(kafka.events.subList(0, (int) live.counts().history())).noneMatch(ExchangeEvent::awaitsAnswer);
    }

    @Test
    void aScorerThatIsNotThereYetIsWaitedForWithoutADeadline() {
        List<LiveHealth> health = new ArrayList<>();
        kafka.script.clear();
        kafka.during(300, () -> health.add(live.health()));
        kafka.during(100, kafka::allowAll);
        answerAllAndStop();
        live.run();

        assertThat(health.get(299).phase()).isEqualTo(Phase.OPENING);
        assertThat(health.get(299).simulatedMillis()).as("the clock stands").isZero();
        assertThat(live.counts().missedDeadlines()).isZero();
        assertThat(latenciesMicros)
                .as("of the opening request too")
                .doesNotContain(300_000L)
                .containsOnly(1_000L);
    }

    @Test
    void everyRequestIsAnsweredOnce() {
        kafka.during(500, kafka::allowAll);
        answerAllAndStop();
        live.run();

        LiveCounts counts = live.counts();
        assertThat(counts.awaited()).isGreaterThan(50);
        assertThat(counts)
                .isEqualTo(new LiveCounts(
                        counts.history(), counts.events(), counts.awaited(), counts.awaited(), 0, 0, 0, 0, 0));
        assertThat(latenciesMicros)
                .hasSizeBetween((int) counts.awaited() - 5, (int) counts.awaited() - 1)
                .containsOnly(1_000L);
        assertThat(live.health().phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void anEventIsKeyedByItsUserAndSaysWhenItWasPublished() {
        kafka.during(50, kafka::allowAll);
        kafka.during(1, live::stop);
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
    void whatWaitsTooLongIsLeftToTheFailModeAndAnsweredLate() {
        kafka.during(200, () -> {});
        answerAllAndStop();
        live.run();

        LiveCounts counts = live.counts();
        assertThat(counts.missedDeadlines()).isPositive().isEqualTo(counts.late());
        assertThat(counts.answered()).as("late answers are answers").isGreaterThan(counts.late());
        assertThat(kafka.outcomes())
                .filteredOn(MissedDeadline.class::isInstance)
                .hasSize((int) counts.late());
    }

    @Test
    void whatIsStillDueAtTheEndIsWaitedFor() {
        kafka.during(100, () -> {});
        kafka.during(1, live::stop);
        kafka.during(1, kafka::allowAll);
        live.run();
        assertThat(live.counts().awaited()).isPositive();
        assertThat(live.counts().waiting()).isZero();
    }

    @Test
    void whatIsNeverAnsweredIsCountedAsWaiting() {
        kafka.during(100, () -> {});
        kafka.during(1, live::stop);
        kafka.during(200, () -> {});
        live.run();
        assertThat(live.counts().waiting())
                .isPositive()
                .isEqualTo(live.counts().awaited() - live.counts().answered())
                .isEqualTo(live.counts().missedDeadlines());
    }

    @Test
    void repetitionsStrangersAndGarbageAreCountedAndIgnored() {
        kafka.during(100, kafka::allowAll);
        kafka.during(1, () -> {
            long asked = kafka.events.stream()
                    .filter(ExchangeEvent::awaitsAnswer)
                    .findFirst()
                    .orElseThrow()
                    .id();
            kafka.put(Long.toString(asked));
            kafka.put("1");
            kafka.put("no answer");
            kafka.put("");
        });
        kafka.during(100, kafka::allowAll);
        answerAllAndStop();
        live.run();

        LiveCounts counts = live.counts();
        assertThat(List.of(counts.repeated(), counts.unasked(), counts.unreadable()))
                .isEqualTo(List.of(1L, 1L, 2L));
        assertThat(counts.waiting()).isZero();
    }

    @Test
    void aBrokerThatIsAwayIsToldOfAndLosesNothing() {
        List<LiveHealth> health = new ArrayList<>();
        kafka.during(100, kafka::allowAll);
        kafka.during(1, kafka::goAway);
        kafka.during(2_000, () -> health.add(live.health()));
        kafka.during(1, kafka::comeBack);
        kafka.during(100, kafka::allowAll);
        kafka.during(1, () -> health.add(live.health()));
        answerAllAndStop();
        live.run();

        LiveHealth worst = health.get(1_999);
        assertThat(worst.phase()).isEqualTo(Phase.BROKER_AWAY);
        assertThat(worst.detail()).startsWith("Kafka has confirmed nothing for 1 s; ");
        assertThat(health.get(2_000).phase()).isEqualTo(Phase.LIVE);
        assertThat(live.counts().waiting()).isZero();
    }

    @Test
    void whatTheProducerDoesNotTakeIsToldLaterInItsOrder() {
        List<LiveHealth> health = new ArrayList<>();
        kafka.during(100, kafka::allowAll);
        kafka.during(1, kafka::vanish);
        kafka.during(2_000, () -> health.add(live.health()));
        kafka.during(1, kafka::comeBack);
        kafka.during(100, kafka::allowAll);
        answerAllAndStop();
        live.run();

        assertThat(health.get(1_999).phase()).isEqualTo(Phase.BROKER_AWAY);
        assertThat(kafka.events).extracting(ExchangeEvent::id).isSorted().doesNotHaveDuplicates();
        assertThat(kafka.events)
                .hasSize((int) (live.counts().history() + live.counts().events()));
        assertThat(live.counts().waiting()).isZero();
    }

    @Test
    void whenTooManyWaitSimulatedTimeStands() {
        List<LiveHealth> health = new ArrayList<>();
        kafka.during(1, kafka::goAway);
        kafka.during(5_000, () -> health.add(live.health()));
        kafka.during(1, kafka::comeBack);
        kafka.during(6_000, () -> {
            kafka.allowAll();
            health.add(live.health());
        });
        kafka.during(1, live::stop);
        live.run();

        LiveHealth held = health.get(4_999);
        assertThat(held.unacknowledged()).isGreaterThanOrEqualTo(2_000);
        assertThat(held.simulatedMillis()).isEqualTo(health.get(4_900).simulatedMillis());
        assertThat(held.detail()).endsWith("records wait and simulated time stands");
        assertThat(held.behindMillis()).isPositive();
        assertThat(health.get(10_999).behindMillis())
                .as("caught up")
                .isLessThan(health.get(6_000).behindMillis())
                .isZero();
    }

    @Test
    void aRecordThatTheBrokerRefusesForGoodEndsTheRunWithItsReason() {
        kafka.during(10, kafka::allowAll);
        kafka.during(1, kafka::goAway);
        kafka.during(100, () -> {});
        kafka.during(1, () -> kafka.producer.errorNext(new IllegalStateException("not allowed")));
        kafka.during(10, () -> {});
        live.run();
        assertThat(live.health().phase()).isEqualTo(Phase.FAILED);
        assertThat(live.health().detail()).isEqualTo("Kafka refused a record for good: not allowed");
    }

    private void answerAllAndStop() {
        kafka.during(1, () -> {
            kafka.allowAll();
            live.stop();
        });
    }
}
