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

    private final ClusterDetector detector = new ClusterDetector();
    private long id;

    @Test
    void usersConnectedByDevicesAndAddressesAreOneCluster() {
        observe(1, 10, 100, 0);
        observe(2, 10, 200, 1);
        observe(3, 30, 200, 2);
        observe(4, 40, 400, 3);
        assertThat(recompute())
                .containsExactlyInAnyOrder(
                        new AddressClusterUpdate(100, counts(), 3, START, 1, 0),
                        new AddressClusterUpdate(200, counts(), 3, START, 1, 0));
        assertThat(detector.clusters())
                .containsExactly(new Cluster(List.of(1L, 2L, 3L), List.of(100L, 200L), START, 1, List.of()));
    }

    @Test
    void anEventOfTheFarFuturePostponesTheNextRunForAFewEventsOnly() {
        observe(1, 10, 100, 0);
        observe(2, 10, 200, 1);
        observe(9, 90, 900, 38_000_000);
        for (int late = 0; late < ClusterDetector.MAX_LATE_EVENTS; late++) {
            observe(1 + late % 2, 10, 100 + 100 * (late % 2), 40);
        }
        observe(1, 10, 100, 80);
        assertThat(detector.clusters()).extracting(Cluster::users).contains(List.of(1L, 2L));
    }

    @Test
    void usersOfOneFundingSourceAreOneCluster() {
        ExchangeEvent first = new ExchangeEvent.Deposit(
                ++id, 1, START, SampleEvents.CALM, 100, ExchangeEvent.Deposit.PaymentRail.BANK, "USDC", 55, START);
        ExchangeEvent second = new ExchangeEvent.Deposit(
                ++id, 2, START, SampleEvents.CALM, 100, ExchangeEvent.Deposit.PaymentRail.BANK, "USDC", 55, START);
        detector.observe(first);
        detector.observe(second);
        recompute();
        assertThat(detector.clusters()).containsExactly(new Cluster(List.of(1L, 2L), List.of(), START, 1, List.of()));
    }

    @Test
    void aHubLinksNoUsersAndLowersExclusivity() {
        for (long user = 1; user <= HubThreshold.MAX_USERS + 1; user++) {
            observe(user, 1_000 + user, 77, user);
        }
        observe(1, 5, 88, 20);
        observe(2, 5, 99, 21);
        recompute();
        // Each of the two has a device and an address of its own, shares one device, and withdrew to the hub.
        assertThat(detector.clusters())
                .containsExactly(
                        new Cluster(List.of(1L, 2L), List.of(88L, 99L), START + 20 * MINUTE, 6 / 8.0, List.of()));
    }

    @Test
    void aSharedEntityAtTheHubThresholdStillLinksItsUsers() {
        for (long user = 1; user <= HubThreshold.MAX_USERS; user++) {
            observe(user, 1_000 + user, 77, user);
        }
        recompute();
        assertThat(detector.clusters())
                .extracting(cluster -> cluster.users().size())
                .containsExactly(HubThreshold.MAX_USERS);
    }

    @Test
    void aUserIsConfirmedFraudOnceTheLabelTakesEffect() {
        observe(1, 10, 100, 0);
        observe(2, 10, 200, 1);
        detector.confirmFraud(1, START + 30 * MINUTE);
        detector.confirmFraud(2, START + 31 * MINUTE);
        assertThat(recompute()).extracting(AddressClusterUpdate::confirmedShare).containsOnly(0.5);
    }

    @Test
    void onlyChangedAddressesAreUpdatedAlsoWhenAClusterEnds() {
        observe(1, 10, 100, 0);
        observe(2, 10, 200, 1);
        assertThat(recompute()).hasSize(2);
        assertThat(login(9, START + 61 * MINUTE)).isEmpty();
        assertThat(login(9, START + LinkStore.RETENTION.toMillis() + DAY))
                .extracting(AddressClusterUpdate::addressId, AddressClusterUpdate::users)
                .containsExactlyInAnyOrder(tuple(100L, 0), tuple(200L, 0));
    }

    @Test
    void aClusterEndsOnceItsLinksHaveExpired() {
        observe(1, 10, 100, 0);
        observe(2, 10, 200, 0);
        recompute();
        long later = LinkStore.RETENTION.toMillis() / MINUTE - 60;
        for (long user = 1; user <= 2; user++) {
            observe(user, 10 + user, 100 * user, later);
        }
        assertThat(detector.clusters()).hasSize(1);
        login(9, START + (later + 120) * MINUTE);
        assertThat(detector.clusters()).isEmpty();
    }

    @Test
    void aRunWaitsForEnoughNewEvents() {
        for (long user = 1; user <= 400; user++) {
            observe(user, 1_000 + user / 2, user, 0);
        }
        recompute();
        List<Cluster> before = detector.clusters();
        observe(1, 77, 777, 32);
        observe(3, 77, 777, 32);
        login(9, START + 61 * MINUTE);
        assertThat(detector.clusters()).isEqualTo(before);
        for (int times = 0; times < 300; times++) {
            login(9, START + 62 * MINUTE);
        }
        login(9, START + 91 * MINUTE);
        assertThat(detector.clusters()).isNotEqualTo(before);
    }

    @Test
    void theOrderOfEventsLeavesNoTrace() {
        List<ExchangeEvent> events = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            events.add(SampleEvents.withdrawal(
                    ++id, 1 + random.nextInt(120), START + i, random.nextInt(200) + 1, random.nextInt(150) + 1, 100));
        }
        List<Cluster> first = clusters(events);
        Collections.shuffle(events, random);
        assertThat(clusters(events)).isEqualTo(first).isNotEmpty();
    }

    @Test
    void aRestoredDetectorContinuesFromItsSnapshot() {
        observe(1, 10, 100, 0);
        observe(2, 10, 200, 1);
        detector.confirmFraud(1, START);
        recompute();
        ClusterDetector restored = new ClusterDetector();
        restored.restore(detector.save());
        for (ClusterDetector each : List.of(detector, restored)) {
            each.observe(SampleEvents.withdrawal(77, 3, START + 61 * MINUTE, 10, 100, 100));
            each.observe(SampleEvents.withdrawal(78, 9, START + 62 * MINUTE, 90, 900, 100));
        }
        ExchangeEvent next = SampleEvents.login(79, 9, START + 91 * MINUTE, 90);
        // The one that went on tells what changed; the other cannot know what was told, and tells all.
        assertThat(restored.observe(next)).containsAll(detector.observe(next));
        assertThat(restored.clusters())
                .isEqualTo(detector.clusters())
                .extracting(Cluster::users)
                .containsExactly(List.of(1L, 2L, 3L));
    }

    @Test
    void theNumberOfLinksIsBounded() {
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

    private void observe(long user, long device, long address, long minute) {
        detector.observe(SampleEvents.withdrawal(++id, user, START + minute * MINUTE, device, address, 100_00));
    }

    /** The first event of the next half hour. */
    private List<AddressClusterUpdate> recompute() {
        return login(9, START + 31 * MINUTE);
    }

    private List<AddressClusterUpdate> login(long user, long timeMillis) {
        return detector.observe(SampleEvents.login(++id, user, timeMillis, 90));
    }

    private static long counts() {
        return START + Duration.ofMinutes(40).toMillis();
    }
}
