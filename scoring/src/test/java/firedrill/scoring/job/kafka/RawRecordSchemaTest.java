package firedrill.scoring.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.wire.OrderHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RawRecordSchemaTest {

    private static final long APPENDED = 1_800_000_000_000L;

    private final List<RawRecord> read = new ArrayList<>();

    @Test
    void anOrderThatWasAppendedAfterItsValidityEndedIsSkipped() {
        deserialize(1, new RecordHeaders());
        deserialize(2, new RecordHeaders().add(OrderHeaders.VALID_UNTIL_MILLIS, OrderHeaders.validUntil(APPENDED)));
        deserialize(3, new RecordHeaders().add(OrderHeaders.VALID_UNTIL_MILLIS, OrderHeaders.validUntil(APPENDED - 1)));
        deserialize(4, new RecordHeaders());
        assertThat(read).extracting(RawRecord::offset).containsExactly(1L, 2L, 4L);
    }

    private void deserialize(long offset, Headers headers) {
        new RawRecordSchema()
                .deserialize(
                        new ConsumerRecord<>(
                                Topics.CONTROL,
                                0,
                                offset,
                                APPENDED,
                                TimestampType.LOG_APPEND_TIME,
                                0,
                                1,
                                new byte[0],
                                new byte[] {7},
                                headers,
                                Optional.empty()),
                        new ListCollector<>(read));
    }
}
