package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.PromotionParameters;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;

/**
 * Promotion campaigns of the exchange: several at a time, each with a fixed length and a paying account of its own. Their
 * starts are staggered, so a young payer only shows that a campaign is young.
 */
public final class PromotionCampaigns {

    private final int concurrentCampaigns;
    private final long lengthMillis;
    private final RandomStream payers;

    public PromotionCampaigns(PromotionParameters parameters, RandomSource random) {
        concurrentCampaigns = parameters.concurrentCampaigns();
        lengthMillis = TimeUnit.DAYS.toMillis(parameters.campaignDays());
        payers = random.stream(BehaviourStream.CAMPAIGN_PAYER);
    }

    /** Account that pays the rewards of the campaign offered to this user at this time. */
    public long payerId(User user, long timeMillis) {
        long slot = user.id() % concurrentCampaigns;
        return payers.randomId((timeMillis + offsetMillis(slot)) / lengthMillis, SingleDraw.VALUE, slot);
    }

    /** Draws by slot, which is far below the campaign numbers that payers are drawn by. */
    private long offsetMillis(long slot) {
        return (long) (lengthMillis * payers.uniform(slot, SingleDraw.VALUE));
    }
}
