package firedrill.scoring.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.feature.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClusterWatchTest {

    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;
    private static final long START = 1_767_571_200_000L;

    private final ClusterWatch watch = new ClusterWatch();
    private long id;

    @Test
    void usersWhoShareADeviceOrAnAddressBelongTogetherThroughEachOther() {
        tell(1, 10, 100, 0);
        tell(2, 10, 200, 1);
        tell(3, 30, 200, 2);
        tell(4, 40, 400, 3);
        assertThat(look())
                .containsExactlyInAnyOrder(
                        new AddressCluster(100, counts(), 3, START, 1, 0),
                        new AddressCluster(200, counts(), 3, START, 1, 0));
        assertThat(watch.largest(9))
                .extracting(ClusterWatch.Seen::cluster)
                .containsExactly(new Cluster(List.of(1L, 2L, 3L), List.of(100L, 200L), START, 1, List.of()));
    }

    @Test
    void whatVeryManyShareTiesNobodyTogetherAndCountsAgainstExclusivity() {
        for (long user = 1; user <= Links.HUB_USERS + 1; user++) {
            tell(user, 1_000 + user, 77, user);
        }
        tell(1, 5, 88, 20);
        tell(2, 5, 99, 21);
        look();
        // Each of the two has a device and an address of its own, shares one device, and withdrew to the hub.
        assertThat(watch.largest(9))
                .extracting(ClusterWatch.Seen::cluster)
                .containsExactly(
                        new Cluster(List.of(1L, 2L), List.of(88L, 99L), START + 20 * MINUTE, 6 / 8.0, List.of()));
    }

    @Test
    void aUserIsKnownForFraudOnceTheLabelCounts() {
        tell(1, 10, 100, 0);
        tell(2, 10, 200, 1);
        watch.learn(1, START + 30 * MINUTE);
        watch.learn(2, START + 31 * MINUTE);
        assertThat(look()).extracting(AddressCluster::confirmedShare).containsOnly(0.5);
    }

    @Test
    void whatDidNotChangeIsNotToldAgainAndWhatEndsIsTold() {
        tell(1, 10, 100, 0);
        tell(2, 10, 200, 1);
        assertThat(look()).hasSize(2);
        assertThat(watch.observe(Events.login(++id, 9, START + 61 * MINUTE, 90)))
                .isEmpty();
        long later = START + Links.REMEMBERED.toMillis() + DAY;
        assertThat(watch.observe(Events.login(++id, 9, later, 90)))
                .extracting(AddressCluster::addressId, AddressCluster::users)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(100L, 0), org.assertj.core.api.Assertions.tuple(200L, 0));
    }

    @Test
    void theOrderOfEventsLeavesNoTrace() {
        List<ExchangeEvent> events = new ArrayList<>();
        Random chance = new Random(3);
        for (int i = 0; i < 400; i++) {
            events.add(Events.withdrawal(
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
        watch.learn(1, START);
        look();
        ClusterWatch restored = new ClusterWatch();
        restored.restore(watch.save());
        ExchangeEvent joins = Events.withdrawal(++id, 3, START + 61 * MINUTE, 10, 100, 100);
        ExchangeEvent next = Events.login(++id, 9, START + 91 * MINUTE, 90);
        for (ClusterWatch each : List.of(watch, restored)) {
            each.observe(joins);
            each.observe(next);
        }
        assertThat(restored.largest(9)).isEqualTo(watch.largest(9)).isNotEmpty();
    }

    @Test
    void howMuchIsRememberedIsBounded() {
        Links links = new Links();
        LongStream.rangeClosed(1, 2 * Links.MOST)
                .forEach(user -> links.saw(new Link(user, Link.Kind.DEVICE, user), START + user));
        links.forget(START + 2 * Links.MOST);
        assertThat(links.size()).isLessThanOrEqualTo(Links.MOST + 1);
    }

    @Test
    void theBlastRadiusOfAFreezeCountsUsersDollarsAndTheAgeOfAccounts() {
        tell(1, 10, 100, 0);
        tell(2, 10, 200, 1);
        watch.observe(Events.login(++id, 3, START + 2 * MINUTE, 10));
        watch.learn(2, START);
        look();
        // An account of these events is worth four times what it withdraws, and was opened at the epoch.
        double days = (double) (START + 31 * MINUTE) / DAY;
        assertThat(watch.largest(1))
                .extracting(ClusterWatch.Seen::blastRadius)
                .containsExactly(new BlastRadius(3, 2, 600.0, 2, days, 0));
    }

    private List<Cluster> clusters(List<ExchangeEvent> events) {
        Links links = new Links();
        events.forEach(event -> Link.of(event).forEach(link -> links.saw(link, event.timeMillis())));
        return links.clusters(java.util.Set.of());
    }

    private void tell(long user, long device, long address, long minute) {
        watch.observe(Events.withdrawal(++id, user, START + minute * MINUTE, device, address, 100_00));
    }

    /** The first event of the next half hour. */
    private List<AddressCluster> look() {
        List<AddressCluster> news = watch.observe(Events.login(++id, 9, START + 31 * MINUTE, 90));
        return news;
    }

    private static long counts() {
        return START + Duration.ofMinutes(40).toMillis();
    }
}
