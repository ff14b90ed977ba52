package firedrill.dashboard.cli;

import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.monitor.DecisionProvenance;
import firedrill.dashboard.runtime.ModelRegistryClient;
import firedrill.dashboard.runtime.TopicScanner;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.wire.DecisionCodec;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code firedrill model provenance}: model, role and assignment behind one decision. */
@Command(
        name = "provenance",
        description = "Provenance of a decision: model version, role, and the command that assigned it.")
final class ModelProvenanceCommand extends RegistryQuery {

    @Parameters(
            paramLabel = "EVENT_ID",
            description = "Id of the order or withdrawal, which is also the id of its decision.")
    private long eventId;

    @Override
    void print(ModelRegistryClient registry, KafkaSettings kafka, Console console) throws UserFacingException {
        var decision = decision(kafka)
                .orElseThrow(() -> new UserFacingException("No decision on event " + eventId + " is on "
                        + Topics.DECISIONS + ": wrong id, or older than the retention of the topic."));
        print(registry.history().provenance(decision), console);
    }

    /** The first decision on the event; later ones are repetitions. */
    private Optional<Decision> decision(KafkaSettings kafka) {
        try (var topic = new TopicScanner(kafka, Topics.DECISIONS)) {
            return topic.findFirst(value -> {
                try {
                    return DecisionCodec.decodeAnswer(value).eventId() == eventId
                            ? Optional.of(DecisionCodec.decode(value))
                            : Optional.empty();
                } catch (MalformedMessageException e) {
                    return Optional.empty();
                }
            });
        }
    }

    private static void print(DecisionProvenance provenance, Console console) {
        if (console.isJson()) {
            console.printJson(provenance);
            return;
        }
        console.print("Event %d: %s, probability %.4f, decided by %s"
                .formatted(
                        provenance.eventId(), provenance.action(), provenance.probability(), provenance.decidedBy()));
        printReasons(provenance, console);
        console.print("Model %s%s as %s, features %s, rules %s, policy %s"
                .formatted(
                        provenance.model(),
                        provenance.name() == null ? "" : " (" + provenance.name() + ")",
                        provenance.role(),
                        provenance.featureSetHash(),
                        provenance.ruleSetHash(),
                        provenance.policyHash()));
        console.print(
                provenance.assignedBy() == null
                        ? "Seed model; assigned by no command."
                        : "Assigned by %s, command %d: %s"
                                .formatted(
                                        provenance.assignedBy(),
                                        provenance.assignedByCommand(),
                                        provenance.assignedReason()));
    }

    private static void printReasons(DecisionProvenance provenance, Console console) {
        if (!provenance.customerReasons().isEmpty()) {
            console.print("Reasons: " + String.join(", ", provenance.reasons()));
            console.print("Customer notice: " + String.join(" ", provenance.customerReasons()));
        }
    }
}
