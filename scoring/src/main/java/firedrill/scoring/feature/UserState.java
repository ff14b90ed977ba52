package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.feature.state.EventEntities;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.feature.state.PendingLabels;
import firedrill.scoring.feature.state.RecentEntityLinks;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.UsdAmounts;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one user: under 10 kB, mostly 1 or 2, for every ring and set waits for its first entry.
 *
 * <p>A Flink POJO, as its parts are, which is why their fields are public; nothing but {@link #observe} writes them. Time
 * only moves forward: an event that comes late is read at the latest time seen, and folded in at its own.
 */
public final class UserState {

    private static final int MAX_AMOUNTS_IN_MEAN = 16;
    /** Below it, what passed through says nothing: pocket money comes and goes. */
    private static final double MIN_DEPOSITED_USD = 200;

    private static final double MAX_RATIO = 100;

    /** The latest time seen. */
    public long clockMillis = EventTimes.NEVER;

    /** Running mean of the amounts of orders and withdrawals, in dollars. */
    public double meanAmountUsd;
    /** How many amounts that mean has heard, at most {@value #MAX_AMOUNTS_IN_MEAN}. */
    public int amountsInMean;

    /** As {@link AmountBaseline} lays it out. */
    public double[] amountsByRegime = AmountBaseline.EMPTY;

    public AccessState access = new AccessState();
    public FundingState funding = new FundingState();
    public PayoutState payouts = new PayoutState();
    public TradingState trading = new TradingState();
    public RiskState risk = new RiskState();
    /** A ring, as {@link RecentEntityLinks} lays it out. */
    public long[] entityLinks = StateStore.EMPTY;
    /** A list, as {@link PendingLabels} lays it out. */
    public long[] pendingLabels = StateStore.EMPTY;

    /** Fills the user's features from before {@code event}, then remembers it. */
    public void observe(ExchangeEvent event, double[] vector) {
        clockMillis = Math.max(clockMillis, event.timeMillis());
        risk.advanceTo(clockMillis);
        ExtractionPlan.USER.fill(this, event, clockMillis, vector);
        update(event);
    }

    /**
     * Learns that an event of the user's was fraud.
     *
     * @return where the label goes on to; null if it says nothing new, came before its event and waits for it, or comes when
     *     all that the event went through may be forgotten
     */
    public @Nullable Label applyLabel(long eventId, long countsFromMillis) {
        Label label = RecentEntityLinks.takeLabel(entityLinks, eventId, countsFromMillis);
        if (label != null) {
            risk.addLabel(label.eventMillis(), countsFromMillis);
            return label.isExpired() ? null : label;
        }
        if (!RecentEntityLinks.contains(entityLinks, eventId)) {
            pendingLabels = PendingLabels.add(pendingLabels, eventId, countsFromMillis);
        }
        return null;
    }

    /** The label that had come before {@code event}, once the user has observed the event; null if there was none. */
    public @Nullable Label takePendingLabel(ExchangeEvent event) {
        if (pendingLabels.length == 0) {
            return null;
        }
        long countsFromMillis = PendingLabels.effectiveFromMillis(pendingLabels, event.id());
        if (countsFromMillis == EventTimes.NEVER || !RecentEntityLinks.contains(entityLinks, event.id())) {
            return null;
        }
        pendingLabels = PendingLabels.remove(pendingLabels, event.id());
        return applyLabel(event.id(), countsFromMillis);
    }

    /** Whose money the user has: the event's own source if it is a deposit, else that of the last deposit; 0 if unknown. */
    public long sourceId() {
        return funding.lastSourceId;
    }

    double confirmedShare(ExchangeEvent asked, long nowMillis) {
        return risk.confirmedShare(nowMillis);
    }

    double amountToUsual(DecisionRequest asked, long nowMillis) {
        return amountsInMean > 0 ? UsdAmounts.toUsd(asked.amountCents()) / meanAmountUsd : FeatureExtractor.UNKNOWN;
    }

    double amountZInMarket(DecisionRequest asked, long nowMillis) {
        return AmountBaseline.zScore(amountsByRegime, asked);
    }

    double amountToLargest(DecisionRequest asked, long nowMillis) {
        double largestUsd = asked instanceof Order ? trading.largestUsd : payouts.largestUsd;
        return largestUsd > 0 ? UsdAmounts.toUsd(asked.amountCents()) / largestUsd : FeatureExtractor.UNKNOWN;
    }

    double passThrough24h(DecisionRequest asked, long nowMillis) {
        double deposited = funding.depositedUsd24h(nowMillis);
        if (deposited < MIN_DEPOSITED_USD) {
            return FeatureExtractor.UNKNOWN;
        }
        double now = asked instanceof Withdrawal ? UsdAmounts.toUsd(asked.amountCents()) : 0;
        return Math.min((payouts.withdrawnUsd24h(nowMillis) + now) / deposited, MAX_RATIO);
    }

    private void update(ExchangeEvent event) {
        access.update(event);
        if (event instanceof Deposit deposit) {
            funding.update(deposit);
        } else if (event instanceof Order order) {
            trading.update(order);
        } else if (event instanceof Withdrawal withdrawal) {
            payouts.update(withdrawal);
        }
        if (event instanceof Deposit || event instanceof Withdrawal) {
            risk.addEvent(event.timeMillis());
            entityLinks = RecentEntityLinks.add(entityLinks, event.id(), entityLinks(event));
        }
        if (event instanceof DecisionRequest decided) {
            amountsInMean = Math.min(amountsInMean + 1, MAX_AMOUNTS_IN_MEAN);
            meanAmountUsd += (UsdAmounts.toUsd(decided.amountCents()) - meanAmountUsd) / amountsInMean;
            amountsByRegime = AmountBaseline.add(amountsByRegime, decided);
        }
    }

    private Label entityLinks(ExchangeEvent event) {
        return new Label(
                event.timeMillis(),
                EventTimes.NEVER,
                event.deviceId(),
                EventEntities.networkOf(event),
                EventEntities.sourceOf(event, sourceId()),
                EventEntities.addressOf(event));
    }
}
