package firedrill.dashboard.cli;

import firedrill.dashboard.feed.WhichModel;
import firedrill.ingest.event.Topics;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.decision.MalformedMessageException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code firedrill model which}: which model decided an event, and who put it there. */
@Command(name = "which", description = "Which model decided this, and who put it there.")
final class WhichCommand implements Callable<Integer> {

    @Parameters(paramLabel = "EVENT_ID", description = "Of the order or withdrawal; also the decision's id.")
    private long eventId;

    @Mixin
    private Where where = new Where();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws CliFailure, InterruptedException {
        var kafka = where.kafka();
        return RegistryCommand.at(kafka, desk -> {
            var decision = decision(kafka)
                    .orElseThrow(() -> new CliFailure("No decision on event " + eventId + " stands on "
                            + Topics.DECISIONS + ": was it ever asked for, or is it older than the topic keeps?"));
            print(desk.book().which(decision));
        });
    }

    /** The first one: another would be a repetition. */
    private Optional<Decision> decision(KafkaSettings kafka) {
        try (var topic = new WholeTopic(kafka, Topics.DECISIONS)) {
            return topic.first(value -> {
                try {
                    return DecisionCodec.decodeAnswer(value).eventId() == eventId
                            ? Optional.of(DecisionCodec.decode(value))
                            : Optional.empty();
                } catch (MalformedMessageException garbage) {
                    return Optional.empty();
                }
            });
        }
    }

    private void print(WhichModel which) {
        if (console.isJson()) {
            console.printJson(which);
            return;
        }
        console.print("Event %d: %s, probability %.4f, decided by %s"
                .formatted(which.eventId(), which.action(), which.probability(), which.decidedBy()));
        printReasons(which);
        console.print("Model %s%s as %s, features %s, rules %s, policy %s"
                .formatted(
                        which.model(),
                        which.name() == null ? "" : " (" + which.name() + ")",
                        which.role(),
                        which.featureSetHash(),
                        which.ruleSetHash(),
                        which.policyHash()));
        console.print(
                which.putBy() == null
                        ? "Nobody put it there: the scorer was started with it."
                        : "Put there by %s with command %d: %s"
                                .formatted(which.putBy(), which.putVersion(), which.putWhy()));
    }

    private void printReasons(WhichModel which) {
        if (!which.toldCustomer().isEmpty()) {
            console.print("Because " + String.join(", ", which.reasons()));
            console.print("The customer is told: " + String.join(" ", which.toldCustomer()));
        }
    }
}
