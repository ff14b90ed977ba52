package firedrill.scoring.feature;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.FraudReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Sequences of events of every kind, few entities, gaps of every size, some told late. */
final class RandomEvents {

    private static final long START = 1_700_000_000_000L;

    /**
     * One event before it has an id and a time.
     *
     * @param dice whatever else there is to choose
     */
    private record Draft(int kind, long userId, long deviceId, long addressId, long gapMillis, long cents, int dice) {

        /** One of {@code choices}, from 0; what is chosen under another {@code name} does not depend on it. */
        int choice(int name, int choices) {
            return Math.floorMod((dice * 31 + name * 0x9E3779B1) >> 7, choices);
        }

        Account account() {
            return new Account(
                    Account.Tier.values()[choice(15, 4)],
                    SampleEvents.ACCOUNT.jurisdiction(),
                    SampleEvents.ACCOUNT.openedAtMillis());
        }

        /** Calm as a rule, wild now and then. */
        MarketSnapshot market() {
            return choice(9, 4) > 0
                    ? SampleEvents.CALM
                    : new MarketSnapshot(
                            choice(10, 300) - 150,
                            choice(11, 300) - 150,
                            6_000_000,
                            choice(12, 11) / 10.0,
                            choice(13, 300) - 150,
                            (1 + choice(14, 300)) / 2.0);
        }
    }

    static Arbitrary<List<ExchangeEvent>> sequences(int most) {
        return Arbitraries.of(3, 25)
                .flatMap(users -> drafts(users).list().ofMaxSize(most))
                .map(RandomEvents::inOrder);
    }

    /** What becomes known of {@code events}, one in three of them, minutes to days later, as it arrives. */
    static List<Outcome> outcomes(List<ExchangeEvent> events) {
        return events.stream()
                .filter(event -> event.id() % 3 == 0)
                .map(event ->
                        (Outcome) new FraudReport(event.userId(), event.timeMillis() + delay(event.id()), event.id()))
                .sorted(Comparator.comparingLong(Outcome::timeMillis))
                .toList();
    }

    private static long delay(long eventId) {
        return Duration.ofMinutes(1).toMillis() * (1L << eventId % 11) + 37 * eventId;
    }

    private static Arbitrary<Draft> drafts(int users) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.longs().between(1, users),
                        Arbitraries.longs().between(1, 4),
                        Arbitraries.longs().between(1, 4),
                        gaps(),
                        cents(),
                        Arbitraries.integers())
                .as(Draft::new);
    }

    private static Arbitrary<Long> cents() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(1, 50_000_000_00L)),
                Tuple.of(1, Arbitraries.longs().between(850_00, 1_050_00)),
                Tuple.of(1, Arbitraries.longs().between(8_500_00, 10_500_00)));
    }

    private static Arbitrary<Long> gaps() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4, Arbitraries.longs().between(0, Duration.ofSeconds(40).toMillis())),
                Tuple.of(4, Arbitraries.longs().between(0, Duration.ofMinutes(5).toMillis())),
                Tuple.of(2, Arbitraries.longs().between(0, Duration.ofHours(2).toMillis())),
                Tuple.of(1, Arbitraries.longs().between(0, Duration.ofDays(2).toMillis())),
                Tuple.of(1, Arbitraries.longs().between(-Duration.ofHours(3).toMillis(), 0)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                Duration.ofMinutes(1).toMillis(),
                                Duration.ofHours(1).toMillis(),
                                Duration.ofDays(1).toMillis(),
                                Duration.ofDays(7).toMillis(),
                                Duration.ofDays(30).toMillis(),
                                Duration.ofDays(31).toMillis())));
    }

    private static List<ExchangeEvent> inOrder(List<Draft> drafts) {
        List<ExchangeEvent> events = new ArrayList<>();
        long timeMillis = START;
        for (Draft draft : drafts) {
            timeMillis += draft.gapMillis();
            events.add(event(events.size() + 1, timeMillis, draft));
        }
        return events;
    }

    private static ExchangeEvent event(long id, long timeMillis, Draft draft) {
        return switch (draft.kind()) {
            case 0 ->
                new Login(
                        id,
                        draft.userId(),
                        timeMillis,
                        draft.market(),
                        draft.deviceId(),
                        draft.choice(1, 4),
                        Login.Factor.values()[draft.choice(2, 4)]);
            case 1 ->
                new CredentialChange(
                        id,
                        draft.userId(),
                        timeMillis,
                        draft.market(),
                        draft.deviceId(),
                        CredentialChange.Credential.values()[draft.choice(1, 6)]);
            case 2 -> deposit(id, timeMillis, draft);
            case 3 -> order(id, timeMillis, draft, Side.BUY);
            case 4 -> order(id, timeMillis, draft, Side.SELL);
            default ->
                new Withdrawal(
                        id,
                        draft.userId(),
                        timeMillis,
                        draft.market(),
                        draft.account(),
                        draft.deviceId(),
                        draft.addressId(),
                        "BTC",
                        draft.cents(),
                        4 * draft.cents(),
                        false,
                        draft.choice(1, 4),
                        draft.choice(2, 5) > 0);
        };
    }

    private static ExchangeEvent deposit(long id, long timeMillis, Draft draft) {
        return new Deposit(
                id,
                draft.userId(),
                timeMillis,
                draft.market(),
                draft.cents(),
                Deposit.PaymentRail.values()[draft.choice(1, 4)],
                "USDC",
                draft.choice(2, 4),
                timeMillis + Duration.ofHours(7).toMillis() * draft.choice(3, 20));
    }

    private static ExchangeEvent order(long id, long timeMillis, Draft draft, Side side) {
        boolean byKey = draft.choice(1, 3) == 0;
        OrderDetails ticket = new OrderDetails(
                draft.choice(2, 3) == 0 ? OrderDetails.OrderType.LIMIT : OrderDetails.OrderType.MARKET,
                draft.choice(3, 200),
                draft.choice(4, 3),
                draft.choice(5, 2) * draft.cents() / 3,
                byKey ? 1 + draft.choice(6, 2) : 0,
                draft.choice(7, 4));
        return new Order(
                id,
                draft.userId(),
                timeMillis,
                draft.market(),
                draft.account(),
                draft.deviceId(),
                draft.choice(8, 2) == 0 ? "BTC-USD" : "VIA-USD",
                side,
                draft.cents(),
                2 * draft.cents(),
                false,
                ticket);
    }

    private RandomEvents() {}
}
