package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.ConnectionOptions;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.cli.output.TopicRecordJson;
import firedrill.dashboard.runtime.Preflight;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code firedrill tail}: a topic's records as they come. */
@Command(name = "tail", description = "Print a topic's records as JSON, one a line, until Ctrl-C.")
final class TailCommand implements Callable<Integer> {

    private static final Duration TOPIC_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    @Parameters(
            paramLabel = "TOPIC",
            description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = TopicNames.class)
    private String topic = "";

    @Option(names = "--from-start", description = "Start at the earliest offset; default: latest.")
    private boolean fromStart;

    @Option(names = "-n", paramLabel = "N", description = "End after N records.")
    private long limit = Long.MAX_VALUE;

    @Mixin
    private ConnectionOptions where = new ConnectionOptions();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws UserFacingException, InterruptedException {
        if (!TopicRecordJson.TOPICS.contains(topic)) {
            throw new UserFacingException(
                    "There is no topic " + topic + "; there are " + String.join(", ", TopicRecordJson.TOPICS) + ".");
        }
        if (limit < 1) {
            throw new UserFacingException("-n must be at least 1, was " + limit + ".");
        }
        var settings = where.settings();
        Preflight.requireReachable(settings);
        try (var consumer = settings.consumer("firedrill-tail")) {
            assign(consumer, settings);
            print(consumer);
        } catch (InterruptException stopped) {
            throw new InterruptedException();
        } catch (KafkaException lost) {
            throw new UserFacingException(settings + " is no longer reachable: is the run still active?", lost);
        }
        return 0;
    }

    private void assign(Consumer<byte[], byte[]> consumer, KafkaSettings settings) throws UserFacingException {
        List<PartitionInfo> partitions = consumer.listTopics(TOPIC_TIMEOUT).getOrDefault(topic, List.of());
        if (partitions.isEmpty()) {
            throw new UserFacingException(
                    settings + " has no topic " + topic + ": is it the Kafka that ./firedrill up uses?");
        }
        consumer.assign(partitions.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList());
        if (fromStart) {
            consumer.seekToBeginning(consumer.assignment());
        } else {
            consumer.seekToEnd(consumer.assignment());
            // The end is determined now and not at the first poll.
            consumer.assignment().forEach(consumer::position);
        }
    }

    private void print(Consumer<byte[], byte[]> consumer) {
        long printed = 0;
        while (printed < limit && !console.isClosed()) {
            var records = consumer.poll(POLL).records(topic);
            for (var entry : sortedByTime(records)) {
                if (printed == limit) {
                    return;
                }
                console.printJson(TopicRecordJson.of(entry));
                printed++;
            }
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> sortedByTime(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var all = new java.util.ArrayList<ConsumerRecord<byte[], byte[]>>();
        records.forEach(all::add);
        all.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        return all;
    }

    /** For the help text. */
    static final class TopicNames implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return TopicRecordJson.TOPICS.iterator();
        }
    }
}
