package firedrill.dashboard.runtime.broker;

import java.util.Optional;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The contract, kept by the official image; skipped, and reported so, where there is no container engine.
 *
 * <p>Another image: {@code KAFKA_IMAGE} in the environment, or {@code -DKAFKA_IMAGE}.
 */
@Testcontainers(disabledWithoutDocker = true)
class ContainerContractIT extends KafkaContract {

    private static final String SETTING = "KAFKA_IMAGE";

    @Container
    private static final KafkaContainer KAFKA = new KafkaContainer(
                    DockerImageName.parse(image()).asCompatibleSubstituteFor("apache/kafka"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    private static String image() {
        return Optional.ofNullable(System.getProperty(SETTING, System.getenv(SETTING)))
                .orElse("apache/kafka:4.2.2");
    }

    @Override
    String bootstrap() {
        return KAFKA.getBootstrapServers();
    }
}
