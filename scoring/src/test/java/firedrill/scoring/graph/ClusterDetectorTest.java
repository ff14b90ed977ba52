package firedrill.scoring.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.feature.SampleEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClusterDetectorTest {

    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;
    private static final long START = 1_767_571_200_000L;

    private final ClusterDetector watch = new ClusterDetector();
    private long id;

    @Test
    void usersWhoShareADeviceOrAnAddressBelongTogetherThroughEachOther() {
        tell(1, 10, 100, 0);
        tell(2, 10, 200, 1);
        tell(3, 30, 200, 2);
        tell(4, 40, 400, 3);
        assertThat(look())
                .containsExactlyInAnyOrder(
                        new AddressClusterUpdate(100, counts(), 3, START, 1, 0),
                        new AddressClusterUpdate(200, counts(), 3, START, 1, 0));
        assertThat(watch.clusters())
                .containsExactly(new Cluster(List.of(1L, 2L, 3L), List.of(100L, 200L), START, 1, List.of()));
    }

    @Test
    void usersWhomOneSourcePaidBelongTogether() {
        ExchangeEvent first = new ExchangeEvent.Deposit(
                ++id, 1, START, SampleEvents.CALM, 100, ExchangeEvent.Deposit.PaymentRail.BANK, "USDC", 55, START);
        ExchangeEvent second = new ExchangeEvent.Deposit(
                ++id, 2, START, SampleEvents.CALM, 100, ExchangeEvent.Deposit.PaymentRail.BANK, "USDC", 55, START);
        watch.observe(first);
        watch.observe(second);
        look();
        assertThat(watch.clusters()).containsExactly(new Cluster(List.of(1L, 2L), List.of(), START, 1, List.of()));
    }

    @Test
    void whatVeryManyShareTiesNobodyTogetherAndCountsAgainstExclusivity() {
        for (long user = 1; user <= HubThreshold.MAX_USERS + 1; user++) {
            tell(user, 1_000 + user, 77, user);
        }
        tell(1, 5, 88, 20);
        tell(2, 5, 99, 21);
        look();
        // Each of the two has a device and an address of its own, shares one device, and withdrew to the hub.
        assertThat(watch.clusters())
                .containsExactly(
                        new Cluster(List.of(1L, 2L), List.of(88L, 99L), START + 20 * MINUTE, 6 / 8.0, List.of()));
    }

    @Test
    void asManyAsAHubBeginsWithStillBelongTogether() {
        for (long user = 1; user <= HubThreshold.MAX_USERS; user++) {
            tell(user, 1_000 + user, 77, user);
        }
        look();
        assertThat(watch.clusters())
                .extracting(cluster -> cluster.users().size())
                .containsExactly(HubThreshold.MAX_USERS);
    }

    @Test
    void aUserIsKnownForFraudOnceTheLabelCounts() {
        tell(1, 10, 100, 0);
        tell(2, 10, 200, 1);
        watch.confirmFraud(1, START + 30 * MINUTE);
        watch.confirmFraud(2, START + 31 * MINUTE);
        assertThat(look()).extracting(AddressClusterUpdate::confirmedShare).containsOnly(0.5);
    }

    @Test
    void whatDidNotChangeIsNotToldAgainAndWhatEndsIsTold() {
        tell(1, 10, 100, 0);
        tell(2, 10, 200, 1);
        assertThat(look()).hasSize(2);
        assertThat(login(9, START + 61 * MINUTE)).isEmpty();
        assertThat(login(9, START + LinkStore.RETENTION.toMillis() + DAY))
                .extracting(AddressClusterUpdate::addressId, AddressClusterUpdate::users)
                .containsExactlyInAnyOrder(tuple(100L, 0), tuple(200L, 0));
    }

    @Test
    void aClusterFallsApartOnceWhatTiedItIsForgotten() {
        tell(1, 10, 100, 0);
        tell(2, 10, 200, 0);
        look();
        long later = LinkStore.RETENTION.toMillis() / MINUTE - 60;
        for (long user = 1; user <= 2; user++) {
            tell(user, 10 + user, 100 * user, later);
        }
        assertThat(watch.clusters()).hasSize(1);
        login(9, START + (later + 120) * MINUTE);
        assertThat(watch.clusters()).isEmpty();
    }

    @Test
    void aLookWaitsUntilEnoughWasHeardToBeWorthIt() {
        for (long user = 1; user <= 400; user++) {
            tell(user, 1_000 + user / 2, user, 0);
        }
        look();
        List<Cluster> before = watch.clusters();
        tell(1, 77, 777, 32);
        tell(3, 77, 777, 32);
        login(9, START + 61 * MINUTE);
        assertThat(watch.clusters()).isEqualTo(before);
        for (int times = 0; times < 300; times++) {
            login(9, START + 62 * MINUTE);
        }
        login(9, START + 91 * MINUTE);
        assertThat(watch.clusters()).isNotEqualTo(before);
    }

    @Test
    void theOrderOfEventsLeavesNoTrace() {
        List<ExchangeEvent> events = new ArrayList<>();
        Random chance = new Random(3);
        for (int i = 0; i < 400; i++) {
            events.add(SampleEvents.withdrawal(
                    ++id, 1 + chance.nextInt(120), START + i, chance.nextInt(200) + 1, chance.nextInt(150) + 1, 100));
        }
        List<Cluster> first = clusters(events);
        Collections.shuffle(events, chance);
        assertThat(clusters(events)).isEqualTo(first).isNotEmpty();
    }

    @Test
    void aWatchGoesOnWhereItWasAfterARestart() {
        tell(1, 10, 100, 0);
        tell(2, 10, 200, 1);
        watch.confirmFraud(1, START);
        look();
        ClusterDetector restored = new ClusterDetector();
        restored.restore(watch.save());
        for (ClusterDetector each : List.of(watch, restored)) {
            each.observe(SampleEvents.withdrawal(77, 3, START + 61 * MINUTE, 10, 100, 100));
            each.observe(SampleEvents.withdrawal(78, 9, START + 62 * MINUTE, 90, 900, 100));
        }
        ExchangeEvent next = SampleEvents.login(79, 9, START + 91 * MINUTE, 90);
        // The one that went on tells what changed; the other cannot know what was told, and tells all.
        assertThat(restored.observe(next)).containsAll(watch.observe(next));
        assertThat(restored.clusters())
                .isEqualTo(watch.clusters())
                .extracting(Cluster::users)
                .containsExactly(List.of(1L, 2L, 3L));
    }

    @Test
    void howMuchIsRememberedIsBounded() {
        LinkStore links = new LinkStore();
        LongStream.rangeClosed(1, 5 * LinkStore.MAX_LINKS).forEach(user -> {
            links.add(user, LinkKind.DEVICE, user, START + user);
            if (user % 1_000 == 0) {
                assertThat(links.size()).isLessThanOrEqualTo(2 * LinkStore.MAX_LINKS);
            }
        });
        links.evict(START + 5 * LinkStore.MAX_LINKS);
        assertThat(links.size()).isLessThanOrEqualTo(LinkStore.MAX_LINKS + 1);
    }

    private static List<Cluster> clusters(List<ExchangeEvent> events) {
        LinkStore links = new LinkStore();
        events.forEach(links::add);
        return links.clusters(List.of());
    }

    private void tell(long user, long device, long address, long minute) {
        watch.observe(SampleEvents.withdrawal(++id, user, START + minute * MINUTE, device, address, 100_00));
    }

    /** The first event of the next half hour. */
    private List<AddressClusterUpdate> look() {
        return login(9, START + 31 * MINUTE);
    }

    private List<AddressClusterUpdate> login(long user, long timeMillis) {
        return watch.observe(SampleEvents.login(++id, user, timeMillis, 90));
    }

    private static long counts() {
        return START + Duration.ofMinutes(40).toMillis();
    }
}
