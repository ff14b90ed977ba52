package firedrill.scoring.decision;

import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.wire.AutomaticModeMessage;
import firedrill.scoring.decision.wire.ControlMessage;
import firedrill.scoring.decision.wire.ModeCode;
import firedrill.scoring.decision.wire.OperatorModeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of {@code fraud.control}: {@code ControlMessage} of {@code fraud.proto}. */
public final class ControlCodec {

    public static byte[] encode(ControlCommand command) {
        ControlMessage.Builder message = ControlMessage.newBuilder()
                .setVersion(command.version())
                .setTimeMillis(command.timeMillis())
                .setBy(command.by())
                .setWhy(command.why());
        if (command instanceof AutomaticMode automatic) {
            message.setAutomaticMode(AutomaticModeMessage.newBuilder().setMode(Codes.of(automatic.mode())));
        } else {
            message.setOperatorMode(OperatorModeMessage.newBuilder()
                    .setMode(((OperatorMode) command).pinned().map(Codes::of).orElse(ModeCode.MODE_UNKNOWN)));
        }
        return message.build().toByteArray();
    }

    /** The Kafka key: what is commanded, so that compaction keeps the monitor's last word and the operator's. */
    public static byte[] key(ControlCommand command) {
        String what = command instanceof AutomaticMode ? "automatic-mode" : "operator-mode";
        return what.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The command that {@code bytes} hold.
     *
     * @throws MalformedMessageException whatever the bytes are, if they are not a command within its ranges
     */
    public static ControlCommand decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return WireBytes.decode(bytes, ControlMessage.parser(), ControlCodec::command);
    }

    private static ControlCommand command(ControlMessage message) throws MalformedMessageException {
        return switch (message.getCommandCase()) {
            case AUTOMATIC_MODE ->
                new AutomaticMode(
                        message.getVersion(),
                        message.getTimeMillis(),
                        message.getBy(),
                        message.getWhy(),
                        Codes.mode(message.getAutomaticMode().getMode()));
            case OPERATOR_MODE ->
                new OperatorMode(
                        message.getVersion(),
                        message.getTimeMillis(),
                        message.getBy(),
                        message.getWhy(),
                        pinned(message.getOperatorMode().getMode()));
            case COMMAND_NOT_SET -> throw new MalformedMessageException("no known command");
        };
    }

    private static Optional<Mode> pinned(ModeCode code) throws MalformedMessageException {
        return code == ModeCode.MODE_UNKNOWN ? Optional.empty() : Optional.of(Codes.mode(code));
    }

    private ControlCodec() {}
}
