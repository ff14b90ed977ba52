package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.ControlMessages;
import firedrill.scoring.decision.wire.DeadLetterCodec;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.state.ScorerFactory;
import firedrill.scoring.registry.ModelOrder.Admit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole graph on a mini cluster, against the same calls in a loop. */
class ScoringJobTest {

    @TempDir
    Path checkpoints;

    @Test
    void theJobDecidesExactlyAsTheSameCoreInALoop() throws Exception {
        List<ExchangeEvent> day = JobFixtures.day(4_000, 11);
        InMemoryEndpoints ends = run(JobFixtures.records(day), List.of(), List.of(), 1);
        assertThat(decisions(ends)).isEqualTo(inALoop(day));
        assertThat(ends.written(Topics.DEADLETTER)).isEmpty();
    }

    @Test
    void labelsHaveTheSameEffectInTheJobAsInALoopHoweverEarlyTheyAreRead() throws Exception {
        List<ExchangeEvent> day = JobFixtures.day(4_000, 14);
        List<Outcome> reports = JobFixtures.reports(day, 7);
        InMemoryEndpoints ends = run(JobFixtures.records(day), JobFixtures.outcomes(reports), List.of(), 1);
        List<Decision> decisions = decisions(ends);
        assertThat(decisions).isEqualTo(inALoop(day, reports)).isNotEqualTo(inALoop(day));
        assertThat(decisions)
                .filteredOn(decision -> Feature.ADDRESS_CONFIRMED_SHARE.valueIn(
                                decision.features().toArray())
                        > 0)
                .hasSizeGreaterThan(50);
    }

    @Test
    void malformedRecordsBecomeDeadLettersAndAffectNoDecision() throws Exception {
        List<ExchangeEvent> day = JobFixtures.day(600, 12);
        List<RawRecord> records = new ArrayList<>(JobFixtures.records(day));
        byte[] whole = EventCodec.encode(day.get(0));
        List<byte[]> garbage = Arrays.asList(
                "garbage".getBytes(StandardCharsets.UTF_8), new byte[0], null, Arrays.copyOf(whole, whole.length / 2));
        for (int kind = 0; kind < garbage.size(); kind++) {
            records.add(100 * (kind + 1), new RawRecord(Topics.EVENTS, 2, 900 + kind, 0, garbage.get(kind)));
        }
        RawRecord badCommand = new RawRecord(Topics.CONTROL, 0, 5, 0, "not a command".getBytes(StandardCharsets.UTF_8));
        RawRecord badOutcome = new RawRecord(Topics.OUTCOMES, 1, 3, 0, "no outcome".getBytes(StandardCharsets.UTF_8));

        InMemoryEndpoints ends = run(records, List.of(badOutcome), List.of(badCommand), 1);
        assertThat(decisions(ends)).isEqualTo(inALoop(day));
        assertThat(letters(ends))
                .extracting(letter -> letter.topic() + "-" + letter.partition() + "@" + letter.offset())
                .containsExactlyInAnyOrder(
                        "exchange.events-2@900",
                        "exchange.events-2@901",
                        "exchange.events-2@902",
                        "exchange.events-2@903",
                        "exchange.outcomes-1@3",
                        "fraud.control-0@5");
    }

    @Test
    void aRecordWithAnAbsurdTimeOrAmountBecomesADeadLetterAndDisturbsNothingElse() throws Exception {
        List<ExchangeEvent> day = JobFixtures.day(4_000, 15);
        List<RawRecord> records = new ArrayList<>(JobFixtures.records(day));
        byte[] poison = EventCodec.encode(JobFixtures.withdrawal(1_000_000, 3, 4_102_444_799_999L, 77, 40_000, false));
        records.add(1_000, new RawRecord(Topics.EVENTS, 0, 9_000, 0, poison));
        RawRecord early = new RawRecord(Topics.CONTROL, 0, 5, 0, ControlMessages.operatorMode(-1, "mallory", "early"));
        RawRecord late = new RawRecord(
                Topics.CONTROL, 0, 6, 0, ControlMessages.operatorMode(4_102_444_800_000L, "mallory", "late"));
        RawRecord endless =
                new RawRecord(Topics.CONTROL, 0, 7, 0, ControlMessages.operatorMode(5, "m".repeat(60_000), "endless"));

        InMemoryEndpoints ends = run(records, List.of(), List.of(early, late, endless), 1);
        assertThat(decisions(ends)).isEqualTo(inALoop(day));
        assertThat(letters(ends))
                .extracting(letter -> letter.topic() + "@" + letter.offset() + " "
                        + letter.reason().replaceAll("lies .*", "lies outside"))
                .containsExactlyInAnyOrder(
                        "exchange.events@9000 timeMillis 4102444799999 lies outside",
                        "fraud.control@5 timeMillis must lie between 1970 and 2100, was -1",
                        "fraud.control@6 timeMillis must lie between 1970 and 2100, was 4102444800000",
                        "fraud.control@7 actor must have at most 1024 characters, had 60000");
    }

