package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.Timing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DecideOperatorTest {

    /** 60 ms after the epoch, whatever happens. */
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(60), ZoneOffset.UTC);

    @Test
    void anEventWithinItsBudgetIsDecidedByTheModel() throws Exception {
        try (var decide = operator()) {
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(Given.order(1, 1), 20_000)));
            Decision decision = decisions(decide).get(0);
            assertThat(decision.decidedBy()).isEqualTo(DecidedBy.MODEL);
            assertThat(decision.timing()).isEqualTo(new Timing(10_000, 30_000, 0));
        }
    }

    @Test
    void anEventWhoseBudgetIsNearlySpentIsDecidedByTheRules() throws Exception {
        try (var decide = operator()) {
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(Given.order(1, 1), 19_999)));
            assertThat(decisions(decide)).extracting(Decision::decidedBy).containsExactly(DecidedBy.RULES_AT_DEADLINE);
        }
    }

    @Test
    void theOperatorOverrulesTheMonitorAndHandsTheChoiceBack() throws Exception {
        try (var decide = operator()) {
            decide.open();
            List<ControlCommand> commands = List.of(
                    new AutomaticMode(3, 0, "monitor", "", Mode.RULES),
                    new OperatorMode(4, 0, "ada", "", Optional.of(Mode.MODEL)),
                    new OperatorMode(5, 0, "ada", "", Optional.empty()),
                    new AutomaticMode(2, 0, "monitor", "late, so ignored", Mode.MODEL));
            for (ControlCommand command : commands) {
                hear(decide, command);
                decide.processElement1(new StreamRecord<>(inFlight(Given.order(1, 1), 60_000)));
            }
            assertThat(decisions(decide))
                    .extracting(decision -> decision.controlVersion() + " " + decision.mode())
                    .containsExactly("3 RULES", "4 MODEL", "5 RULES", "5 RULES");
        }
    }

    @Test
    void theControlSurvivesARestart() throws Exception {
        OperatorSubtaskState saved;
        try (var decide = operator()) {
            decide.open();
            hear(decide, new OperatorMode(9, 0, "ada", "", Optional.of(Mode.RULES)));
            saved = decide.snapshot(1, 1);
        }
        try (var decide = operator()) {
            decide.initializeState(saved);
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(Given.order(1, 1), 60_000)));
            assertThat(decisions(decide))
                    .extracting(decision -> decision.controlVersion() + " " + decision.mode())
                    .containsExactly("9 RULES");
        }
    }

    @Test
    void onlyWithdrawalsAreToldToTheMonitor() throws Exception {
        try (var decide = operator()) {
            decide.open();
            decide.processElement1(new StreamRecord<>(inFlight(Given.order(1, 1), 60_000)));
            decide.processElement1(new StreamRecord<>(inFlight(Given.withdrawal(2, 1), 60_000)));
            Decision withdrawal = decisions(decide).get(1);
            assertThat(decide.getSideOutput(Decide.SCORED))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new Scored(withdrawal.timeMillis(), withdrawal.probability()));
        }
    }

    private static TwoInputStreamOperatorTestHarness<InFlight, CommandBytes, Outgoing> operator() throws Exception {
        JobSettings.Judging judging = JobSettings.Judging.DEFAULT.withClock(CLOCK);
        return new TwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithNonKeyedOperator<>(new Decide(judging), List.of(Decide.CONTROL)), 1, 1, 0);
    }

    private static void hear(
            TwoInputStreamOperatorTestHarness<InFlight, CommandBytes, Outgoing> decide, ControlCommand command)
            throws Exception {
        decide.processElement2(new StreamRecord<>(new CommandBytes(command.version(), ControlCodec.encode(command))));
    }

    private static InFlight inFlight(ExchangeEvent event, long publishedMicros) {
        return InFlight.of(event, EventCodec.encode(event), publishedMicros, publishedMicros + 10_000);
    }

    private static List<Decision> decisions(TwoInputStreamOperatorTestHarness<InFlight, CommandBytes, Outgoing> decide)
            throws Exception {
        List<Decision> decisions = new ArrayList<>();
        for (Outgoing decision : decide.extractOutputValues()) {
            decisions.add(DecisionCodec.decode(decision.value()));
        }
        return decisions;
    }
}
