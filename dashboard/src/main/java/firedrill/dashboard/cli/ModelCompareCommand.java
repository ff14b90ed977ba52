package firedrill.dashboard.cli;

import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.ledger.ShadowComparison;
import firedrill.dashboard.runtime.ModelRegistryClient;
import firedrill.dashboard.runtime.TopicScanner;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.wire.ShadowCodec;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code firedrill model compare}: challengers against the deciding model. */
@Command(
        name = "compare",
        description =
                "Challengers against the deciding model: agreement, disagreements and dollars, over shadow-scored events.")
final class ModelCompareCommand extends RegistryQuery {

    @Override
    void print(ModelRegistryClient registry, KafkaSettings kafka, Console console) {
        var shadows = new ShadowComparison();
        try (var topic = new TopicScanner(kafka, Topics.SHADOW)) {
            topic.findFirst(value -> {
                add(value, shadows);
                return Optional.<Void>empty();
            });
        }
        print(shadows, console);
    }

    private static void add(byte[] value, ShadowComparison shadows) {
        try {
            shadows.record(ShadowCodec.decode(value));
        } catch (MalformedMessageException e) {
            // An unreadable record is skipped.
        }
    }

    private static void print(ShadowComparison shadows, Console console) {
        var figures = shadows.agreements();
        if (console.isJson()) {
            console.printJson(Map.of("comparisons", figures));
            return;
        }
        if (figures.isEmpty()) {
            console.print("No shadow scores yet: start one with ./firedrill model shadow ID.");
        }
        figures.forEach(one -> console.print(
                "%s vs %s: %,d events, agreement %.2f %%, %,d disagreements; lenient %,.0f USD in %,d, strict %,.0f USD in %,d"
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
