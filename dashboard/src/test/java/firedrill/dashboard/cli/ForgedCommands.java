package firedrill.dashboard.cli;

import firedrill.scoring.decision.wire.AdmitMessage;
import firedrill.scoring.decision.wire.ControlMessage;
import firedrill.scoring.decision.wire.ModeCode;
import firedrill.scoring.decision.wire.ModelOrderMessage;
import firedrill.scoring.decision.wire.OperatorModeMessage;
import firedrill.scoring.decision.wire.PromoteMessage;
import java.util.Random;

/** Records for {@code fraud.control} that no operator sent and that must change nothing. */
final class ForgedCommands {

    private static final String GHOST = "deadbeef0000";
    private static final long YEAR_2100 = 4_102_444_800_001L;

    static byte[] next(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> mode(-1).toByteArray();
            case 1 -> mode(YEAR_2100).toByteArray();
            case 2 ->
                signed(1)
                        .setModelOrder(
                                order().setAdmit(AdmitMessage.newBuilder().setName("ghost")))
                        .build()
                        .toByteArray();
            case 3 ->
                signed(1)
                        .setModelOrder(order().setPromote(PromoteMessage.getDefaultInstance()))
                        .build()
                        .toByteArray();
            default -> garbage(random);
        };
    }

    private static ControlMessage mode(long timeMillis) {
        return signed(timeMillis)
                .setOperatorMode(OperatorModeMessage.newBuilder().setMode(ModeCode.MODE_RULES))
                .build();
    }

    private static ControlMessage.Builder signed(long timeMillis) {
        return ControlMessage.newBuilder()
                .setTimeMillis(timeMillis)
                .setBy("mallory")
                .setWhy("forged");
    }

    private static ModelOrderMessage.Builder order() {
        return ModelOrderMessage.newBuilder().setModel(GHOST);
    }

    private static byte[] garbage(Random random) {
        var bytes = new byte[1 + random.nextInt(100)];
        random.nextBytes(bytes);
        return bytes;
    }

    private ForgedCommands() {}
}
