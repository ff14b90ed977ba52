package firedrill.scoring.model.artifact;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.ingest.parameters.Fingerprint;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;

/** Changed models under a sidecar whose checksums fit, as an attacker would make it. */
public final class Reseal {

    /** {@code tribuo} with the sidecar of {@code original}. */
    public static ModelArtifact model(ModelArtifact original, byte[] tribuo) {
        try {
            Sidecar s = Sidecar.read(original.sidecarBytes());
            Sidecar fitting = new Sidecar(
                    s.checksum(),
                    s.format(),
                    Fingerprint.sha256(tribuo),
                    s.featureFingerprint(),
                    s.inputs(),
                    s.calibration(),
                    s.reference(),
                    s.golden(),
                    s.card());
            return ModelArtifact.of(tribuo, fitting.toBytes());
        } catch (ModelRefusedException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code original}, which is of XGBoost, with other trees. */
    public static ModelArtifact trees(ModelArtifact original, byte[] booster) {
        try {
            ModelProto model = ModelProto.parseFrom(original.modelBytes());
            XGBoostModelProto.Builder inside = model.getSerializedData().unpack(XGBoostModelProto.class).toBuilder();
            inside.setModels(0, ByteString.copyFrom(booster));
            return model(
                    original,
                    model.toBuilder()
                            .setSerializedData(Any.pack(inside.build()))
                            .build()
                            .toByteArray());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private Reseal() {}
}
