package firedrill.ingest.exchange;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.DepositParameters;
import firedrill.ingest.customer.behaviour.HistoricalActivity;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.OrderDetails.OrderType;
import firedrill.ingest.market.Asset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Publishes activity before the start as settled events in time order, at baseline market conditions. */
final class HistoryPublisher {

    private static final Comparator<HistoricalActivity> IN_ORDER = Comparator.comparingLong(
                    HistoricalActivity::timeMillis)
            .thenComparingLong(activity -> activity.user().id())
            .thenComparing(HistoricalActivity::kind)
            .thenComparingLong(HistoricalActivity::entityId);

    private final MarketSnapshot market;
    private final DepositParameters deposits;
    private final List<HistoricalActivity> activities = new ArrayList<>();

    /**
     * A publisher of a history at constant market conditions.
     *
     * @param market of every event
     * @param deposits periods in which deposits are reversible
     */
    HistoryPublisher(MarketSnapshot market, DepositParameters deposits) {
        this.market = market;
        this.deposits = deposits;
    }

    void add(HistoricalActivity activity) {
        activities.add(activity);
    }

    /** Publishes all activities in order and clears them. */
    void publish(EventIdSequence ids, ExchangeListener listener) {
        activities.sort(IN_ORDER);
        for (HistoricalActivity activity : activities) {
            listener.onEvent(event(ids.next(), activity, market));
        }
        activities.clear();
    }

    private ExchangeEvent event(long id, HistoricalActivity activity, MarketSnapshot market) {
        User user = activity.user();
        long time = activity.timeMillis();
        return switch (activity.kind()) {
            case LOGIN ->
                new Login(id, user.id(), time, market, activity.entityId(), activity.networkId(), Factor.PASSWORD);
            case PASSWORD_CHANGE ->
                new CredentialChange(id, user.id(), time, market, activity.entityId(), Credential.PASSWORD);
            case SIM_CHANGE -> new CredentialChange(id, user.id(), time, market, activity.entityId(), Credential.SIM);
            case CRYPTO_DEPOSIT -> deposit(id, activity, market, PaymentRail.CRYPTO, 0);
            case BANK_DEPOSIT -> deposit(id, activity, market, PaymentRail.BANK, deposits.bankReversibleDays());
            case CARD_DEPOSIT -> deposit(id, activity, market, PaymentRail.CARD, deposits.cardReversibleDays());
            case REWARD -> deposit(id, activity, market, PaymentRail.REWARD, 0);
            case PURCHASE -> purchase(id, activity, market, activity.entityId(), 0);
            case API_PURCHASE -> purchase(id, activity, market, user.mainDeviceId(), activity.entityId());
            case WITHDRAWAL ->
                new Withdrawal(
                        id,
                        user.id(),
                        time,
                        market,
                        user.account(),
                        user.mainDeviceId(),
                        activity.entityId(),
                        user.preferredCoin().symbol(),
                        activity.amountCents(),
                        activity.balanceCents(),
                        true,
                        activity.networkId(),
                        true);
        };
    }

    private static Deposit deposit(
            long id, HistoricalActivity activity, MarketSnapshot market, PaymentRail rail, int reversibleDays) {
        User user = activity.user();
        return new Deposit(
                id,
                user.id(),
                activity.timeMillis(),
                market,
                activity.amountCents(),
                rail,
                asset(rail, user).symbol(),
                activity.entityId(),
                activity.timeMillis() + TimeUnit.DAYS.toMillis(reversibleDays));
    }

    private static Order purchase(
            long id, HistoricalActivity activity, MarketSnapshot market, long deviceId, long apiKeyId) {
        User user = activity.user();
        return new Order(
                id,
                user.id(),
                activity.timeMillis(),
                market,
                user.account(),
                deviceId,
                user.preferredCoin().pair(),
                Side.BUY,
                activity.amountCents(),
                activity.balanceCents(),
                true,
                new OrderDetails(OrderType.MARKET, 0, 0, 0, apiKeyId, activity.networkId()));
    }

    private static Asset asset(PaymentRail rail, User user) {
        return switch (rail) {
            case CRYPTO -> user.preferredCoin();
            case REWARD -> Asset.VIA;
            case BANK, CARD -> Asset.CASH;
        };
    }
}
