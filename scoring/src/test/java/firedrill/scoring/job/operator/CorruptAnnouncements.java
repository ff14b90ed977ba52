package firedrill.scoring.job.operator;

import com.google.protobuf.ByteString;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.decision.wire.ModelMessage;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Copies of a model with something wrong. */
final class CorruptAnnouncements {

    /** In turn: flipped bits, a cut, another class, another catalogue, a size that is not true, zeros. */
    static byte[] copy(ModelAnnouncement of, int copy, SplittableRandom random) throws Exception {
        byte[] good = ModelAnnouncementCodec.encode(of);
        ModelMessage message = ModelMessage.parseFrom(good);
        return switch (copy % 6) {
            case 0, 1 -> flipped(message, copy % 2 == 0, random);
            case 2 -> Arrays.copyOf(good, random.nextInt(good.length - 1));
            case 3 ->
                message.toBuilder()
                        .setTribuo(ByteString.copyFromUtf8("org.tribuo.classification.liblinear.LibLinearModel" + copy))
                        .build()
                        .toByteArray();
            case 4 ->
                message.toBuilder()
                        .setFeatureSetHash("%012x".formatted(copy))
                        .build()
                        .toByteArray();
            default ->
                message.toBuilder()
                        .setTribuoBytes(1L << 30)
                        .setTribuo(ByteString.copyFrom(new byte[copy]))
                        .build()
                        .toByteArray();
        };
    }

    /** Wherever the bit is, in the model, in its sidecar or in what is said of either. */
    private static byte[] flipped(ModelMessage message, boolean inside, SplittableRandom random) {
        byte[] bytes = (inside ? message.getTribuo() : message.getSidecar()).toByteArray();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        ModelMessage.Builder changed = message.toBuilder();
        return (inside ? changed.setTribuo(ByteString.copyFrom(bytes)) : changed.setSidecar(ByteString.copyFrom(bytes)))
                .build()
                .toByteArray();
    }

    private CorruptAnnouncements() {}
}
