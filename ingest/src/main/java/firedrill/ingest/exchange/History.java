package firedrill.ingest.exchange;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Market;
import firedrill.ingest.event.Ticket;
import firedrill.ingest.event.Ticket.Kind;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.population.Trace;
import firedrill.ingest.population.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What happened before the story: traces put in order and told as settled events, in an ordinary market. */
final class History {

    private static final Comparator<Trace> IN_ORDER = Comparator.comparingLong(Trace::timeMillis)
            .thenComparingLong(trace -> trace.user().id())
            .thenComparing(Trace::kind)
            .thenComparingLong(Trace::entityId);

    private static final long BANK_FINAL_MILLIS = TimeUnit.DAYS.toMillis(60);
    private static final long CARD_FINAL_MILLIS = TimeUnit.DAYS.toMillis(120);

    private final List<Trace> traces = new ArrayList<>();

    void add(Trace trace) {
        traces.add(trace);
    }

    /** Tells everything, once, and forgets it. */
    void tell(Ids ids, Tape tape) {
        traces.sort(IN_ORDER);
        Market market = PricePath.usual();
        for (Trace trace : traces) {
            tape.event(event(ids.next(), trace, market));
        }
        traces.clear();
    }

    private static ExchangeEvent event(long id, Trace trace, Market market) {
        User user = trace.user();
        long time = trace.timeMillis();
        return switch (trace.kind()) {
            case LOGIN -> new Login(id, user.id(), time, market, trace.entityId(), trace.networkId(), Factor.PASSWORD);
            case PASSWORD_CHANGE ->
                new CredentialChange(id, user.id(), time, market, trace.entityId(), Credential.PASSWORD);
            case SIM_CHANGE -> new CredentialChange(id, user.id(), time, market, trace.entityId(), Credential.SIM);
            case COIN_DEPOSIT -> deposit(id, trace, market, Funding.CRYPTO, 0);
            case BANK_DEPOSIT -> deposit(id, trace, market, Funding.BANK, BANK_FINAL_MILLIS);
            case CARD_DEPOSIT -> deposit(id, trace, market, Funding.CARD, CARD_FINAL_MILLIS);
            case REWARD -> deposit(id, trace, market, Funding.REWARD, 0);
            case PURCHASE -> purchase(id, trace, market, trace.entityId(), 0);
            case PURCHASE_BY_PROGRAM -> purchase(id, trace, market, user.mainDevice(), trace.entityId());
            case WITHDRAWAL ->
                new Withdrawal(
                        id,
                        user.id(),
                        time,
                        market,
                        user.account(),
                        user.mainDevice(),
                        trace.entityId(),
                        user.favourite().symbol(),
                        trace.amountCents(),
                        trace.balanceCents(),
                        true,
                        trace.networkId(),
                        true);
        };
    }

    private static Deposit deposit(long id, Trace trace, Market market, Funding funding, long finalAfterMillis) {
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

    private static Order purchase(long id, Trace trace, Market market, long deviceId, long apiKeyId) {
        User user = trace.user();
        return new Order(
                id,
                user.id(),
                trace.timeMillis(),
                market,
                user.account(),
                deviceId,
                user.favourite().pair(),
                Side.BUY,
                trace.amountCents(),
                trace.balanceCents(),
                true,
                new Ticket(Kind.MARKET, 0, 0, 0, apiKeyId, trace.networkId()));
    }

    private static Asset asset(Funding funding, User user) {
        return switch (funding) {
            case CRYPTO -> user.favourite();
            case REWARD -> Asset.PUMP;
            case BANK, CARD -> Asset.CASH;
        };
    }
}
