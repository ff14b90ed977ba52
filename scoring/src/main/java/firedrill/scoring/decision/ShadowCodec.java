package firedrill.scoring.decision;

import firedrill.scoring.decision.ShadowScore.Opinion;
import firedrill.scoring.decision.wire.ShadowScoreMessage;
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
                .setDeciderAction(Codes.of(score.decider().action()))
                .setChallenger(score.challenger().model())
                .setChallengerProbability(score.challenger().probability())
                .setChallengerAction(Codes.of(score.challenger().action()))
                .setFlipCents(score.flipCents())
                .build()
                .toByteArray();
    }

    /**
     * The score that {@code bytes} hold.
     *
     * @throws MalformedMessageException whatever the bytes are, if they are not a shadow score within its ranges
     */
    public static ShadowScore decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return WireBytes.decode(bytes, ShadowScoreMessage.parser(), ShadowCodec::score);
    }

    private static ShadowScore score(ShadowScoreMessage message) throws MalformedMessageException {
        return new ShadowScore(
                message.getEventId(),
                message.getUserId(),
                message.getTimeMillis(),
                message.getAmountCents(),
                new Opinion(
                        message.getDecider(),
                        message.getDeciderProbability(),
                        Codes.action(message.getDeciderAction())),
                new Opinion(
                        message.getChallenger(),
                        message.getChallengerProbability(),
                        Codes.action(message.getChallengerAction())),
                message.getFlipCents());
    }

    private ShadowCodec() {}
}
