package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.ConnectionOptions;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.monitor.DecisionProvenance;
import firedrill.dashboard.runtime.TopicScanner;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.wire.DecisionCodec;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code firedrill model which}: which model decided an event, and who put it there. */
@Command(name = "which", description = "Which model decided this, and who put it there.")
final class ModelProvenanceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "EVENT_ID", description = "Of the order or withdrawal; also the decision's id.")
    private long eventId;

    @Mixin
    private ConnectionOptions where = new ConnectionOptions();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws UserFacingException, InterruptedException {
        var kafka = where.settings();
        return ModelRegistryCommand.withRegistry(kafka, desk -> {
            var decision = decision(kafka)
                    .orElseThrow(() -> new UserFacingException("No decision on event " + eventId + " stands on "
                            + Topics.DECISIONS + ": was it ever asked for, or is it older than the topic keeps?"));
            print(desk.book().provenance(decision));
        });
    }

    /** The first one: another would be a repetition. */
    private Optional<Decision> decision(KafkaSettings kafka) {
        try (var topic = new TopicScanner(kafka, Topics.DECISIONS)) {
            return topic.findFirst(value -> {
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

    private void print(DecisionProvenance which) {
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
                which.assignedBy() == null
                        ? "Nobody put it there: the scorer was started with it."
                        : "Put there by %s with command %d: %s"
                                .formatted(which.assignedBy(), which.assignedByCommand(), which.assignedReason()));
    }

    private void printReasons(DecisionProvenance which) {
        if (!which.customerReasons().isEmpty()) {
            console.print("Because " + String.join(", ", which.reasons()));
            console.print("The customer is told: " + String.join(" ", which.customerReasons()));
        }
    }
}
