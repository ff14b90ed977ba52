package firedrill.scoring.decision.wire;

/** Commands that no codec would encode, as a stranger may write them. */
public final class ControlMessages {

    /** A command that hands the mode back to the monitor, with whatever header. */
    public static byte[] operatorMode(long timeMillis, String actor, String reason) {
        return ControlMessage.newBuilder()
                .setVersion(1)
                .setTimeMillis(timeMillis)
                .setBy(actor)
                .setWhy(reason)
                .setOperatorMode(OperatorModeMessage.getDefaultInstance())
                .build()
                .toByteArray();
    }

    private ControlMessages() {}
}
