package firedrill.dashboard.lab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import firedrill.dashboard.ledger.DecisionFixtures;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.EventKind;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.ExchangeParameters;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeliefObserverTest {

    private static final long TIME = 1_000_000_000_000L;
    private static final MarketSnapshot MARKET = new MarketSnapshot(0, 0, 6_000_000);

    private final BeliefObserver observer = observer();

    @Test
    void theRealisedCostIsTheMeanLossOverAllRequestsThatWereTreatedAlike() {
        decide(observer, withdrawal(1, Tier.RETAIL), Action.HOLD);
        decide(observer, withdrawal(2, Tier.RETAIL), Action.HOLD);
        observer.onDepartureRisk(risk(1, 3_000, false));
        observer.onDepartureRisk(risk(1, 1_000, true));
        observer.onDepartureRisk(risk(9, 50_000, false));

        Belief belief = only(observer);
        assertThat(belief.requests()).isEqualTo(2);
        assertThat(belief.realisedUsd()).isEqualTo(20);
    }

    @Test
    void theBelievedCostIsThatOfThePolicyWithoutLabour() {
        DecisionRequest asked = withdrawal(1, Tier.ACTIVE);
        decide(observer, asked, Action.REVIEW);

        assertThat(only(observer).believedUsd())
                .isEqualTo(Policy.DEFAULT
                        .expectedLoss(asked, new double[Feature.COUNT])
                        .friction()
                        .billedUsd(Action.REVIEW));
    }

    @Test
    void fraudsAndAllowedRequestsDoNotCount() {
        observer.onTruth(new Truth(1, 5, TIME, "account-takeover", 100));
        decide(observer, withdrawal(1, Tier.RETAIL), Action.BLOCK);
        decide(observer, withdrawal(2, Tier.RETAIL), Action.ALLOW);

        assertThat(observer.table().beliefs()).isEmpty();
    }

    @Test
    void theHoursAfterASwingAreAMarketOfTheirOwn() {
        decide(observer, withdrawal(1, Tier.RETAIL), Action.HOLD);
        observer.onEvent(new Login(2, 5, TIME + 1, new MarketSnapshot(5, -8, 6_000_000), 4), null);
        decide(observer, withdrawal(3, Tier.RETAIL), Action.HOLD);

        assertThat(observer.table().beliefs())
                .extracting(Belief::market)
                .containsExactly(MarketPhase.CALM, MarketPhase.AFTERMATH);
    }

    @Test
    void aRefusedOrderLosesItsFee() {
        decide(observer, order(1), Action.BLOCK);
        observer.onOutcome(new Settlement(5, TIME, 1, Disposition.REFUSED, 100_000, 0));

        assertThat(only(observer).kind()).isEqualTo(EventKind.ORDER);
        assertThat(only(observer).realisedUsd()).isEqualTo(1);
    }

    @Test
    void runsAreMergedByMarketKindTierAndAction() {
        var other = observer();
        decide(observer, withdrawal(1, Tier.RETAIL), Action.HOLD);
        decide(other, withdrawal(1, Tier.RETAIL), Action.HOLD);
        decide(other, withdrawal(2, Tier.VIP), Action.HOLD);
        other.onDepartureRisk(risk(1, 5_000, false));

        var table = new BeliefTable();
        table.add(observer.table());
        table.add(other.table());
        assertThat(table.beliefs())
                .extracting(Belief::tier, Belief::requests, Belief::realisedUsd)
                .containsExactly(tuple(Tier.RETAIL, 2L, 25.0), tuple(Tier.VIP, 1L, 0.0));
    }

    @Test
    void aBeliefMissesByTheSameFactorEitherWay() {
        assertThat(belief(60, 40, 50).miss()).isCloseTo(1.5, within(1e-9));
        assertThat(belief(40, 60, 50).miss()).isCloseTo(1.5, within(1e-9));
        assertThat(belief(40, 0, 50).ratio()).isNull();
        assertThat(belief(40, 0, 50).miss()).isInfinite();
    }

    @Test
    void theCheckIsTheWorstOfTheBeliefsWithFiftyRequests() {
        assertThat(BeliefChecks.evaluate(List.of(belief(45, 30, 50), belief(90, 30, 49))))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.value()).isEqualTo(1.5);
                    assertThat(check.pass()).isTrue();
                });
        assertThat(BeliefChecks.evaluate(List.of(belief(90, 30, 50))).get(0).pass())
                .isFalse();
        assertThat(BeliefChecks.evaluate(List.of()).get(0).pass()).isFalse();
    }

    private static Belief belief(double believedUsd, double realisedUsd, long requests) {
        return new Belief(
                MarketPhase.CALM, EventKind.WITHDRAWAL, Action.HOLD, Tier.RETAIL, requests, believedUsd, realisedUsd);
    }

    private static Belief only(BeliefObserver observer) {
        List<Belief> beliefs = observer.table().beliefs();
        assertThat(beliefs).hasSize(1);
        return beliefs.get(0);
    }

    private static BeliefObserver observer() {
        return new BeliefObserver(Policy.DEFAULT, ExchangeParameters.DEFAULT.economics(), TIME);
    }

    private static void decide(BeliefObserver observer, DecisionRequest event, Action action) {
        observer.onEvent(event, DecisionFixtures.of(event.id(), TIME, action, 0.1, new double[Feature.COUNT]));
    }

    private static DepartureRisk risk(long causeEventId, long lossCents, boolean isWordOfMouth) {
        return new DepartureRisk(5, TIME, causeEventId, 0.1, lossCents, isWordOfMouth);
    }

    private static Withdrawal withdrawal(long id, Tier tier) {
        return new Withdrawal(id, 5, TIME, MARKET, account(tier), 4, 6, "BTC", 100_000, 200_000, false, 0, true);
    }

    private static Order order(long id) {
        return new Order(
                id,
                5,
                TIME,
                MARKET,
                account(Tier.RETAIL),
                4,
                "BTC-USD",
                Order.Side.SELL,
                100_000,
                200_000,
                false,
                OrderDetails.manualMarketOrder(0));
    }

    private static Account account(Tier tier) {
        return new Account(tier, Jurisdiction.EU, 0);
    }
}
