package firedrill.ingest.exchange;

import firedrill.ingest.account.User;
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

/** What happened before the story: traces put in order and told as settled events, in an ordinary market. */
final class HistoryPublisher {

    private static final Comparator<HistoricalActivity> IN_ORDER = Comparator.comparingLong(
                    HistoricalActivity::timeMillis)
            .thenComparingLong(trace -> trace.user().id())
            .thenComparing(HistoricalActivity::kind)
            .thenComparingLong(HistoricalActivity::entityId);

    private static final long BANK_FINAL_MILLIS = TimeUnit.DAYS.toMillis(60);
    private static final long CARD_FINAL_MILLIS = TimeUnit.DAYS.toMillis(120);

    private final MarketSnapshot market;
    private final List<HistoricalActivity> traces = new ArrayList<>();

    /** Every event carries the same market. */
    HistoryPublisher(MarketSnapshot market) {
        this.market = market;
    }

    void add(HistoricalActivity trace) {
        traces.add(trace);
    }

    /** Tells everything, once, and forgets it. */
    void publish(EventIdSequence ids, ExchangeListener tape) {
        traces.sort(IN_ORDER);
        for (HistoricalActivity trace : traces) {
            tape.onEvent(event(ids.next(), trace, market));
        }
        traces.clear();
    }

    private static ExchangeEvent event(long id, HistoricalActivity trace, MarketSnapshot market) {
        User user = trace.user();
        long time = trace.timeMillis();
        return switch (trace.kind()) {
            case LOGIN -> new Login(id, user.id(), time, market, trace.entityId(), trace.networkId(), Factor.PASSWORD);
            case PASSWORD_CHANGE ->
                new CredentialChange(id, user.id(), time, market, trace.entityId(), Credential.PASSWORD);
            case SIM_CHANGE -> new CredentialChange(id, user.id(), time, market, trace.entityId(), Credential.SIM);
            case CRYPTO_DEPOSIT -> deposit(id, trace, market, PaymentRail.CRYPTO, 0);
            case BANK_DEPOSIT -> deposit(id, trace, market, PaymentRail.BANK, BANK_FINAL_MILLIS);
            case CARD_DEPOSIT -> deposit(id, trace, market, PaymentRail.CARD, CARD_FINAL_MILLIS);
            case REWARD -> deposit(id, trace, market, PaymentRail.REWARD, 0);
            case PURCHASE -> purchase(id, trace, market, trace.entityId(), 0);
            case API_PURCHASE -> purchase(id, trace, market, user.mainDeviceId(), trace.entityId());
            case WITHDRAWAL ->
                new Withdrawal(
                        id,
                        user.id(),
                        time,
                        market,
                        user.account(),
                        user.mainDeviceId(),
                        trace.entityId(),
                        user.preferredCoin().symbol(),
                        trace.amountCents(),
                        trace.balanceCents(),
                        true,
                        trace.networkId(),
                        true);
        };
    }

    private static Deposit deposit(
            long id, HistoricalActivity trace, MarketSnapshot market, PaymentRail funding, long finalAfterMillis) {
        User user = trace.user();
        return new Deposit(
                id,
                user.id(),
                trace.timeMillis(),
                market,
                trace.amountCents(),
                funding,
                asset(funding, user).symbol(),
                trace.entityId(),
                trace.timeMillis() + finalAfterMillis);
    }

    private static Order purchase(
            long id, HistoricalActivity trace, MarketSnapshot market, long deviceId, long apiKeyId) {
        User user = trace.user();
        return new Order(
                id,
                user.id(),
                trace.timeMillis(),
                market,
                user.account(),
                deviceId,
                user.preferredCoin().pair(),
                Side.BUY,
                trace.amountCents(),
                trace.balanceCents(),
                true,
                new OrderDetails(OrderType.MARKET, 0, 0, 0, apiKeyId, trace.networkId()));
    }

    private static Asset asset(PaymentRail funding, User user) {
        return switch (funding) {
            case CRYPTO -> user.preferredCoin();
            case REWARD -> Asset.VIA;
            case BANK, CARD -> Asset.CASH;
        };
    }
}
