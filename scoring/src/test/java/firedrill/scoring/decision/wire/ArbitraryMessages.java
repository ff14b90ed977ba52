package firedrill.scoring.decision.wire;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any message within its ranges. */
final class ArbitraryMessages {

    static Arbitrary<Decision> decision() {
        return Combinators.combine(
                        answer(), whole(), probability(), because(), texts(), versions(), features(), timing())
                .as((answer, number, probability, because, rulesHit, versions, features, timing) -> new Decision(
                        answer,
                        number + 1,
                        number,
                        probability,
                        because.decidedBy,
                        because.mode,
                        number,
                        because.reasons,
                        rulesHit,
                        versions,
                        features,
                        timing));
    }

    static Arbitrary<ControlCommand> command() {
        Arbitrary<ControlCommand> automatic =
                Combinators.combine(whole(), time(), text(), text(), mode()).as(AutomaticMode::new);
        Arbitrary<ControlCommand> operator = Combinators.combine(whole(), time(), text(), text(), mode().optional())
                .as(OperatorMode::new);
        Arbitrary<ControlCommand> model = Combinators.combine(whole(), time(), text(), text(), text(), order())
                .as(ModelCommand::new);
        return Arbitraries.oneOf(automatic, operator, model);
    }

    private static Arbitrary<ModelOrder> order() {
        Arbitrary<Double> share = Arbitraries.doubles().between(0, false, 1, true);
        return Arbitraries.oneOf(
                Combinators.combine(text(), text()).as(Admit::new),
                text().map(Promote::new),
                Arbitraries.of(new RollBack(), new Unstage()),
                Combinators.combine(text(), share).as(Stage::new),
                text().map(Shadow::new),
                text().map(Unshadow::new),
                text().map(Retire::new));
    }

    static Arbitrary<ShadowScore> shadowScore() {
        return Combinators.combine(whole(), whole(), whole(), whole(), opinion(), opinion(), Arbitraries.longs())
                .as(ShadowScore::new);
    }

    private static Arbitrary<ModelResult> opinion() {
        return Combinators.combine(text(), probability(), Arbitraries.of(Action.class))
                .as(ModelResult::new);
    }

    static Arbitrary<Signal> signal() {
        Arbitrary<Signal> change = Combinators.combine(
                        whole(), mode(), mode(), text(), text(), reading().optional())
                .as(ModeChange::new);
        Arbitrary<Signal> refusal =
                Combinators.combine(whole(), text(), text(), text()).as(Refusal::new);
        Arbitrary<Signal> quarantine =
                Combinators.combine(whole(), text(), text()).as(Quarantine::new);
        return Arbitraries.oneOf(reading().map(DriftReport::new), change, refusal, quarantine);
    }

    static Arbitrary<DeadLetter> deadLetter() {
        return Combinators.combine(
                        text(),
                        Arbitraries.integers().greaterOrEqual(0),
                        whole(),
                        text(),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(300))
                .as((topic, partition, offset, reason, payload) ->
                        new DeadLetter("t" + topic, partition, offset, reason, payload));
    }

    private static Arbitrary<DriftReading> reading() {
        Arbitrary<Double> measure = Arbitraries.doubles().between(0, 1e9);
        return Combinators.combine(whole(), measure, measure, id(), id()).as(DriftReading::new);
    }

    private static Arbitrary<Answer> answer() {
        return Combinators.combine(id(), Arbitraries.of(Action.class), time().map(millis -> millis + 1))
                .as((event, action, millis) -> new Answer(
                        event, action, action == Action.HOLD ? millis : 0, action == Action.LIMIT ? millis : 0));
    }

    private static Arbitrary<DecisionBasis> because() {
        return Combinators.combine(Arbitraries.of(DecidedBy.class), mode(), texts())
                .as(DecisionBasis::new);
    }

    private static Arbitrary<ArtifactVersions> versions() {
        return Combinators.combine(text(), text(), text(), text(), Arbitraries.of(ModelRole.class))
                .as(ArtifactVersions::new);
    }

    private static Arbitrary<FeatureVector> features() {
        return Arbitraries.doubles().array(double[].class).ofMaxSize(30).map(FeatureVector::of);
    }

    private static Arbitrary<StageTimings> timing() {
        return Combinators.combine(whole(), whole(), whole()).as(StageTimings::new);
    }

    private static Arbitrary<Double> probability() {
        return Arbitraries.doubles().between(0, 1);
    }

    private static Arbitrary<Mode> mode() {
        return Arbitraries.of(Mode.class);
    }

    private static Arbitrary<List<String>> texts() {
        return text().list().ofMaxSize(4);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().ofMaxLength(20);
    }

    private static Arbitrary<Long> id() {
        return Arbitraries.longs().greaterOrEqual(1);
    }

    /** Below the year 2100 even with one added. */
    private static Arbitrary<Long> time() {
        return Arbitraries.longs().between(0, 4_102_444_799_998L);
    }

    private static Arbitrary<Long> whole() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE - 1);
    }

    private record DecisionBasis(DecidedBy decidedBy, Mode mode, List<String> reasons) {}

    private ArbitraryMessages() {}
}