    @Test
    void inParallelEveryRequestStillHasOneDecision() throws Exception {
        List<ExchangeEvent> day = JobFixtures.day(1_000, 13);
        InMemoryEndpoints ends = run(JobFixtures.records(day), List.of(), List.of(), 3);
        assertThat(decisions(ends))
                .extracting(Decision::eventId)
                .isEqualTo(day.stream()
                        .filter(ExchangeEvent::requiresDecision)
                        .map(ExchangeEvent::id)
                        .toList());
    }

    @Test
    void theFirstAnnouncedModelIsAdmittedAndABadOneRefusedWithoutADecisionBeingLost() throws Exception {
        List<ExchangeEvent> day = JobFixtures.day(600, 14);
        byte[] good = ModelAnnouncementCodec.encode(JobFixtures.shipped());
        byte[] bad = good.clone();
        bad[bad.length / 2] ^= 1;
        InMemoryEndpoints ends = run(
                JobFixtures.records(day),
                List.of(),
                List.of(),
                List.of(new RawRecord(Topics.MODELS, 0, 0, 0, bad), new RawRecord(Topics.MODELS, 0, 1, 0, good)),
                1);
        assertThat(decisions(ends))
                .extracting(Decision::eventId)
                .isEqualTo(inALoop(day).stream().map(Decision::eventId).toList());
        assertThat(ends.written(Topics.SIGNALS))
                .anySatisfy(
                        signal -> assertThat(SignalCodec.decode(signal.value())).isInstanceOf(Refusal.class));
        assertThat(ends.written(Topics.CONTROL))
                .anySatisfy(command -> assertThat(ControlCodec.decode(command.value()))
                        .isInstanceOfSatisfying(
                                ModelCommand.class,
                                admission -> assertThat(admission.order())
                                        .isEqualTo(new Admit(
                                                JobFixtures.shipped().modelHash(),
                                                JobFixtures.shipped().name()))));
    }

    private static List<DeadLetter> letters(InMemoryEndpoints ends) throws Exception {
        List<DeadLetter> letters = new ArrayList<>();
        for (OutboundRecord letter : ends.written(Topics.DEADLETTER)) {
            letters.add(DeadLetterCodec.decode(letter.value()));
        }
        return letters;
    }

    private InMemoryEndpoints run(
            List<RawRecord> events, List<RawRecord> outcomes, List<RawRecord> control, int parallelism)
            throws Exception {
        return run(events, outcomes, control, List.of(), parallelism);
    }

    private InMemoryEndpoints run(
            List<RawRecord> events,
            List<RawRecord> outcomes,
            List<RawRecord> control,
            List<RawRecord> models,
            int parallelism)
            throws Exception {
        return InMemoryEndpoints.run(events, outcomes, control, models, parallelism, checkpoints);
    }

    private static List<Decision> inALoop(List<ExchangeEvent> events) {
        return inALoop(events, List.of());
    }

    /** Each outcome is heard when it arrives. */
    private static List<Decision> inALoop(List<ExchangeEvent> events, List<Outcome> outcomes) {
        Deque<Outcome> later = new ArrayDeque<>(outcomes);
        Decider decider = ScorerFactory.warmDecider(InMemoryEndpoints.FIXED_CLOCK);
        FeatureFold fold = new FeatureFold();
        List<Decision> decisions = new ArrayList<>();
        for (ExchangeEvent event : events) {
            while (!later.isEmpty() && later.peek().timeMillis() <= event.timeMillis()) {
                fold.applyOutcome(later.remove());
            }
            double[] features = fold.observe(event);
            if (event.requiresDecision()) {
                decisions.add(decider.decide(
                        (DecisionRequest) event, features, ControlState.START, false, StageTimings.NONE));
            }
        }
        return decisions;
    }

    private static List<Decision> decisions(InMemoryEndpoints ends) throws Exception {
        List<Decision> decisions = new ArrayList<>();
        for (OutboundRecord decision : ends.written(Topics.DECISIONS)) {
            decisions.add(DecisionCodec.decode(decision.value()));
            assertThat(decision.key())
                    .isEqualTo(
                            EventCodec.key(decisions.get(decisions.size() - 1).userId()));
        }
        decisions.sort(Comparator.comparing(Decision::eventId));
        return decisions;
    }
}
