package firedrill.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.market.MarketParameters;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PublishedEventIdsTest {

    private static final TopicPartition FIRST = new TopicPartition(Topics.EVENTS, 0);
    private static final TopicPartition SECOND = new TopicPartition(Topics.EVENTS, 1);
    private static final MarketSnapshot MARKET = MarketParameters.DEFAULT.baselineSnapshot();

    @Test
    void theHighestIdStandsAtTheEndOfSomePartition() throws BrokerException {
        assertThat(PublishedEventIds.highest(consumer(List.of(1L, 4L, 9L), List.of(2L, 12L))))
                .isEqualTo(12);
        assertThat(PublishedEventIds.highest(consumer(List.of(1L, 4L, 9L), List.of())))
                .isEqualTo(9);
        assertThat(PublishedEventIds.highest(consumer(List.of(), List.of()))).isZero();
    }

    @Test
    void garbageAndForgedIdsAtTheEndHideNoEvent() throws BrokerException {
        var consumer = consumer(List.of(1L, 9L, Long.MAX_VALUE), List.of(4L));
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(Topics.EVENTS, 0, 3, null, new byte[] {1})));
        consumer.updateEndOffsets(Map.of(FIRST, 4L));

        assertThat(PublishedEventIds.highest(consumer)).isEqualTo(9);
    }

    @Test
    void aTopicThatEndsWithNothingButGarbageIsRefused() {
        var consumer = consumer(List.of(), List.of());
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(Topics.EVENTS, 0, 0, null, new byte[] {1})));
        consumer.updateEndOffsets(Map.of(FIRST, 1L));

        assertThatThrownBy(() -> PublishedEventIds.highest(consumer)).isInstanceOf(BrokerException.class);
    }

    private static MockConsumer<byte[], byte[]> consumer(List<Long> first, List<Long> second) {
        var consumer = new MockConsumer<byte[], byte[]>("earliest");
        var node = new Node(0, "localhost", 1);
        consumer.updatePartitions(
                Topics.EVENTS,
                List.of(
                        new PartitionInfo(Topics.EVENTS, 0, node, new Node[0], new Node[0]),
                        new PartitionInfo(Topics.EVENTS, 1, node, new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
        consumer.updateEndOffsets(Map.of(FIRST, (long) first.size(), SECOND, (long) second.size()));
        consumer.schedulePollTask(() -> {
            add(consumer, FIRST, first);
            add(consumer, SECOND, second);
        });
        return consumer;
    }

    private static void add(MockConsumer<byte[], byte[]> consumer, TopicPartition partition, List<Long> ids) {
        for (int i = 0; i < ids.size(); i++) {
            var login = new Login(ids.get(i), 1, 1_767_571_200_000L, MARKET, 1, 1, Factor.PASSWORD);
            consumer.addRecord(
                    new ConsumerRecord<>(partition.topic(), partition.partition(), i, null, EventCodec.encode(login)));
        }
    }
}
