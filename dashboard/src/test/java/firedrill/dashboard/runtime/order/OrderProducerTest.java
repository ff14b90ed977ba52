package firedrill.dashboard.runtime.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.monitor.OrderFates;
import firedrill.dashboard.monitor.OrderFates.OrderFate;
import firedrill.dashboard.runtime.order.OrderDelivery.NotWritten;
import firedrill.dashboard.runtime.order.OrderDelivery.Uncertain;
import firedrill.dashboard.runtime.order.OrderDelivery.Written;
import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.wire.OrderHeaders;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelOrder;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class OrderProducerTest {

    private static final long NOW = 1_800_000_000_000L;
    private static final long VALID_UNTIL = NOW + OrderBounds.COMMAND.validity().toMillis();
    private static final ControlCommand PIN = new OperatorMode(0, 5, "operator", "a test", Optional.of(Mode.RULES));

    private final FakeTransport kafka = new FakeTransport();
    private final OrderFates fates = new OrderFates();

    @Test
    void anOrderThatTheBrokerConfirmsIsWritten() throws Exception {
        kafka.confirmsAt(NOW + 20);
        assertThat(send(PIN)).isInstanceOf(Written.class);
        assertThat(fates.openOrder()).isEmpty();
    }

    @Test
    void everyOrderCarriesItsIdAndTheEndOfItsValidityAndHasAKeyOfItsOwn() throws Exception {
        kafka.confirmsAt(NOW);
        Written pinned = (Written) send(PIN);
        send(new ModelCommand(0, 5, "ana", "worse", "id-7", new ModelOrder.RollBack()));
        assertThat(kafka.taken).hasSize(2).allSatisfy(message -> {
            assertThat(message.topic()).isEqualTo(Topics.CONTROL);
            assertThat(message.headers()
                            .lastHeader(OrderHeaders.VALID_UNTIL_MILLIS)
                            .value())
                    .isEqualTo(OrderHeaders.validUntil(VALID_UNTIL));
        });
        assertThat(text(kafka.taken.get(0).key())).isEqualTo("operator-mode/" + pinned.orderId());
        assertThat(text(kafka.taken.get(1).key())).isEqualTo("model/id-7");
        assertThat(text(kafka.taken
                        .get(1)
                        .headers()
                        .lastHeader(OrderHeaders.ORDER_ID)
                        .value()))
                .isEqualTo("id-7");
    }

    @Test
    void anOrderThatNoConnectionHadIsNotWritten() throws Exception {
        kafka.failsAfter(0, new TimeoutException("Expiring 1 record(s)"));
        assertThat(send(PIN))
                .isEqualTo(new NotWritten("The order did not reach Kafka and will not: Expiring 1 record(s)"));
        assertThat(fates.openOrder()).isEmpty();
    }

    @Test
    void anOrderThatTheProducerDoesNotTakeIsNotWritten() throws Exception {
        kafka.refuses(new TimeoutException("Topic fraud.control not present in metadata"));
        assertThat(send(PIN)).isInstanceOf(NotWritten.class);
    }

    @Test
    void anOrderThatTheBrokerRefusesIsNotWritten() throws Exception {
        kafka.failsAfter(1, new RecordTooLargeException("too large"));
        assertThat(send(PIN)).isInstanceOf(NotWritten.class);
        kafka.failsAfter(1, new TopicAuthorizationException("not yours"));
        assertThat(send(PIN)).isInstanceOf(NotWritten.class);
    }

    @Test
    void anOrderThatAConnectionHadAndNobodyConfirmedIsUncertain() throws Exception {
        for (Exception cause : new Exception[] {new TimeoutException("Expiring"), new DisconnectException("gone")}) {
            OrderFates known = new OrderFates();
            kafka.failsAfter(1, cause);
            Uncertain uncertain = (Uncertain) channel(known).send(PIN);
            assertThat(known.fate(uncertain.orderId())).contains(OrderFate.OPEN);
            assertThat(uncertain.reason()).contains("did not confirm", uncertain.orderId());
        }
    }

    /** The first attempt may have been written before the second was refused. */
    @Test
    void aRefusalOfARepetitionIsUncertain() throws Exception {
        kafka.failsAfter(2, new TopicAuthorizationException("not yours any more"));
        assertThat(send(PIN)).isInstanceOf(Uncertain.class);
    }

    @Test
    void anOrderThatTheProducerDoesNotGiveUpIsUncertainEvenIfNoConnectionHadIt() {
        FakeTransport silent = new FakeTransport();
        OrderBounds instant = new OrderBounds(Duration.ZERO, Duration.ofMillis(-1_990));
        OrderProducer producer = new OrderProducer(silent, instant, () -> NOW);
        var message = new org.apache.kafka.clients.producer.ProducerRecord<>(Topics.CONTROL, new byte[0], new byte[0]);
        assertThat(producer.send(message, "id", NOW)).isInstanceOf(Uncertain.class);
    }

    @Test
    void anOrderThatWasWrittenAfterItsEndIsVoid() throws Exception {
        kafka.confirmsAt(VALID_UNTIL);
        assertThat(send(PIN)).isInstanceOf(Written.class);
        kafka.confirmsAt(VALID_UNTIL + 1);
        assertThat(send(PIN))
                .isInstanceOfSatisfying(
                        NotWritten.class, lost -> assertThat(lost.reason()).contains("1 ms after", "void"));
    }

    @Test
    void noOrderFollowsOneOfUnknownFateUntilThatIsSettled() throws Exception {
        kafka.failsAfter(1, new TimeoutException("Expiring"));
        Uncertain first = (Uncertain) send(PIN);
        kafka.confirmsAt(NOW);
        assertThat(send(PIN))
                .isInstanceOfSatisfying(
                        NotWritten.class,
                        refused -> assertThat(refused.reason()).contains(first.orderId()));
        assertThat(kafka.taken).hasSize(1);
        fates.recordRead(first.orderId(), true);
        assertThat(send(PIN)).isInstanceOf(Written.class);
    }

    private OrderDelivery send(ControlCommand command) throws InterruptedException {
        return channel(fates).send(command);
    }

    private OrderChannel channel(OrderFates known) {
        return new OrderChannel(
                new OrderProducer(kafka, OrderBounds.COMMAND, () -> NOW),
                KafkaSettings.at("127.0.0.1:1"),
                known,
                () -> NOW);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
