package firedrill.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

    @Test
    void clientPropertiesTuneButReplaceNeitherAddressNorGuarantees() {
        Properties extra = new Properties();
        extra.putAll(Map.of(
                "bootstrap.servers", "elsewhere:1",
                "acks", "0",
                "enable.idempotence", "false",
                "enable.auto.commit", "true",
                "linger.ms", "7",
                "fetch.max.wait.ms", "9"));
        var settings = new KafkaSettings("here:1", extra);

        assertThat(settings.producerProperties("test", Duration.ofSeconds(1)))
                .containsEntry("bootstrap.servers", "here:1")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true")
                .containsEntry("linger.ms", "7");
        assertThat(settings.consumerProperties("test"))
                .containsEntry("bootstrap.servers", "here:1")
                .containsEntry("enable.auto.commit", "false")
                .containsEntry("fetch.max.wait.ms", "9");
    }
}
