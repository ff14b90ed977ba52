package firedrill.ingest.event;

import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.Departure;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.StepUpResult;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any message within its ranges. */
final class Any {

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
                                new Departure(user, time, event, flag ? loss : 0, amount),
                                new MissedDeadline(user, time, event, flag))));
    }

    static Arbitrary<Truth> truth() {
        return Combinators.combine(id(), id(), time(), Arbitraries.strings().ofMaxLength(20), cents())
                .as(Truth::new);
    }

    private static Arbitrary<ExchangeEvent> login() {
        return Combinators.combine(id(), id(), time(), market(), id()).as(Login::new);
    }

    private static Arbitrary<ExchangeEvent> credentialChange() {
        return Combinators.combine(
                        id(), id(), time(), market(), id(), Arbitraries.of(CredentialChange.Credential.class))
                .as(CredentialChange::new);
    }

    private static Arbitrary<ExchangeEvent> deposit() {
        return Combinators.combine(id(), id(), time(), market(), id(), Arbitraries.of(Deposit.Funding.class))
                .as(Deposit::new);
    }

    private static Arbitrary<ExchangeEvent> order() {
        return Combinators.combine(id(), time(), market(), account(), name(), side(), cents(), bool())
                .as((id, time, market, account, symbol, side, cents, settled) ->
                        new Order(id, id, time, market, account, id, symbol, side, cents + 1, cents, settled));
    }

    private static Arbitrary<ExchangeEvent> withdrawal() {
        return Combinators.combine(id(), time(), market(), account(), name(), cents(), cents(), bool())
                .as((id, time, market, account, asset, left, cents, settled) -> new Withdrawal(
                        id, id, time, market, account, id, id, asset, cents + 1, cents + 1 + left, settled));
    }

    private static Arbitrary<Market> market() {
        Arbitrary<Double> z = Arbitraries.doubles();
        return Combinators.combine(z, z, id()).as(Market::new);
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
        return Arbitraries.longs().between(0, 1L << 60);
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

    private Any() {}
}
