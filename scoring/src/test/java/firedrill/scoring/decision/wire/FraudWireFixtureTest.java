package firedrill.scoring.decision.wire;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.wire.WireFixture;
import firedrill.scoring.decision.ArtifactVersions;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.ShadowScore.ModelResult;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.DriftReport;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.Signal.Quarantine;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelOrder.Unshadow;
import firedrill.scoring.registry.ModelOrder.Unstage;
import firedrill.scoring.registry.ModelRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Bytes written by release 0.1.0, one file per kind of message, must be read for ever as what they meant then.
 *
 * <p>The files in {@code wire} are never rewritten; a new field gets a new file.
 */
class FraudWireFixtureTest {

    private static final long TIME = 1_767_225_600_123L;
    private static final DriftReading READING = new DriftReading(TIME - 60_000, 0.31, 0.056, 1_000, 20_000);

    private static final Decision DECISION = new Decision(
            Answer.hold(105, 3_600_000),
            7,
            TIME,
            0.0625,
            DecidedBy.RULES_AT_DEADLINE,
            Mode.MODEL,
            3,
            List.of("withdraws 96 % of the balance", "device never seen before"),
            List.of("fresh-credentials-new-address"),
            new ArtifactVersions("0123456789ab", "123456789abc", "23456789abcd", "3456789abcde"),
            FeatureVector.of(new double[] {0, -1.5, 2e9}),
            new StageTimings(900, 350, 12));

    /** The first decision that said as what its model had the event. */
    static final Decision STAGED = new Decision(
            Answer.limit(106, 25_000),
            8,
            TIME,
            0.5,
            DecidedBy.MODEL,
            Mode.MODEL,
            12,
            List.of("device never seen before"),
            List.of(),
            new ArtifactVersions("abcdef012345", "123456789abc", "23456789abcd", "3456789abcde", ModelRole.STAGED),
            FeatureVector.of(new double[] {1}),
            new StageTimings(1, 2, 3));

    static final Map<String, ControlCommand> COMMANDS = Map.of(
            "automatic_mode", new AutomaticMode(4, TIME, "monitor", "psi 0.31 above 0.25", Mode.RULES),
            "operator_mode", new OperatorMode(5, TIME, "ana", "market, not fraud", Optional.of(Mode.MODEL)),
            "model_order", ordered(new Promote("abcdef012345")));

    static final Map<String, ModelOrder> ORDERS = Map.of(
            "admit", new Admit("abcdef012345", "challenger of March"),
            "promote", new Promote("abcdef012345"),
            "roll_back", new RollBack(),
            "stage", new Stage("abcdef012345", 0.25),
            "unstage", new Unstage(),
            "shadow", new Shadow("abcdef012345"),
            "unshadow", new Unshadow("abcdef012345"),
            "retire", new Retire("abcdef012345"));

    static final ShadowScore SHADOW_SCORE = new ShadowScore(
            105,
            7,
            TIME,
            40_000,
            new ModelResult("0123456789ab", 0.0625, Action.ALLOW),
            new ModelResult("abcdef012345", 0.75, Action.BLOCK),
            -40_000);

    static final Map<String, Signal> SIGNALS = Map.of(
            "drift_reading",
            new DriftReport(READING),
            "mode_change",
            new ModeChange(TIME, Mode.MODEL, Mode.RULES, "monitor", "psi 0.31", Optional.of(READING)),
            "refusal",
            new Refusal(TIME, "model abcdef012345", "ana", "a golden input scores 0.5, stored was 0.25"),
            "quarantine",
            new Quarantine(TIME, "abcdef012345", "its load was not finished"));

    private static final DeadLetter LETTER =
            DeadLetter.of("exchange.events", 3, 41, "no known kind of event", new byte[] {8, 1, -1});

    @Test
    void anOldDecisionIsReadAsWhatItMeant() throws Exception {
        assertThat(DecisionCodec.decode(WireFixture.read("decision"))).isEqualTo(DECISION);
        assertThat(DecisionCodec.decodeAnswer(WireFixture.read("decision"))).isEqualTo(DECISION.answer());
    }

    @Test
    void aDecisionWithItsModelRoleDecodesToTheSameRecord() throws Exception {
        assertThat(DecisionCodec.decode(WireFixture.read("decision_staged"))).isEqualTo(STAGED);
    }

    @Test
    void oldModelOrdersAreReadAsWhatTheyMeant() throws Exception {
        for (var entry : ORDERS.entrySet()) {
            assertThat(ControlCodec.decode(WireFixture.read("model_order_" + entry.getKey())))
                    .isEqualTo(ordered(entry.getValue()));
        }
        assertThat(ORDERS.keySet()).isEqualTo(WireFixture.kinds(ModelOrderMessage.getDescriptor()));
    }

    @Test
    void anOldShadowScoreIsReadAsWhatItMeant() throws Exception {
        assertThat(ShadowCodec.decode(WireFixture.read("shadow_score"))).isEqualTo(SHADOW_SCORE);
    }

    static ControlCommand ordered(ModelOrder order) {
        return new ModelCommand(6, TIME, "ana", "cheaper in shadow", "4f1c", order);
    }

    @Test
    void oldCommandsAreReadAsWhatTheyMeant() throws Exception {
        for (var entry : COMMANDS.entrySet()) {
            assertThat(ControlCodec.decode(WireFixture.read(entry.getKey()))).isEqualTo(entry.getValue());
        }
    }

    @Test
    void anOldCommandThatPinsNothingHandsTheChoiceBack() throws Exception {
        assertThat(ControlCodec.decode(WireFixture.read("operator_mode_released")))
                .isEqualTo(new OperatorMode(6, TIME, "ana", "calm again", Optional.empty()));
    }

    @Test
    void oldSignalsDecodeToTheSameRecords() throws Exception {
        for (var entry : SIGNALS.entrySet()) {
            assertThat(SignalCodec.decode(WireFixture.read(entry.getKey()))).isEqualTo(entry.getValue());
        }
    }

    @Test
    void anOldDeadLetterIsReadAsWhatItMeant() throws Exception {
        assertThat(DeadLetterCodec.decode(WireFixture.read("dead_letter"))).isEqualTo(LETTER);
    }

    @Test
    void everyKindOnTheWireHasOldBytes() {
        assertThat(COMMANDS.keySet()).isEqualTo(WireFixture.kinds(ControlMessage.getDescriptor()));
        assertThat(SIGNALS.keySet()).isEqualTo(WireFixture.kinds(SignalMessage.getDescriptor()));
    }

    @Test
    void aFieldOfALaterReleaseIsIgnored() throws Exception {
        assertThat(DecisionCodec.decode(WireFixture.extend(WireFixture.read("decision"))))
                .isEqualTo(DECISION);
        assertThat(DecisionCodec.decodeAnswer(WireFixture.extend(WireFixture.read("decision"))))
                .isEqualTo(DECISION.answer());
        for (var entry : COMMANDS.entrySet()) {
            assertThat(ControlCodec.decode(WireFixture.extend(WireFixture.read(entry.getKey()))))
                    .isEqualTo(entry.getValue());
        }
        for (var entry : SIGNALS.entrySet()) {
            assertThat(SignalCodec.decode(WireFixture.extend(WireFixture.read(entry.getKey()))))
                    .isEqualTo(entry.getValue());
        }
        assertThat(DeadLetterCodec.decode(WireFixture.extend(WireFixture.read("dead_letter"))))
                .isEqualTo(LETTER);
    }
}
