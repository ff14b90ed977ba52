package firedrill.dashboard.bench;

import firedrill.dashboard.bench.LatencyBench.Load;
import firedrill.dashboard.bench.PairedBench.Disturbance;
import firedrill.ingest.event.Topics;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.scoring.decision.ModelOrder.Shadow;
import firedrill.scoring.decision.ModelOrder.Unshadow;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** What a challenger that watches every decision costs the decisions in latency. */
public final class ShadowBench {

    /** Many and short: what is asked is whether there is any difference. */
    private static final int PAIRS = 12;

    /** For an order to reach the job, which tells nobody: only decisions would show it, and none is made between slices. */
    private static final long SETTLE_MILLIS = 500;

    private ShadowBench() {}

    /**
     * What {@code firedrill bench shadow} found; latencies are medians over slices.
     *
     * @param scored what the challenger scored: that it did watch
     * @param missing requests without a decision
     */
    public record Result(
            int ratePerSecond,
            long scored,
            long missing,
            double withoutP50Millis,
            double withoutP99Millis,
            double withP50Millis,
            double withP99Millis,
            MedianRatio ratioP50,
            MedianRatio ratioP99,
            LatencyResult.Machine machine) {}

    /** Runs against a broker whose topics exist, with one partition each, and a job that runs. */
    public static Result run(Load load, KafkaSettings kafka, Scenario scenario, Consumer<String> say)
            throws InterruptedException, ExecutionException {
        try (var challenge = Challenge.open(kafka)) {
            var outcome = PairedBench.run(load, kafka, scenario, PAIRS, new Watching(challenge), say);
            return new Result(
                    load.ratePerSecond(),
                    scored(kafka),
                    outcome.waiting(),
                    outcome.median(false, 50),
                    outcome.median(false, 99),
                    outcome.median(true, 50),
                    outcome.median(true, 99),
                    outcome.ratio(50),
                    outcome.ratio(99),
                    LatencyResult.Machine.current());
        }
    }

    private record Watching(Challenge challenge) implements Disturbance {

        @Override
        public void begin() throws InterruptedException {
            challenge.order(new Shadow(challenge.challenger()));
            Thread.sleep(SETTLE_MILLIS);
        }

        @Override
        public void end() throws InterruptedException {
            challenge.order(new Unshadow(challenge.challenger()));
            Thread.sleep(SETTLE_MILLIS);
        }
    }

    private static long scored(KafkaSettings kafka) {
        var partition = new TopicPartition(Topics.SHADOW, 0);
        try (var consumer = kafka.consumer("bench-tally")) {
            return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        }
    }
}
