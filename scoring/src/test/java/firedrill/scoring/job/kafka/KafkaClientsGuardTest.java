package firedrill.scoring.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.internals.TransactionalRequestResult;
import org.junit.jupiter.api.Test;

/** What a newer kafka-clients would break without any compiler saying so. */
class KafkaClientsGuardTest {

    @Test
    void theExactlyOnceSinkFindsTheInternalMethodItCalls() throws Exception {
        assertThat(TransactionalRequestResult.class.getMethod("await"))
                .as("kafka-clients 4.3 removed it: flink-connector-kafka 5.0.0-2.2 then restarts for ever")
                .isNotNull();
    }
}
