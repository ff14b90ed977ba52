package firedrill.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.RangeChecks;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import firedrill.scoring.job.state.ScorerFactory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever the decoder lets in, the fold and the decision take, at the ends of every range. */
class ExtremeEventsPropertyTest {

    private static final Decider DECIDER = ScorerFactory.coldDecider(ScoringSettings.DEFAULT);

    @Property(tries = 300)
    void everyEventWithinTheBoundsIsDecidedByAFiniteVector(
            @ForAll @Size(max = 20) List<@From("extreme") ExchangeEvent> events) throws Exception {
        FeatureFold fold = new FeatureFold();
        for (ExchangeEvent event : events) {
            ExchangeEvent read = EventCodec.decode(EventCodec.encode(event));
            double[] features = fold.observe(read);
            assertThat(features).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            if (read instanceof DecisionRequest request) {
                Decision decision = DECIDER.decide(request, features, ControlState.START, false, StageTimings.NONE);
                assertThat(DecisionCodec.decode(DecisionCodec.encode(decision))).isEqualTo(decision);
            }
        }
    }

    @Provide
    Arbitrary<ExchangeEvent> extreme() {
        return Arbitraries.oneOf(deposit(), order(), withdrawal());
    }

    private static Arbitrary<ExchangeEvent> deposit() {
        return Combinators.combine(few(), time(), market(), cents(), few(), time())
                .as((id, time, market, cents, source, last) -> new Deposit(
                        id,
                        id,
                        time,
                        market,
                        cents,
                        Deposit.PaymentRail.CARD,
                        "x".repeat(RangeChecks.MAX_NAME_CHARS),
                        source,
                        Math.max(time, last)));
    }

    private static Arbitrary<ExchangeEvent> order() {
        return Combinators.combine(few(), time(), market(), account(), few(), cents(), cents(), measure())
                .as((id, time, market, account, device, cents, holdings, offset) -> new Order(
                        id,
                        id,
                        time,
                        market,
                        account,
                        device,
                        "",
                        Order.Side.SELL,
                        cents,
                        holdings,
                        false,
                        new OrderDetails(
                                OrderDetails.OrderType.LIMIT, Math.abs(offset), device, holdings, device, device)));
    }

    private static Arbitrary<ExchangeEvent> withdrawal() {
        return Combinators.combine(few(), time(), market(), account(), few(), cents(), cents(), few())
                .as((id, time, market, account, device, cents, balance, address) -> new Withdrawal(
                        id,
                        id,
                        time,
                        market,
                        account,
                        device,
                        address,
                        "",
                        cents,
                        Math.max(cents, balance),
                        false,
                        device,
                        false));
    }

    private static Arbitrary<MarketSnapshot> market() {
        Arbitrary<Double> share = Arbitraries.of(0.0, Double.MIN_VALUE, 0.5, 1.0);
        return Combinators.combine(measure(), measure(), cents(), share, measure(), measure())
                .as((volatility, move, price, liquidated, funding, depth) -> new MarketSnapshot(
                        volatility, move, price, liquidated, funding, Math.max(Double.MIN_VALUE, Math.abs(depth))));
    }

    private static Arbitrary<Account> account() {
        return time().map(opened -> new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, opened));
    }

    private static Arbitrary<Long> few() {
        return Arbitraries.of(1L, 2L, Long.MAX_VALUE);
    }

    private static Arbitrary<Long> time() {
        return Arbitraries.of(0L, 1_767_571_200_000L, 1_767_571_260_000L, 4_102_444_799_999L);
    }

    private static Arbitrary<Long> cents() {
        return Arbitraries.of(1L, 100_000L, RangeChecks.MAX_CENTS);
    }

    private static Arbitrary<Double> measure() {
        return Arbitraries.of(0.0, Double.MIN_VALUE, 1.5, -RangeChecks.MAX_MEASURE, RangeChecks.MAX_MEASURE);
    }
}
