package firedrill.ingest.exchange;

import static firedrill.ingest.exchange.FraudEvents.share;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
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

/** How often each kind of fraud comes, and what it costs. */
class FraudRatesTest {

    private static final int USERS = 10_000;
    private static final List<FraudulentWithdrawals> DAYS = LongStream.range(0, 5)
            .mapToObj(seed -> new FraudulentWithdrawals(USERS, FraudSettings.DEFAULT, seed, 24, FraudRatesTest::allow))
            .toList();

    @Test
    void aDayShowsEveryKind() {
        Set<String> seen = FraudEvents.TWO_DAYS.play().truths.stream()
                .filter(truth -> truth.timeMillis()
                        < FraudEvents.TWO_DAYS.play().exchange.startMillis() + 24 * ExchangeRun.HOUR)
                .map(Truth::typology)
                .collect(Collectors.toSet());

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(Stream.of(FraudTypology.values())
                        .map(FraudTypology::label)
                        .toList());
    }

    @Test
    void overSeedsADayHasItsNumberOfEachKind() {
        Map<String, Double> perDay = new HashMap<>();
        DAYS.forEach(day -> day.countByTypology()
                .forEach((kind, count) -> perDay.merge(kind, (double) count / DAYS.size(), Double::sum)));

        assertBetween(perDay, "account-takeover", 60.0, 110.0);
        assertBetween(perDay, "sim-swap", 4.0, 20.0);
        assertBetween(perDay, "control-bypass", 6.0, 15.0);
        assertBetween(perDay, "social-engineering", 20.0, 45.0);
        assertBetween(perDay, "mule-ring", 7.0, 20.0);
        assertBetween(perDay, "structuring", 12.0, 45.0);
        assertBetween(perDay, "api-key-theft", 4.0, 6.0);
        assertBetween(perDay, "promo-farming", 10.0, 28.0);
        assertBetween(perDay, "deposit-fraud", 4.0, 14.0);
    }

    private static void assertBetween(Map<String, Double> perDay, String kind, double least, double most) {
        assertThat(perDay.getOrDefault(kind, 0.0)).as(kind).isBetween(least, most);
    }

    private static Answer allow(DecisionRequest event) {
        return Answer.of(event.id(), Action.ALLOW);
    }

    @Test
    void halfAPercentOfWithdrawalsAndATenthOfThatOfOrdersAreFraud() {
        List<Withdrawal> withdrawals =
                FraudEvents.TWO_DAYS.play().eventsOf(Withdrawal.class).toList();
        List<Order> orders = FraudEvents.TWO_DAYS.play().eventsOf(Order.class).toList();

        assertThat(share(withdrawals, FraudEvents.TWO_DAYS::isFraud)).isBetween(0.0035, 0.0065);
        assertThat(share(orders, FraudEvents.TWO_DAYS::isFraud)).isBetween(0.0002, 0.001);
    }

    @Test
    void overSeedsTakeoverCostsMostAndSocialEngineeringIsSecond() {
        Map<String, Long> dollars = new HashMap<>();
        DAYS.forEach(day -> day.atRiskByTypology().forEach((kind, cents) -> dollars.merge(kind, cents, Long::sum)));
        List<String> order = dollars.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();

        assertThat(order.subList(0, 2)).containsExactly("account-takeover", "social-engineering");
    }

    @Test
    void overSeedsSomeFarmedAccountsAreDaysOldAndOthersWerePrepared() {
        List<Withdrawal> sweeps = DAYS.stream()
                .flatMap(day -> day.first("promo-farming", 0, 24).stream())
                .toList();

        assertThat(share(
                        sweeps, sweep -> sweep.timeMillis() - sweep.account().openedAtMillis() < 48 * ExchangeRun.HOUR))
                .isBetween(0.15, 0.75);
    }

    @Test
    void everyFraudIsSomeRings() {
        assertThat(FraudEvents.TWO_DAYS.play().truths)
                .allSatisfy(truth -> assertThat(truth.ringId()).isPositive());
    }
}
