package firedrill.scoring.decision.wire;

import com.google.protobuf.CodedInputStream;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.ArtifactVersions;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.feature.FeatureVector;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The values of {@code fraud.decisions}: {@code DecisionMessage} of {@code fraud.proto}. */
public final class DecisionCodec {

    /** Bits of the wire type behind a field's number in a Protobuf tag; 0 is a varint. */
    private static final int VARINT_BITS = 3;

    public static byte[] encode(Decision decision) {
        DecisionMessage.Builder message = DecisionMessage.newBuilder()
                .setEventId(decision.eventId())
                .setUserId(decision.userId())
                .setTimeMillis(decision.timeMillis())
                .setAction(WireCodes.of(decision.action()))
                .setHoldMillis(decision.answer().holdMillis())
                .setLimitCents(decision.answer().limitCents())
                .setProbability(decision.probability())
                .setDecidedBy(WireCodes.of(decision.decidedBy()))
                .setMode(WireCodes.of(decision.mode()))
                .setControlVersion(decision.controlVersion())
                .addAllReasons(decision.reasons())
                .addAllRulesHit(decision.rulesHit())
                .setModelHash(decision.versions().modelHash())
                .setFeatureSetHash(decision.versions().featureSetHash())
                .setRuleSetHash(decision.versions().ruleSetHash())
                .setPolicyHash(decision.versions().policyHash())
                .setRole(WireCodes.of(decision.versions().role()))
                .setQueueMicros(decision.timing().queueMicros())
                .setFeatureMicros(decision.timing().featureMicros())
                .setDecideMicros(decision.timing().decideMicros());
        FeatureVector features = decision.features();
        for (int i = 0; i < features.size(); i++) {
            message.addFeatures(features.at(i));
        }
        return message.build().toByteArray();
    }

    /**
     * The decision that {@code bytes} hold.
     *
     * @throws MalformedMessageException for any bytes that are not a decision within its ranges
     */
    public static Decision decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return WireCodes.DECODER.decode(bytes, DecisionMessage.parser(), DecisionCodec::decision);
    }

    /**
     * The answer alone: equal to {@code decode(bytes).answer()}, in a fraction of the time.
     *
     * @throws MalformedMessageException for any bytes without an answer
     */
    public static Answer decodeAnswer(byte @Nullable [] bytes) throws MalformedMessageException {
        return WireCodes.DECODER.decode(bytes, DecisionCodec::answer);
    }

    private static Decision decision(DecisionMessage message) throws MalformedMessageException {
        return new Decision(
                new Answer(
                        message.getEventId(),
                        WireCodes.action(message.getAction()),
                        message.getHoldMillis(),
                        message.getLimitCents()),
                message.getUserId(),
                message.getTimeMillis(),
                message.getProbability(),
                WireCodes.decidedBy(message.getDecidedBy()),
                WireCodes.mode(message.getMode()),
                message.getControlVersion(),
                message.getReasonsList(),
                message.getRulesHitList(),
                new ArtifactVersions(
                        message.getModelHash(),
                        message.getFeatureSetHash(),
                        message.getRuleSetHash(),
                        message.getPolicyHash(),
                        WireCodes.role(message.getRole())),
                features(message),
                new StageTimings(message.getQueueMicros(), message.getFeatureMicros(), message.getDecideMicros()));
    }

    private static FeatureVector features(DecisionMessage message) throws MalformedMessageException {
        double[] values = new double[message.getFeaturesCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = message.getFeatures(i);
            if (!Double.isFinite(values[i])) {
                throw new MalformedMessageException("features must be finite, " + i + " was " + values[i]);
            }
        }
        return FeatureVector.of(values);
    }

    private static Answer answer(byte[] bytes) throws MalformedMessageException, IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        long eventId = 0;
        int action = 0;
        long holdMillis = 0;
        long limitCents = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case DecisionMessage.EVENT_ID_FIELD_NUMBER << VARINT_BITS -> eventId = in.readInt64();
                case DecisionMessage.ACTION_FIELD_NUMBER << VARINT_BITS -> action = in.readEnum();
                case DecisionMessage.HOLD_MILLIS_FIELD_NUMBER << VARINT_BITS -> holdMillis = in.readInt64();
                case DecisionMessage.LIMIT_CENTS_FIELD_NUMBER << VARINT_BITS -> limitCents = in.readInt64();
                default -> in.skipField(tag);
            }
        }
        return new Answer(eventId, WireCodes.action(ActionCode.forNumber(action)), holdMillis, limitCents);
    }

    private DecisionCodec() {}
}
