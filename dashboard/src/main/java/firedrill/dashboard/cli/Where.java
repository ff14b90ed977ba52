package firedrill.dashboard.cli;

import firedrill.ingest.publish.KafkaSettings;
import picocli.CommandLine.Mixin;

/** Which running scorer is meant, as options: that of a Kafka, or that of the run in a work folder. */
final class Where {

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private WorkOption work = new WorkOption();

    KafkaSettings kafka() throws CliFailure {
        return kafka.chosenOrRunning(work.folder());
    }
}
