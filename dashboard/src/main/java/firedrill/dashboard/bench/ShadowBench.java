package firedrill.dashboard.bench;

import firedrill.dashboard.bench.LatencyBench.LoadSpec;
import firedrill.dashboard.bench.PairedBench.Treatment;
import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Unshadow;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Decision latency with a challenger that shadows every decision, relative to none. */
public final class ShadowBench {

    /** Many and short, to detect a small difference. */
    private static final int PAIRS = 12;

    /** Time for an order to reach the job; only decisions would show its effect, and none is made between slices. */
    private static final long SETTLE_MILLIS = 500;

    private ShadowBench() {}

    /**
     * Result of {@code firedrill bench shadow}; latencies are medians over slices.
     *
     * @param scored events that the challenger scored; above 0 if it was active
     * @param lost requests without a decision
     */
    public record ShadowBenchResult(
            int ratePerSecond,
            long scored,
            long lost,
            double controlP50Millis,
            double controlP99Millis,
            double shadowP50Millis,
            double shadowP99Millis,
            MedianRatio ratioP50,
            MedianRatio ratioP99,
            LatencyResult.MachineInfo machine) {}

    /** Runs against a broker whose topics exist, with one partition each, and a job that runs. */
    public static ShadowBenchResult run(LoadSpec load, KafkaSettings kafka, Scenario scenario, Consumer<String> say)
            throws InterruptedException, ExecutionException {
        try (var challenge = ChallengerSetup.open(kafka)) {
            var outcome = PairedBench.run(load, kafka, scenario, PAIRS, new ShadowTreatment(challenge), say);
            return new ShadowBenchResult(
                    load.ratePerSecond(),
                    scored(kafka),
                    outcome.unanswered(),
                    outcome.median(false, 50),
                    outcome.median(false, 99),
                    outcome.median(true, 50),
                    outcome.median(true, 99),
                    outcome.ratio(50),
                    outcome.ratio(99),
                    LatencyResult.MachineInfo.current());
        }
    }

    private record ShadowTreatment(ChallengerSetup challenge) implements Treatment {

        @Override
        public void start() throws InterruptedException {
            challenge.send(new Shadow(challenge.challenger()));
            Thread.sleep(SETTLE_MILLIS); // No decision shows the effect of an order between two slices.
        }

        @Override
        public void stop() throws InterruptedException {
            challenge.send(new Unshadow(challenge.challenger()));
            Thread.sleep(SETTLE_MILLIS); // No decision shows the effect of an order between two slices.
        }
    }

    private static long scored(KafkaSettings kafka) {
        var partition = new TopicPartition(Topics.SHADOW, 0);
        try (var consumer = kafka.consumer("bench-tally")) {
            return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        }
    }
}
