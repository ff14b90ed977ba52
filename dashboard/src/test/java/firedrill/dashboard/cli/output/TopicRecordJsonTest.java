package firedrill.dashboard.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.Signal.DriftReport;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.Mode;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TopicRecordJsonTest {

    private static String text(String topic, byte[] value) {
        return TopicRecordJson.of(new ConsumerRecord<>(topic, 2, 17, new byte[0], value))
                .toString();
    }

    @Test
    void anEventIsPrintedWithItsKindAndWhereItStands() {
        var event = new Deposit(1, 2, 3, new MarketSnapshot(0.5, -0.5, 6_000_000), 100, PaymentRail.BANK);
        assertThat(text(Topics.EVENTS, EventCodec.encode(event)))
                .isEqualTo(
                        "{\"partition\":2,\"offset\":17,\"value\":{\"kind\":\"deposit\",\"id\":1,\"userId\":2,\"timeMillis\":3,"
                                + "\"market\":{\"volatilityZ\":0.5,\"returnZ\":-0.5,\"priceCents\":6000000,"
                                + "\"liquidatedShare\":0.0,\"fundingBps\":1.0,\"depthShare\":1.0},"
                                + "\"amountCents\":100,\"rail\":\"BANK\",\"asset\":\"USDC\",\"sourceId\":0,"
                                + "\"finalAtMillis\":3}}");
    }

    @Test
    void evidenceThatIsMissingIsNull() {
        var change = new ModeChange(3, Mode.MODEL, Mode.RULES, "monitor", "drift", Optional.<DriftReading>empty());
        assertThat(text(Topics.SIGNALS, SignalCodec.encode(change))).contains("\"evidence\":null");
    }

    @Test
    void kindsDoNotDependOnClassNames() {
        assertThat(text(Topics.OUTCOMES, OutcomeCodec.encode(new ReviewVerdict(1, 2, 3, true))))
                .contains("{\"kind\":\"reviewVerdict\",");
        assertThat(text(Topics.OUTCOMES, OutcomeCodec.encode(new Churn(1, 2, 3, 0, 5))))
                .contains("{\"kind\":\"churn\",");
        assertThat(text(Topics.CONTROL, ControlCodec.encode(new AutomaticMode(1, 2, "monitor", "drift", Mode.RULES))))
                .contains("{\"kind\":\"automaticMode\",");
        assertThat(text(Topics.SIGNALS, SignalCodec.encode(new DriftReport(new DriftReading(1, 0.3, 0.2, 500, 500)))))
                .contains("{\"kind\":\"driftReading\",");
    }

    @Test
    void whatCannotBeReadIsPrintedWithTheReason() {
        assertThat(text(Topics.DECISIONS, new byte[] {1, 2, 3}))
                .startsWith("{\"partition\":2,\"offset\":17,\"malformed\":\"");
    }
}
