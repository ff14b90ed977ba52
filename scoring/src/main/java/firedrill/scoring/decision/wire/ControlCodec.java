package firedrill.scoring.decision.wire;

import firedrill.ingest.event.wire.MalformedMessageException;
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
        return command.match(
                        automatic -> ControlMessage.newBuilder()
                                .setAutomaticMode(
                                        AutomaticModeMessage.newBuilder().setMode(WireCodes.of(automatic.mode()))),
                        operator -> ControlMessage.newBuilder()
                                .setOperatorMode(
                                        OperatorModeMessage.newBuilder().setMode(pinnedCode(operator))),
                        ordered -> ControlMessage.newBuilder().setModelOrder(ModelOrderMessages.message(ordered)))
                .setVersion(command.version())
                .setTimeMillis(command.timeMillis())
                .setBy(command.actor())
                .setWhy(command.reason())
                .build()
                .toByteArray();
    }

    private static ModeCode pinnedCode(OperatorMode operator) {
        return operator.pinnedMode().map(WireCodes::of).orElse(ModeCode.MODE_UNKNOWN);
    }

    /**
     * The Kafka key, which says what compaction keeps: the last automatic mode, the last operator's mode, and every
     * model order, because a roll-back needs those before it.
     */
    public static byte[] key(ControlCommand command) {
        return command.match(
                        automatic -> "automatic-mode", operator -> "operator-mode", ordered -> "model/" + ordered.id())
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The command that {@code bytes} hold.
     *
     * @throws MalformedMessageException for any bytes that are not a command within its ranges
     */
    public static ControlCommand decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return WireCodes.DECODER.decode(bytes, ControlMessage.parser(), ControlCodec::command);
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
