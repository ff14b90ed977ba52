package firedrill.ingest.exchange;

import static firedrill.ingest.exchange.FraudEvents.share;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.event.Truth;
import firedrill.ingest.fraud.FraudSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Frequency and amount at risk of each typology. */
class FraudRatesTest {

    private static final int USERS = 10_000;
    private static final List<FraudulentWithdrawals> DAYS = LongStream.range(0, 5)
            .mapToObj(seed -> new FraudulentWithdrawals(USERS, FraudSettings.DEFAULT, seed, 24, FraudRatesTest::allow))
            .toList();

    @Test
    void oneDayShowsEveryTypology() {
        Set<String> seen = FraudEvents.THREE_DAYS.run().truths.stream()
                .filter(truth -> truth.timeMillis()
                        < FraudEvents.THREE_DAYS.run().exchange.startMillis() + 24 * ExchangeRun.HOUR)
                .map(Truth::typology)
                .collect(Collectors.toSet());

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(Stream.of(FraudTypology.values())
                        .map(FraudTypology::label)
                        .toList());
    }

    @Test
    void countsPerDayMatchRatesOverSeeds() {
        Map<String, Double> perDay = new HashMap<>();
        DAYS.forEach(day -> day.countByTypology()
                .forEach((typology, count) -> perDay.merge(typology, (double) count / DAYS.size(), Double::sum)));

        assertBetween(perDay, "account-takeover", 60.0, 110.0);
        assertBetween(perDay, "sim-swap", 4.0, 20.0);
        assertBetween(perDay, "control-bypass", 6.0, 15.0);
        // Some 27 scams a day, of about five instalments each.
        assertBetween(perDay, "social-engineering", 100.0, 190.0);
        assertBetween(perDay, "mule-ring", 7.0, 20.0);
        assertBetween(perDay, "structuring", 8.0, 45.0);
        assertBetween(perDay, "api-key-theft", 4.0, 6.0);
        assertBetween(perDay, "promo-farming", 10.0, 28.0);
        assertBetween(perDay, "deposit-fraud", 4.0, 14.0);
    }

    private static void assertBetween(Map<String, Double> perDay, String typology, double min, double max) {
        assertThat(perDay.getOrDefault(typology, 0.0)).as(typology).isBetween(min, max);
    }

    private static Answer allow(DecisionRequest event) {
        return Answer.of(event.id(), Action.ALLOW);
    }

    @Test
    void fraudShareIsBelowOnePercentOfWithdrawalsAndLessOfOrders() {
        List<Withdrawal> withdrawals =
                FraudEvents.THREE_DAYS.run().eventsOf(Withdrawal.class).toList();
        List<Order> orders = FraudEvents.THREE_DAYS.run().eventsOf(Order.class).toList();

        assertThat(share(withdrawals, FraudEvents.THREE_DAYS::isFraud)).isBetween(0.0055, 0.0100);
        assertThat(share(orders, FraudEvents.THREE_DAYS::isFraud)).isBetween(0.0002, 0.0015);
    }

    @Test
    void socialEngineeringRisksMostAndTakeoverIsSecondOverSeeds() {
        Map<String, Long> atRiskCents = new HashMap<>();
        DAYS.forEach(day ->
                day.atRiskByTypology().forEach((typology, cents) -> atRiskCents.merge(typology, cents, Long::sum)));
        List<String> order = atRiskCents.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();

        assertThat(order.subList(0, 2)).containsExactly("social-engineering", "account-takeover");
    }

    @Test
    void someFarmAccountsAreNewAndOthersAgedOverSeeds() {
        List<Withdrawal> sweeps = DAYS.stream()
                .flatMap(day -> day.first("promo-farming", 0, 24).stream())
                .toList();

        assertThat(share(
                        sweeps, sweep -> sweep.timeMillis() - sweep.account().openedAtMillis() < 48 * ExchangeRun.HOUR))
                .isBetween(0.15, 0.75);
    }

    @Test
    void everyFraudulentEventBelongsToARing() {
        assertThat(FraudEvents.THREE_DAYS.run().truths)
                .allSatisfy(truth -> assertThat(truth.ringId()).isPositive());
    }
}
