package firedrill.dashboard.bench;

import firedrill.dashboard.bench.LatencyBench.LoadSpec;
import firedrill.dashboard.bench.PairedBench.Treatment;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.registry.ModelOrder.Promote;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Latency cost of ten champion swaps a second, and whether every request still has one decision by one model. */
public final class SwapBench {

    /** A hundred in ten seconds. */
    static final int SWAPS_PER_SECOND = 10;

    private static final int PAIRS = 3;
    private static final Duration POLL = Duration.ofMillis(200);

    private SwapBench() {}

    /**
     * Result of {@code firedrill bench swap}.
     *
     * @param swaps while it was measured and while it warmed up
     * @param decisions read, each request once
     * @param lost requests without a decision
     * @param duplicates decisions beyond the first on a request
     * @param unknownModel decisions by a model that was not announced
     * @param modelChanges how often neighbouring decisions were made by different models: that the swaps took place
     * @param controlP99Millis median over slices without swaps
     * @param swapP99Millis median over slices with them
     * @param ratio median over neighbours of with divided by without
     */
    public record SwapBenchResult(
            int ratePerSecond,
            long swaps,
            long decisions,
            long lost,
            long duplicates,
            long unknownModel,
            long modelChanges,
            Map<String, Long> decisionsByModel,
            double controlP99Millis,
            double swapP99Millis,
            double ratio,
            LatencyResult.MachineInfo machine) {}

    /** Runs against a broker whose topics exist, with one partition each, and a job that runs. */
    public static SwapBenchResult run(LoadSpec load, KafkaSettings kafka, Scenario scenario, Consumer<String> say)
            throws InterruptedException, ExecutionException {
        try (var challenge = ChallengerSetup.open(kafka)) {
            long from = endOfDecisions(kafka);
            var swapping = new SwapTreatment(challenge);
            var outcome = PairedBench.run(load, kafka, scenario, PAIRS, swapping, say);
            var tally = tally(kafka, from, challenge.models());
            return new SwapBenchResult(
                    load.ratePerSecond(),
                    swapping.swaps.get(),
                    tally.distinct,
                    outcome.unanswered(),
                    tally.duplicates,
                    tally.unknownModel,
                    tally.modelChanges,
                    new TreeMap<>(tally.byModel),
                    outcome.median(false, 99),
                    outcome.median(true, 99),
                    outcome.ratio(99).median(),
                    LatencyResult.MachineInfo.current());
        }
    }

    /** Promotes the one that does not decide, over and over. */
    private static final class SwapTreatment implements Treatment {

        private final ChallengerSetup challenge;
        private @Nullable ScheduledExecutorService clock;
        private final AtomicLong swaps = new AtomicLong();

        SwapTreatment(ChallengerSetup challenge) {
            this.challenge = challenge;
        }

        @Override
        public void start() {
            clock = Executors.newSingleThreadScheduledExecutor();
            long everyMillis = 1_000 / SWAPS_PER_SECOND;
            var unused = clock.scheduleAtFixedRate(this::swap, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        }

        private void swap() {
            challenge.send(new Promote(challenge.models().get((int) (swaps.incrementAndGet() % 2))));
        }

        @Override
        public void stop() throws InterruptedException {
            if (clock != null) {
                clock.shutdownNow();
                clock.awaitTermination(1, TimeUnit.SECONDS);
            }
        }
    }

    /** Content of the topic of decisions. */
    private static final class DecisionTally {
        private final Map<String, Long> byModel = new HashMap<>();
        private final Map<Long, String> modelOf = new HashMap<>();
        private String last = "";
        private long distinct;
        private long duplicates;
        private long unknownModel;
        private long modelChanges;

        void add(Decision decision, List<String> announced) {
            String model = decision.versions().modelHash();
            if (modelOf.putIfAbsent(decision.eventId(), model) != null) {
                duplicates++;
                return;
            }
            distinct++;
            unknownModel += announced.contains(model) ? 0 : 1;
            modelChanges += last.isEmpty() || last.equals(model) ? 0 : 1;
            last = model;
            byModel.merge(model, 1L, Long::sum);
        }
    }

    private static DecisionTally tally(KafkaSettings kafka, long from, List<String> announced) {
        var tally = new DecisionTally();
        var partition = new TopicPartition(Topics.DECISIONS, 0);
        try (var consumer = kafka.consumer("bench-tally")) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (var entry : consumer.poll(POLL)) {
                    tally.add(DecisionCodec.decode(entry.value()), announced);
                }
            }
        } catch (MalformedMessageException garbage) {
            throw new IllegalStateException("the job wrote what cannot be read", garbage);
        }
        return tally;
    }

    private static long endOfDecisions(KafkaSettings kafka) {
        var partition = new TopicPartition(Topics.DECISIONS, 0);
        try (var consumer = kafka.consumer("bench-tally")) {
            return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        }
    }
}
