package firedrill.ingest.event.wire;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.StepUpResult;
import firedrill.ingest.event.RangeChecks;
import firedrill.ingest.event.Truth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any message within its ranges. */
final class EventArbitraries {

    static Arbitrary<ExchangeEvent> event() {
        return Arbitraries.oneOf(login(), credentialChange(), deposit(), order(), withdrawal());
    }

    static Arbitrary<Outcome> outcome() {
        return Combinators.combine(id(), time(), id(), cents(), cents(), bool())
                .flatAs((user, time, event, amount, loss, flag) -> Arbitraries.of(Settlement.Disposition.class)
                        .flatMap(disposition -> Arbitraries.of(
                                new Settlement(user, time, event, disposition, amount, loss),
                                new StepUpResult(user, time, event, flag),
                                new Complaint(user, time, event),
                                new FraudReport(user, time, event),
                                new Churn(user, time, event, flag ? loss : 0, amount, (int) (loss % 1_000), (int)
                                        (amount % 10)),
                                new MissedDeadline(user, time, event, flag),
                                new ReviewVerdict(user, time, event, flag),
                                new DepositReturn(user, time, event, amount + 1, loss))));
    }

    static Arbitrary<Truth> truth() {
        return Combinators.combine(
                        id(),
                        id(),
                        time(),
                        Arbitraries.strings().ofMaxLength(20),
                        cents(),
                        cents(),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(true, false))
                .as((event, user, time, typology, atRisk, ring, attempt, isLaundering) ->
                        new Truth(event, user, time, typology, atRisk, ring, 1 + ring, attempt, isLaundering));
    }

    private static Arbitrary<ExchangeEvent> login() {
        return Combinators.combine(id(), id(), time(), market(), id(), cents(), Arbitraries.of(Login.Factor.class))
                .as(Login::new);
    }

    private static Arbitrary<ExchangeEvent> credentialChange() {
        return Combinators.combine(
                        id(), id(), time(), market(), id(), Arbitraries.of(CredentialChange.Credential.class))
                .as(CredentialChange::new);
    }

    private static Arbitrary<ExchangeEvent> deposit() {
        return Combinators.combine(id(), time(), market(), Arbitraries.of(Deposit.PaymentRail.class), cents(), time())
                .as((id, time, market, funding, source, last) -> new Deposit(
                        id, id, time, market, source + 1, funding, funding.name(), source, Math.max(time, last)));
    }

    private static Arbitrary<ExchangeEvent> order() {
        return Combinators.combine(id(), time(), market(), account(), name(), side(), cents(), ticket())
                .as((id, time, market, account, symbol, side, cents, ticket) -> new Order(
                        id, id, time, market, account, id, symbol, side, cents + 1, cents, cents % 2 == 0, ticket));
    }

    private static Arbitrary<ExchangeEvent> withdrawal() {
        return Combinators.combine(id(), time(), market(), account(), name(), cents(), cents(), bool())
                .as((id, time, market, account, asset, left, cents, settled) -> new Withdrawal(
                        id,
                        id,
                        time,
                        market,
                        account,
                        id,
                        id,
                        asset,
                        cents + 1,
                        cents + 1 + left,
                        settled,
                        left,
                        cents % 3 == 0));
    }

    private static Arbitrary<MarketSnapshot> market() {
        Arbitrary<Double> z = Arbitraries.doubles().between(-RangeChecks.MAX_MEASURE, RangeChecks.MAX_MEASURE);
        Arbitrary<Double> share = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(z, z, positiveCents(), share, z, share)
                .as((volatility, move, price, liquidated, funding, depth) ->
                        new MarketSnapshot(volatility, move, price, liquidated, funding, depth + 0.01));
    }

    private static Arbitrary<OrderDetails> ticket() {
        return Combinators.combine(
                        Arbitraries.of(OrderDetails.OrderType.class),
                        Arbitraries.doubles().between(0, 5_000),
                        cents(),
                        cents(),
                        cents(),
                        cents())
                .as(OrderDetails::new);
    }

    private static Arbitrary<Account> account() {
        return Combinators.combine(
                        Arbitraries.of(Account.Tier.class), Arbitraries.of(Account.Jurisdiction.class), time())
                .as(Account::new);
    }

    private static Arbitrary<Long> id() {
        return Arbitraries.longs().greaterOrEqual(1);
    }

    private static Arbitrary<Long> time() {
        return Arbitraries.longs().between(0, 4_102_444_799_999L);
    }

    private static Arbitrary<Long> cents() {
        return Arbitraries.longs().between(0, RangeChecks.MAX_CENTS / 2 - 1);
    }

    private static Arbitrary<Long> positiveCents() {
        return Arbitraries.longs().between(1, RangeChecks.MAX_CENTS);
    }

    private static Arbitrary<Order.Side> side() {
        return Arbitraries.of(Order.Side.class);
    }

    private static Arbitrary<Boolean> bool() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<String> name() {
        return Arbitraries.strings().ofMaxLength(12);
    }

    private EventArbitraries() {}
}
