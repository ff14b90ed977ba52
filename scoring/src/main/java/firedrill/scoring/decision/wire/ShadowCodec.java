package firedrill.scoring.decision.wire;

import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.ShadowScore.ModelResult;
import org.jspecify.annotations.Nullable;

/** The values of {@code fraud.shadow}: {@code ShadowScoreMessage} of {@code fraud.proto}. */
public final class ShadowCodec {

    public static byte[] encode(ShadowScore score) {
        return ShadowScoreMessage.newBuilder()
                .setEventId(score.eventId())
                .setUserId(score.userId())
                .setTimeMillis(score.timeMillis())
                .setAmountCents(score.amountCents())
                .setDecider(score.decider().model())
                .setDeciderProbability(score.decider().probability())
                .setDeciderAction(WireCodes.of(score.decider().action()))
                .setChallenger(score.challenger().model())
                .setChallengerProbability(score.challenger().probability())
                .setChallengerAction(WireCodes.of(score.challenger().action()))
                .setFlipCents(score.releasedDifferenceCents())
                .build()
                .toByteArray();
    }

    /**
     * The score that {@code bytes} hold.
     *
     * @throws MalformedMessageException for any bytes that are not a shadow score within its ranges
     */
    public static ShadowScore decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return WireCodes.DECODER.decode(bytes, ShadowScoreMessage.parser(), ShadowCodec::score);
    }

    private static ShadowScore score(ShadowScoreMessage message) throws MalformedMessageException {
        return new ShadowScore(
                message.getEventId(),
                message.getUserId(),
                message.getTimeMillis(),
                message.getAmountCents(),
                new ModelResult(
                        message.getDecider(),
                        message.getDeciderProbability(),
                        WireCodes.action(message.getDeciderAction())),
                new ModelResult(
                        message.getChallenger(),
                        message.getChallengerProbability(),
                        WireCodes.action(message.getChallengerAction())),
                message.getFlipCents());
    }

    private ShadowCodec() {}
}
