package firedrill.scoring.feature;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
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
 * State of one user: below 10 kB, mostly 1 or 2 kB, since every ring and set is empty before its first entry.
 *
 * <p>A Flink POJO, as its parts are; its fields are public for that reason alone. The names of class and fields are
 * part of the savepoint layout. The clock only moves forward: features of a late event are read at the latest time
 * seen, and the event is added at its own time.
 */
public final class UserState {

    private static final int MAX_AMOUNTS_IN_MEAN = 16;
    /** Below this amount the pass-through ratio is noise. */
    private static final double MIN_DEPOSITED_USD = 200;

    private static final double MAX_RATIO = 100;

    /** The latest event time seen. */
    public long clockMillis = EventTimes.NEVER;

    /** Running mean of the amounts of orders and withdrawals, in dollars. */
    public double meanAmountUsd;
    /** Number of amounts in that mean, at most {@value #MAX_AMOUNTS_IN_MEAN}. */
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

    /** Fills the user's features as of before {@code event}, then updates the state. */
    public void observe(ExchangeEvent event, double[] features) {
        clockMillis = Math.max(clockMillis, event.timeMillis());
        risk.advanceTo(clockMillis);
        ExtractionPlan.USER.fill(this, event, clockMillis, features);
        update(event);
    }

    /**
     * Applies the label of one of the user's events.
     *
     * @return the label for the event's other entities; null if it is a repetition, if it is kept until its event
     *     arrives, or if the states of those entities may have expired
     */
    public @Nullable Label applyLabel(long eventId, long effectiveFromMillis) {
        Label label = RecentEntityLinks.takeLabel(entityLinks, eventId, effectiveFromMillis);
        if (label != null) {
            risk.addLabel(label.eventMillis(), effectiveFromMillis);
            return label.isExpired() ? null : label;
        }
        if (!RecentEntityLinks.contains(entityLinks, eventId)) {
            pendingLabels = PendingLabels.add(pendingLabels, eventId, effectiveFromMillis);
        }
        return null;
    }

    /** The label that arrived before {@code event}, after the user has observed the event; null if there is none. */
    public @Nullable Label takePendingLabel(ExchangeEvent event) {
        if (pendingLabels.length == 0) {
            return null;
        }
        long effectiveFromMillis = PendingLabels.effectiveFromMillis(pendingLabels, event.id());
        if (effectiveFromMillis == EventTimes.NEVER || !RecentEntityLinks.contains(entityLinks, event.id())) {
            return null;
        }
        pendingLabels = PendingLabels.remove(pendingLabels, event.id());
        return applyLabel(event.id(), effectiveFromMillis);
    }

    /** Funding source of the last deposit, the observed event included; 0 if unknown. */
    public long sourceId() {
        return funding.lastSourceId;
    }

    double confirmedShare(ExchangeEvent event, long nowMillis) {
        return risk.confirmedShare(nowMillis);
    }

    double amountToUsual(DecisionRequest event, long nowMillis) {
        return amountsInMean > 0 ? UsdAmounts.toUsd(event.amountCents()) / meanAmountUsd : FeatureExtractor.UNKNOWN;
    }

    double amountZInMarket(DecisionRequest event, long nowMillis) {
        return AmountBaseline.zScore(amountsByRegime, event);
    }

    double amountToLargest(DecisionRequest event, long nowMillis) {
        double largestUsd = event.match(order -> trading.largestUsd, withdrawal -> payouts.largestUsd);
        return largestUsd > 0 ? UsdAmounts.toUsd(event.amountCents()) / largestUsd : FeatureExtractor.UNKNOWN;
    }

    double passThrough24h(DecisionRequest event, long nowMillis) {
        double deposited = funding.depositedUsd24h(nowMillis);
        if (deposited < MIN_DEPOSITED_USD) {
            return FeatureExtractor.UNKNOWN;
        }
        boolean isWithdrawal = event.match(order -> false, withdrawal -> true);
        double now = isWithdrawal ? UsdAmounts.toUsd(event.amountCents()) : 0;
        return Math.min((payouts.withdrawnUsd24h(nowMillis) + now) / deposited, MAX_RATIO);
    }

    private void update(ExchangeEvent event) {
        access.update(event);
        event.dispatch(
                this,
                (user, login) -> {},
                (user, credentialChange) -> {},
                UserState::addDeposit,
                UserState::addOrder,
                UserState::addWithdrawal);
    }

    private void addDeposit(Deposit deposit) {
        funding.update(deposit);
        addTransfer(deposit);
    }

    private void addOrder(Order order) {
        trading.update(order);
        addAmount(order);
    }

    private void addWithdrawal(Withdrawal withdrawal) {
        payouts.update(withdrawal);
        addTransfer(withdrawal);
        addAmount(withdrawal);
    }

    private void addTransfer(ExchangeEvent transfer) {
        risk.addEvent(transfer.timeMillis());
        entityLinks = RecentEntityLinks.add(entityLinks, transfer.id(), entityLinks(transfer));
    }

    private void addAmount(DecisionRequest request) {
        amountsInMean = Math.min(amountsInMean + 1, MAX_AMOUNTS_IN_MEAN);
        meanAmountUsd += (UsdAmounts.toUsd(request.amountCents()) - meanAmountUsd) / amountsInMean;
        amountsByRegime = AmountBaseline.add(amountsByRegime, request);
    }

    private Label entityLinks(ExchangeEvent event) {
        return new Label(
                event.timeMillis(),
                EventTimes.NEVER,
                event.deviceId(),
                EventEntities.networkOf(event),
                EventEntities.sourceOf(event, sourceId()),
                event.addressId());
    }
}
