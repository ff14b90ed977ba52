package firedrill.scoring.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.wire.DeadLetterCodec;
import firedrill.scoring.feature.EventFeatures;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecodeEventFunctionTest {

    private static final Clock NOON = Clock.fixed(Instant.ofEpochSecond(7, 8_000), ZoneOffset.UTC);

    private OneInputStreamOperatorTestHarness<RawRecord, EnrichedEvent> decode;

    @BeforeEach
    void open() throws Exception {
        decode = ProcessFunctionTestHarnesses.forProcessFunction(
                new DecodeEventFunction(ScoringSettings.DEFAULT.withClock(NOON)));
    }

    @AfterEach
    void close() throws Exception {
        decode.close();
    }

    @Test
    void anEventCarriesItsKeysItsTimesAndItsOwnFeatures() throws Exception {
        Withdrawal withdrawal = JobFixtures.withdrawal(5, 2);
        decode.processElement(new StreamRecord<>(JobFixtures.record(0, withdrawal)));

        EnrichedEvent event = decode.extractOutputValues().get(0);
        double[] features = new double[Feature.COUNT];
        EventFeatures.fill(withdrawal, features);
        assertThat(event.features).isEqualTo(features);
        assertThat(event.event()).isEqualTo(withdrawal);
        assertThat(List.of(event.userId, event.deviceId, event.addressId, event.publishedMicros, event.arrivedMicros))
                .isEqualTo(List.of(2L, 20L, 200L, 0L, 7_000_008L));
        assertThat(event.awaitsDecision()).isTrue();
    }

    @Test
    void anUnreadableRecordBecomesADeadLetterWithItsOffsetAndReason() throws Exception {
        byte[] garbage = "no event".getBytes(StandardCharsets.UTF_8);
        decode.processElement(new StreamRecord<>(JobFixtures.record(0, JobFixtures.order(1, 1))));
        decode.processElement(new StreamRecord<>(new RawRecord(Topics.EVENTS, 3, 17, 0, garbage)));
        decode.processElement(new StreamRecord<>(new RawRecord(Topics.EVENTS, 3, 18, 0, null)));
        decode.processElement(new StreamRecord<>(new RawRecord(Topics.EVENTS, 3, 19, 0, new byte[0])));
        decode.processElement(new StreamRecord<>(JobFixtures.record(1, JobFixtures.order(2, 1))));

        assertThat(decode.extractOutputValues())
                .extracting(event -> event.event().id())
                .containsExactly(1L, 2L);
        List<DeadLetter> letters = letters();
        assertThat(letters.subList(1, 3))
                .isEqualTo(List.of(
                        new DeadLetter(Topics.EVENTS, 3, 18, "no value", new byte[0]),
                        new DeadLetter(Topics.EVENTS, 3, 19, "value of 0 bytes", new byte[0])));
        assertThat(letters.get(0).offset()).isEqualTo(17);
        assertThat(letters.get(0).payload()).isEqualTo(garbage);
        assertThat(letters.get(0).reason()).startsWith("not Protobuf: ");
    }

    @Test
    void anEventFarFromTheClockOfItsPartitionIsADeadLetterAfterARestartToo() throws Exception {
        for (int id = 1; id <= 10; id++) {
            decode.processElement(new StreamRecord<>(JobFixtures.record(id, JobFixtures.order(id, 1))));
        }
        OperatorSubtaskState saved = decode.snapshot(1, 1);
        decode.close();
        decode = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new DecodeEventFunction(ScoringSettings.DEFAULT.withClock(NOON))));
        decode.initializeState(saved);
        decode.open();
        Withdrawal poison = JobFixtures.withdrawal(99, 2, 4_102_444_799_999L, 5, 100, false);
        decode.processElement(new StreamRecord<>(JobFixtures.record(11, poison)));
        decode.processElement(new StreamRecord<>(JobFixtures.record(12, JobFixtures.order(12, 1))));

        assertThat(decode.extractOutputValues())
                .extracting(event -> event.event().id())
                .containsExactly(12L);
        assertThat(letters())
                .extracting(DeadLetter::reason)
                .singleElement()
                .satisfies(reason -> assertThat(reason)
                        .startsWith("timeMillis 4102444799999 lies ")
                        .contains(" ms ahead of the clock of the run, "));
    }

    private List<DeadLetter> letters() throws Exception {
        List<DeadLetter> letters = new ArrayList<>();
        for (StreamRecord<OutboundRecord> letter : decode.getSideOutput(DeadLetterOutput.TAG)) {
            letters.add(DeadLetterCodec.decode(letter.getValue().value()));
        }
        return letters;
    }
}
