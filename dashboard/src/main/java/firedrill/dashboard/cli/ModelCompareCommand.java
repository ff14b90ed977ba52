package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.ConnectionOptions;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.ledger.ShadowComparison;
import firedrill.dashboard.runtime.TopicScanner;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.wire.ShadowCodec;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code firedrill model compare}: what challengers would have done otherwise. */
@Command(
        name = "compare",
        description = "What each challenger would have done otherwise, and for how much money, as far as it watched.")
final class ModelCompareCommand implements Callable<Integer> {

    @Mixin
    private ConnectionOptions where = new ConnectionOptions();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws UserFacingException, InterruptedException {
        var kafka = where.settings();
        return ModelRegistryCommand.withRegistry(kafka, desk -> {
            var shadows = new ShadowComparison();
            try (var topic = new TopicScanner(kafka, Topics.SHADOW)) {
                topic.findFirst(value -> {
                    add(value, shadows);
                    return Optional.<Void>empty();
                });
            }
            print(shadows);
        });
    }

    private static void add(byte[] value, ShadowComparison shadows) {
        try {
            shadows.record(ShadowCodec.decode(value));
        } catch (MalformedMessageException garbage) {
            // It compares nothing.
        }
    }

    private void print(ShadowComparison shadows) {
        var figures = shadows.agreements();
        if (console.isJson()) {
            console.printJson(Map.of("comparisons", figures));
            return;
        }
        if (figures.isEmpty()) {
            console.print("No challenger has watched yet: ./firedrill model shadow ID lets one.");
        }
        figures.forEach(one -> console.print(
                "%s against %s: %,d events, agreement %.2f %%, %,d flips; lets pass %,.0f USD more in %,d, %,.0f USD less in %,d"
                        .formatted(
                                one.challenger(),
                                one.decider(),
                                one.scored(),
                                100 * one.agreementRate(),
                                one.disagreements(),
                                one.lenientUsd(),
                                one.lenientDisagreements(),
                                one.strictUsd(),
                                one.strictDisagreements())));
    }
}
