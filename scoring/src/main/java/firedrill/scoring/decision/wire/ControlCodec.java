package firedrill.scoring.decision.wire;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.drift.Mode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of {@code fraud.control}: {@code ControlMessage} of {@code fraud.proto}. */
public final class ControlCodec {

    public static byte[] encode(ControlCommand command) {
        ControlMessage.Builder message = ControlMessage.newBuilder()
                .setVersion(command.version())
                .setTimeMillis(command.timeMillis())
                .setBy(command.actor())
                .setWhy(command.reason());
        if (command instanceof AutomaticMode automatic) {
            message.setAutomaticMode(AutomaticModeMessage.newBuilder().setMode(WireCodes.of(automatic.mode())));
        } else if (command instanceof OperatorMode operator) {
            message.setOperatorMode(OperatorModeMessage.newBuilder()
                    .setMode(operator.pinnedMode().map(WireCodes::of).orElse(ModeCode.MODE_UNKNOWN)));
        } else {
            message.setModelOrder(ModelOrderMessages.message((ModelCommand) command));
        }
        return message.build().toByteArray();
    }

    /**
     * The Kafka key: what is commanded, so that compaction keeps the monitor's last word and the operator's; and every
     * word about models, because a rolling back needs those before it.
     */
    public static byte[] key(ControlCommand command) {
        return keyText(command).getBytes(StandardCharsets.UTF_8);
    }

    private static String keyText(ControlCommand command) {
        if (command instanceof ModelCommand ordered) {
            return "model/" + ordered.id();
        }
        return command instanceof AutomaticMode ? "automatic-mode" : "operator-mode";
    }

    /**
     * The command that {@code bytes} hold.
     *
     * @throws MalformedMessageException whatever the bytes are, if they are not a command within its ranges
     */
    public static ControlCommand decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return FraudMessageDecoder.decode(bytes, ControlMessage.parser(), ControlCodec::command);
    }

    private static ControlCommand command(ControlMessage message) throws MalformedMessageException {
        return switch (message.getCommandCase()) {
            case AUTOMATIC_MODE ->
                new AutomaticMode(
                        message.getVersion(),
                        message.getTimeMillis(),
                        message.getBy(),
                        message.getWhy(),
                        WireCodes.mode(message.getAutomaticMode().getMode()));
            case OPERATOR_MODE ->
                new OperatorMode(
                        message.getVersion(),
                        message.getTimeMillis(),
                        message.getBy(),
                        message.getWhy(),
                        pinned(message.getOperatorMode().getMode()));
            case MODEL_ORDER ->
                new ModelCommand(
                        message.getVersion(),
                        message.getTimeMillis(),
                        message.getBy(),
                        message.getWhy(),
                        message.getModelOrder().getOrderId(),
                        ModelOrderMessages.order(message.getModelOrder()));
            case COMMAND_NOT_SET -> throw new MalformedMessageException("no known command");
        };
    }

    private static Optional<Mode> pinned(ModeCode code) throws MalformedMessageException {
        return code == ModeCode.MODE_UNKNOWN ? Optional.empty() : Optional.of(WireCodes.mode(code));
    }

    private ControlCodec() {}
}
