package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.DeadLetterCodec;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.SignalCodec;
import firedrill.scoring.decision.Timing;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureFold;
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
        List<ExchangeEvent> day = Given.day(4_000, 11);
        MemoryEnds ends = run(Given.records(day), List.of(), List.of(), 1);
        assertThat(decisions(ends)).isEqualTo(inALoop(day));
        assertThat(ends.written(Topics.DEADLETTER)).isEmpty();
    }

    @Test
    void whatBecomesKnownOfEventsTeachesTheJobAsItTeachesALoopHoweverEarlyItIsRead() throws Exception {
        List<ExchangeEvent> day = Given.day(4_000, 14);
        List<Outcome> reports = Given.reports(day, 7);
        MemoryEnds ends = run(Given.records(day), Given.outcomes(reports), List.of(), 1);
        List<Decision> decisions = decisions(ends);
        assertThat(decisions).isEqualTo(inALoop(day, reports)).isNotEqualTo(inALoop(day));
        assertThat(decisions)
                .filteredOn(decision ->
                        Feature.ADDRESS_CONFIRMED_SHARE.in(decision.features().toArray()) > 0)
                .hasSizeGreaterThan(50);
    }

    @Test
    void garbageBecomesDeadLettersAndDisturbsNothingElse() throws Exception {
        List<ExchangeEvent> day = Given.day(600, 12);
        List<RawRecord> records = new ArrayList<>(Given.records(day));
        byte[] whole = EventCodec.encode(day.get(0));
        List<byte[]> garbage = Arrays.asList(
                "garbage".getBytes(StandardCharsets.UTF_8), new byte[0], null, Arrays.copyOf(whole, whole.length / 2));
        for (int kind = 0; kind < garbage.size(); kind++) {
            records.add(100 * (kind + 1), new RawRecord(Topics.EVENTS, 2, 900 + kind, 0, garbage.get(kind)));
        }
        RawRecord badCommand = new RawRecord(Topics.CONTROL, 0, 5, 0, "not a command".getBytes(StandardCharsets.UTF_8));
        RawRecord badOutcome = new RawRecord(Topics.OUTCOMES, 1, 3, 0, "no outcome".getBytes(StandardCharsets.UTF_8));

        MemoryEnds ends = run(records, List.of(badOutcome), List.of(badCommand), 1);
        assertThat(decisions(ends)).isEqualTo(inALoop(day));
        List<DeadLetter> letters = new ArrayList<>();
        for (Outgoing letter : ends.written(Topics.DEADLETTER)) {
            letters.add(DeadLetterCodec.decode(letter.value()));
        }
        assertThat(letters)
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
    void inParallelEveryRequestStillHasOneDecision() throws Exception {
        List<ExchangeEvent> day = Given.day(1_000, 13);
        MemoryEnds ends = run(Given.records(day), List.of(), List.of(), 3);
        assertThat(decisions(ends))
                .extracting(Decision::eventId)
                .isEqualTo(day.stream()
                        .filter(ExchangeEvent::awaitsAnswer)
                        .map(ExchangeEvent::id)
                        .toList());
    }

    @Test
    void theFirstAnnouncedModelIsAdmittedAndABadOneRefusedWithoutADecisionBeingLost() throws Exception {
        List<ExchangeEvent> day = Given.day(600, 14);
        byte[] good = Given.shipped().toBytes();
        byte[] bad = good.clone();
        bad[bad.length / 2] ^= 1;
        MemoryEnds ends = run(
                Given.records(day),
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
                                                Given.shipped().model(),
                                                Given.shipped().name()))));
    }

    private MemoryEnds run(List<RawRecord> events, List<RawRecord> outcomes, List<RawRecord> control, int parallelism)
            throws Exception {
        return run(events, outcomes, control, List.of(), parallelism);
    }

    private MemoryEnds run(
            List<RawRecord> events,
            List<RawRecord> outcomes,
            List<RawRecord> control,
            List<RawRecord> models,
            int parallelism)
            throws Exception {
        return MemoryEnds.run(events, outcomes, control, models, parallelism, checkpoints);
    }

    private static List<Decision> inALoop(List<ExchangeEvent> events) {
        return inALoop(events, List.of());
    }

    /** Each outcome is heard when it arrives. */
    private static List<Decision> inALoop(List<ExchangeEvent> events, List<Outcome> outcomes) {
        Deque<Outcome> later = new ArrayDeque<>(outcomes);
        Decider decider = Loaded.decider(MemoryEnds.STANDING_CLOCK);
        FeatureFold fold = new FeatureFold();
        List<Decision> decisions = new ArrayList<>();
        for (ExchangeEvent event : events) {
            while (!later.isEmpty() && later.peek().timeMillis() <= event.timeMillis()) {
                fold.learn(later.remove());
            }
            double[] features = fold.observe(event);
            if (event.awaitsAnswer()) {
                decisions.add(decider.decide((Decided) event, features, Control.START, false, Timing.NONE));
            }
        }
        return decisions;
    }

    private static List<Decision> decisions(MemoryEnds ends) throws Exception {
        List<Decision> decisions = new ArrayList<>();
        for (Outgoing decision : ends.written(Topics.DECISIONS)) {
            decisions.add(DecisionCodec.decode(decision.value()));
            assertThat(decision.key())
                    .isEqualTo(
                            EventCodec.key(decisions.get(decisions.size() - 1).userId()));
        }
        decisions.sort(Comparator.comparing(Decision::eventId));
        return decisions;
    }
}
