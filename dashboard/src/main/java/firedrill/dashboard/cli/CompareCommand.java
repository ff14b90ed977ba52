package firedrill.dashboard.cli;

import firedrill.dashboard.ledger.ShadowBook;
import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.MalformedMessageException;
import firedrill.scoring.decision.ShadowCodec;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code firedrill model compare}: what challengers would have done otherwise. */
@Command(
        name = "compare",
        description = "What each challenger would have done otherwise, and for how much money, as far as it watched.")
final class CompareCommand implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws CliFailure, InterruptedException {
        var kafka = where.kafka();
        return RegistryCommand.at(kafka, desk -> {
            var shadows = new ShadowBook();
            try (var topic = new WholeTopic(kafka, Topics.SHADOW)) {
                topic.first(value -> {
                    add(value, shadows);
                    return Optional.<Void>empty();
                });
            }
            print(shadows);
        });
    }

    private static void add(byte[] value, ShadowBook shadows) {
        try {
            shadows.add(ShadowCodec.decode(value));
        } catch (MalformedMessageException garbage) {
            // It compares nothing.
        }
    }

    private void print(ShadowBook shadows) {
        var figures = shadows.figures();
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
                                one.flips(),
                                one.milderUsd(),
                                one.milderFlips(),
                                one.harsherUsd(),
                                one.harsherFlips())));
    }
}
