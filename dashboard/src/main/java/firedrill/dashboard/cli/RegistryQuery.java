package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.ConnectionOptions;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.runtime.ModelRegistryClient;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.kafka.KafkaSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A subcommand of {@code firedrill model} that reads the registry and a topic, and changes nothing. */
abstract class RegistryQuery implements Callable<Integer> {

    @Mixin
    private ConnectionOptions where = new ConnectionOptions();

    @Mixin
    private Console console = new Console();

    @Override
    public final Integer call() throws UserFacingException, InterruptedException {
        var kafka = where.settings();
        return ModelRegistryCommand.withRegistry(kafka, registry -> print(registry, kafka, console));
    }

    /** Reads the answer and prints it. */
    abstract void print(ModelRegistryClient registry, KafkaSettings kafka, Console console) throws UserFacingException;
}
