package firedrill.dashboard.cli.option;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.kafka.KafkaSettings;
import picocli.CommandLine.Mixin;

/** The addressed scorer, as options: that of a Kafka, or that of the run in a work folder. */
public final class ConnectionOptions {

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private WorkFolderOption work = new WorkFolderOption();

    public KafkaSettings settings() throws UserFacingException {
        return kafka.resolve(work.folder());
    }
}
