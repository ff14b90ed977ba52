package firedrill.ingest.customer.reaction;

import static firedrill.ingest.customer.reaction.TreatedPopulation.CHURN;
import static firedrill.ingest.customer.reaction.TreatedPopulation.HOUR;
import static firedrill.ingest.customer.reaction.TreatedPopulation.MEMORY_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.account.Archetype;
import firedrill.ingest.customer.TestCustomers;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.exchange.api.PendingRequest;
import org.junit.jupiter.api.Test;

/** Factors on the odds of churn after friction: the market, repetition, the notice and the size of the account. */
class ChurnOddsTest {

    private TreatedPopulation treated = new TreatedPopulation(TestCustomers.PARAMETERS);

    @Test
    void aFallAfterTheFirstHourOfAHoldRaisesChurn() {
        double odds = odds(CHURN.afterHoldBelow1Day()) * CHURN.oddsAfterAdverseMove();
        treated.assertChurn(odds / (1 + odds), TreatedPopulation::withdrawal, this::holdThroughAFall);
    }

    @Test
    void repeatedFrictionRaisesTheOddsWhenAHoldEnds() {
        recordFriction(24 * HOUR);

        double odds = odds(CHURN.afterHoldBelow1Day()) * CHURN.oddsAfterAdverseMove() * CHURN.oddsAtRepeat();
        treated.assertChurn(odds / (1 + odds), TreatedPopulation::withdrawal, this::holdThroughAFall);
    }

    @Test
    void aFallRaisesTheOddsOfCoinHolders() {
        treated.exchange.market = new MarketSnapshot(3, -10, FakeExchangeApi.PRICE * 93 / 100);

        assertOddsAfterRefusal(CHURN.oddsAfterAdverseMove());
    }

    @Test
    void aRiseDoesNotRaiseTheOddsOfCoinHolders() {
        treated.exchange.market = new MarketSnapshot(3, 10, FakeExchangeApi.PRICE * 107 / 100);

        assertOddsAfterRefusal(1);
    }

    @Test
    void repeatedFrictionRaisesTheOdds() {
        recordFriction(24 * HOUR);

        assertOddsAfterRefusal(CHURN.oddsAtRepeat());
    }

    @Test
    void frictionBeyondTheMemoryIsNoRepeat() {
        recordFriction(MEMORY_MILLIS + HOUR);

        assertOddsAfterRefusal(1);
    }

    @Test
    void aDisclosedReasonAndEndLowerTheOdds() {
        treated = new TreatedPopulation(TestCustomers.with("customer.friction.notice", "reasonAndEnd"));

        assertOddsAfterRefusal(CHURN.oddsWithReasonAndEnd());
    }

    @Test
    void largeAccountsChurnMore() {
        treated.churned(TreatedPopulation::withdrawal, TreatedPopulation::refuse);
        double large = treated.population.users().stream()
                .filter(user -> user.archetype() == Archetype.WHALE || user.archetype() == Archetype.MARKET_MAKER)
                .mapToInt(user -> user.isActive() ? 0 : 1)
                .average()
                .orElseThrow();

        assertThat(large).isBetween(0.36, 0.56);
    }

    private void assertOddsAfterRefusal(double factor) {
        double odds = odds(CHURN.afterRefusedWithdrawal()) * factor;
        treated.assertChurn(odds / (1 + odds), TreatedPopulation::withdrawal, TreatedPopulation::refuse);
    }

    private void recordFriction(long ageMillis) {
        treated.population
                .users()
                .forEach(user -> user.recordFriction(FakeExchangeApi.START - ageMillis, MEMORY_MILLIS));
    }

    /** The price falls when the first hour is over. */
    private void holdThroughAFall(CustomerReaction reaction, PendingRequest request) {
        treated.exchange.market = new MarketSnapshot(0, 0, FakeExchangeApi.PRICE);
        reaction.onHold(request, 6 * HOUR);
        treated.exchange.market = new MarketSnapshot(3, -10, FakeExchangeApi.PRICE * 93 / 100);
        reaction.onSettlement(request, Action.HOLD, Disposition.RELEASED);
    }

    private static double odds(double probability) {
        return probability / (1 - probability);
    }
}
