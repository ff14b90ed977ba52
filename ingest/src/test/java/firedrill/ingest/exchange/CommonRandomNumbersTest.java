package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.Churn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Another action changes the lives that it touches, and nothing else. */
class CommonRandomNumbersTest {

    private static final int USERS = 2_000;
    private static final double HOURS = 4;

    @Test
    void theSameSeedAndOperatorGiveTheSameRecords() {
        ExchangeRun one = whole("crash-day", 5);
        ExchangeRun two = whole("crash-day", 5);

        assertThat(one.records).isEqualTo(two.records).hasSizeGreaterThan(10_000);
        assertThat(whole("crash-day", 6).records).isNotEqualTo(one.records);
    }

    @Test
    void aUserWithoutFrictionBehavesTheSame() {
        ExchangeRun allowed = ExchangeRun.of("quiet", USERS, 5, HOURS, ExchangeRun.ALLOW_ALL);
        ExchangeRun harsh = ExchangeRun.of(
                "quiet",
                USERS,
                5,
                HOURS,
                event -> Optional.of(
                        event.userId() % 10 == 0
                                ? Answer.of(event.id(), Action.BLOCK)
                                : Answer.of(event.id(), Action.ALLOW)));
        Set<Long> told = new HashSet<>();
        harsh.outcomesOf(Churn.class).filter(Churn::isWordOfMouth).forEach(gone -> told.add(gone.userId()));

        assertThat(untouched(harsh, told)).isEqualTo(untouched(allowed, told)).hasSizeGreaterThan(5_000);
    }

    @Test
    void underBlockAllTheIntentsOfUsersStayTheSameUntilChurn() {
        ExchangeRun allowed = ExchangeRun.of("quiet", USERS, 5, HOURS, ExchangeRun.ALLOW_ALL);
        ExchangeRun blocked = ExchangeRun.of("quiet", USERS, 5, HOURS, ExchangeRun.BLOCK_ALL);
        Map<Long, Long> leaves = new HashMap<>();
        blocked.outcomesOf(Churn.class).forEach(gone -> leaves.put(gone.userId(), gone.timeMillis()));
        Set<Long> robbed = new HashSet<>();
        allowed.truths.forEach(truth -> robbed.add(truth.userId()));
        blocked.truths.forEach(truth -> robbed.add(truth.userId()));

        assertThat(leaves).hasSizeGreaterThan(300);
        assertThat(evidence(blocked, leaves, robbed))
                .isEqualTo(evidence(allowed, leaves, robbed))
                .hasSizeGreaterThan(2_000);
    }

    @Test
    void thePriceIsTheSameUnderEveryOperator() {
        ExchangeRun allowed = ExchangeRun.of("crash-day", 50, 9, 2, ExchangeRun.ALLOW_ALL);
        ExchangeRun blocked = ExchangeRun.of("crash-day", 50, 9, 2, ExchangeRun.BLOCK_ALL);
        Map<Long, Long> prices = new HashMap<>();
        allowed.events.forEach(
                event -> prices.put(event.timeMillis() / 1_000, event.market().priceCents()));

        assertThat(blocked.events)
                .allSatisfy(event -> assertThat(prices.getOrDefault(
                                event.timeMillis() / 1_000, event.market().priceCents()))
                        .isEqualTo(event.market().priceCents()));
    }

    private static ExchangeRun whole(String scenario, long seed) {
        ExchangeRun play = new ExchangeRun(
                scenario,
                USERS,
                seed,
                event -> Optional.of(
                        event.id() % 3 == 0
                                ? Answer.hold(event.id(), 1_800_000)
                                : Answer.of(event.id(), event.id() % 7 == 0 ? Action.STEP_UP : Action.ALLOW)));
        play.exchange.publishHistory();
        return play.runUntilHour(2);
    }

    private static List<ExchangeEvent> untouched(ExchangeRun play, Set<Long> told) {
        return play.events.stream()
                .filter(event -> event.userId() % 10 != 0 && !told.contains(event.userId()))
                .map(CommonRandomNumbersTest::withoutId)
                .toList();
    }

    /**
     * What nobody decides. A thief's second try has logins of its own, so the robbed are left out; a forced sale is of what
     * its owner still holds, so orders are.
     */
    private static List<ExchangeEvent> evidence(ExchangeRun play, Map<Long, Long> leaves, Set<Long> robbed) {
        return play.events.stream()
                .filter(event ->
                        !event.requiresDecision() && !(event instanceof Order) && !robbed.contains(event.userId()))
                .filter(event -> event.timeMillis() < leaves.getOrDefault(event.userId(), Long.MAX_VALUE))
                .map(CommonRandomNumbersTest::withoutId)
                .toList();
    }

    private static ExchangeEvent withoutId(ExchangeEvent event) {
        return event.match(
                e -> new Login(1, e.userId(), e.timeMillis(), e.market(), e.deviceId(), e.networkId(), e.factor()),
                e -> new CredentialChange(1, e.userId(), e.timeMillis(), e.market(), e.deviceId(), e.credential()),
                e -> new Deposit(
                        1,
                        e.userId(),
                        e.timeMillis(),
                        e.market(),
                        e.amountCents(),
                        e.rail(),
                        e.asset(),
                        e.sourceId(),
                        e.finalAtMillis()),
                e -> new Order(
                        1,
                        e.userId(),
                        e.timeMillis(),
                        e.market(),
                        e.account(),
                        e.deviceId(),
                        e.symbol(),
                        e.side(),
                        e.notionalCents(),
                        e.holdingsCents(),
                        e.isHistorical(),
                        e.details()),
                e -> new Withdrawal(
                        1,
                        e.userId(),
                        e.timeMillis(),
                        e.market(),
                        e.account(),
                        e.deviceId(),
                        e.addressId(),
                        e.asset(),
                        e.amountCents(),
                        e.balanceCents(),
                        e.isHistorical(),
                        e.networkId(),
                        e.hasSecondFactor()));
    }
}
