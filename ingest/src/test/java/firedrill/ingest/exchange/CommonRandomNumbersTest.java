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
import firedrill.ingest.event.Outcome.Departure;
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
    void theSameSeedAndOperatorGiveTheSameTapeTwice() {
        Play one = whole("crash-day", 5);
        Play two = whole("crash-day", 5);

        assertThat(one.all).isEqualTo(two.all).hasSizeGreaterThan(10_000);
        assertThat(whole("crash-day", 6).all).isNotEqualTo(one.all);
    }

    @Test
    void whoeverIsNotTouchedLivesTheSameLife() {
        Play allowed = Play.of("quiet", USERS, 5, HOURS, Play.ALLOW_ALL);
        Play harsh = Play.of(
                "quiet",
                USERS,
                5,
                HOURS,
                event -> Optional.of(
                        event.userId() % 10 == 0
                                ? Answer.of(event.id(), Action.BLOCK)
                                : Answer.of(event.id(), Action.ALLOW)));
        Set<Long> told = new HashSet<>();
        harsh.learned(Departure.class).filter(Departure::byWordOfMouth).forEach(gone -> told.add(gone.userId()));

        assertThat(untouched(harsh, told)).isEqualTo(untouched(allowed, told)).hasSizeGreaterThan(5_000);
    }

    @Test
    void underABlockAllOperatorEvenTheTouchedComeForTheSameReasonsUntilTheyLeave() {
        Play allowed = Play.of("quiet", USERS, 5, HOURS, Play.ALLOW_ALL);
        Play blocked = Play.of("quiet", USERS, 5, HOURS, Play.BLOCK_ALL);
        Map<Long, Long> leaves = new HashMap<>();
        blocked.learned(Departure.class).forEach(gone -> leaves.put(gone.userId(), gone.timeMillis()));
        Set<Long> robbed = new HashSet<>();
        allowed.truths.forEach(truth -> robbed.add(truth.userId()));
        blocked.truths.forEach(truth -> robbed.add(truth.userId()));

        assertThat(leaves).hasSizeGreaterThan(300);
        assertThat(evidence(blocked, leaves, robbed))
                .isEqualTo(evidence(allowed, leaves, robbed))
                .hasSizeGreaterThan(2_000);
    }

    @Test
    void thePriceIsTheSameWhateverHappens() {
        Play allowed = Play.of("crash-day", 50, 9, 2, Play.ALLOW_ALL);
        Play blocked = Play.of("crash-day", 50, 9, 2, Play.BLOCK_ALL);
        Map<Long, Long> prices = new HashMap<>();
        allowed.events.forEach(
                event -> prices.put(event.timeMillis() / 1_000, event.market().priceCents()));

        assertThat(blocked.events)
                .allSatisfy(event -> assertThat(prices.getOrDefault(
                                event.timeMillis() / 1_000, event.market().priceCents()))
                        .isEqualTo(event.market().priceCents()));
    }

    private static Play whole(String scenario, long seed) {
        Play play = new Play(
                scenario,
                USERS,
                seed,
                event -> Optional.of(
                        event.id() % 3 == 0
                                ? Answer.hold(event.id(), 1_800_000)
                                : Answer.of(event.id(), event.id() % 7 == 0 ? Action.STEP_UP : Action.ALLOW)));
        play.exchange.tellHistory();
        return play.until(2);
    }

    private static List<ExchangeEvent> untouched(Play play, Set<Long> told) {
        return play.events.stream()
                .filter(event -> event.userId() % 10 != 0 && !told.contains(event.userId()))
                .map(CommonRandomNumbersTest::withoutId)
                .toList();
    }

    /**
     * What nobody decides. A thief's second try has logins of its own, so the robbed are left out; a forced sale is of what
     * its owner still holds, so orders are.
     */
    private static List<ExchangeEvent> evidence(Play play, Map<Long, Long> leaves, Set<Long> robbed) {
        return play.events.stream()
                .filter(event -> !event.awaitsAnswer() && !(event instanceof Order) && !robbed.contains(event.userId()))
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
                        e.funding(),
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
                        e.settled(),
                        e.ticket()),
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
                        e.settled(),
                        e.networkId(),
                        e.secondFactor()));
    }
}
