package firedrill.ingest.exchange;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Market;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.population.Trace;
import firedrill.ingest.population.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened before the story: traces put in order and told as settled events, in an ordinary market. */
final class History {

    private static final Comparator<Trace> IN_ORDER = Comparator.comparingLong(Trace::timeMillis)
            .thenComparingLong(trace -> trace.user().id())
            .thenComparing(Trace::kind)
            .thenComparingLong(Trace::entityId);

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
            case LOGIN -> new Login(id, user.id(), time, market, trace.entityId());
            case PASSWORD_CHANGE ->
                new CredentialChange(id, user.id(), time, market, trace.entityId(), Credential.PASSWORD);
            case DEPOSIT -> new Deposit(id, user.id(), time, market, trace.amountCents(), Funding.BANK);
            case WITHDRAWAL ->
                new Withdrawal(
                        id,
                        user.id(),
                        time,
                        market,
                        user.account(),
                        user.mainDevice(),
                        trace.entityId(),
                        Asset.BTC.symbol(),
                        trace.amountCents(),
                        trace.balanceCents(),
                        true);
        };
    }
}
