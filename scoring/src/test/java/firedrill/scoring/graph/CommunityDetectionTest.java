package firedrill.scoring.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What ties more users than any ring has is a net, and falls into parts. */
class CommunityDetectionTest {

    private static final long START = 1_767_571_200_000L;

    /** Who uses what. */
    private record Use(long userId, LinkKind kind, long thingId) {}

    @Property(tries = 60)
    void noClusterIsLargerThanTheBoundAndNoAddressIsInTwo(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 600) int users,
            @ForAll @IntRange(min = 1, max = 900) int things) {
        List<Cluster> clusters = clusters(uses(seed, users, things));
        Set<Long> met = new HashSet<>();
        Set<Long> addresses = new HashSet<>();
        for (Cluster each : clusters) {
            assertThat(each.users()).hasSizeBetween(2, CommunityDetection.MAX_CLUSTER_USERS);
            each.users().forEach(user -> assertThat(met.add(user)).isTrue());
            each.addresses()
                    .forEach(address -> assertThat(addresses.add(address)).isTrue());
            assertThat(each.exclusivity()).isPositive().isLessThanOrEqualTo(1);
            assertThat(each.firstSharedMillis()).isEqualTo(START);
        }
    }

    @Property(tries = 40)
    void theOrderLeavesNoTraceInTheParts(@ForAll long seed) {
        List<Use> uses = uses(seed, 400, 300);
        List<Cluster> first = clusters(uses);
        Collections.shuffle(uses, new Random(seed));
        assertThat(clusters(uses)).isEqualTo(first).isNotEmpty();
    }

    @Test
    void chainsThroughTheAddressesOfAPaymentProcessorLinkNoUsers() {
        assertThat(clusters(processor())).isEmpty();
    }

    @Test
    void aRingBehindAPaymentProcessorStaysOneClusterIfItSharesDevices() {
        List<Use> uses = processor();
        for (long user = 1_001; user <= 1_008; user++) {
            uses.add(new Use(user, LinkKind.DEVICE, 1_000 + (user - 1_001) / 4));
            uses.add(new Use(user, LinkKind.ADDRESS, 9_001));
        }
        // Two of its users withdraw through the processor as well.
        uses.add(new Use(1_001, LinkKind.ADDRESS, 1));
        uses.add(new Use(1_005, LinkKind.ADDRESS, 2));
        // 8 devices and 8 times the ring's own address, of 18 uses.
        assertThat(clusters(uses))
                .containsExactly(new Cluster(
                        LongStream.rangeClosed(1_001, 1_008).boxed().toList(),
                        List.of(9_001L),
                        START,
                        16 / 18.0,
                        List.of()));
    }

    @Test
    void aClusterOfTheLargestSizeIsNotSplit() {
        List<Use> uses = new ArrayList<>();
        for (long user = 1; user < CommunityDetection.MAX_CLUSTER_USERS; user++) {
            uses.add(new Use(user, LinkKind.ADDRESS, user));
            uses.add(new Use(user + 1, LinkKind.ADDRESS, user));
        }
        assertThat(clusters(uses))
                .extracting(cluster -> cluster.users().size())
                .containsExactly(CommunityDetection.MAX_CLUSTER_USERS);
    }

    @Test
    void aChainOfDevicesBreaksWhereMostShareOne() {
        List<Use> uses = new ArrayList<>();
        // Five dozens less one with a device each; who comes first in the next has it as well, but for the last one.
        for (long user = 0; user < 55; user++) {
            uses.add(new Use(user + 1, LinkKind.DEVICE, 1 + user / 11));
            uses.add(new Use(user + 1, LinkKind.DEVICE, 1_000 + user / 2));
            if (user % 11 == 0 && user > 0) {
                uses.add(new Use(user + 1, LinkKind.DEVICE, user / 11));
            }
        }
        // Four devices have twelve users then: left are pairs, and the eleven with the fifth device.
        assertThat(clusters(uses))
                .extracting(cluster -> cluster.users().size())
                .hasSize(23)
                .endsWith(11)
                .containsOnly(2, 11);
    }

    /** Sixty addresses that eight strangers share each, every fourth of whom uses the next one as well. */
    private static List<Use> processor() {
        List<Use> uses = new ArrayList<>();
        for (long user = 0; user < 480; user++) {
            uses.add(new Use(user + 1, LinkKind.DEVICE, 10_000 + user));
            uses.add(new Use(user + 1, LinkKind.ADDRESS, 1 + user / 8));
            if (user % 4 == 0) {
                uses.add(new Use(user + 1, LinkKind.ADDRESS, 1 + (user / 8 + 1) % 60));
            }
        }
        return uses;
    }

    private static List<Use> uses(long seed, int users, int things) {
        Random random = new Random(seed);
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < 2 * users; i++) {
            LinkKind kind = LinkKind.fromOrdinal(random.nextInt(LinkKind.COUNT));
            uses.add(new Use(1 + random.nextInt(users), kind, 1 + random.nextInt(things)));
        }
        return uses;
    }

    private static List<Cluster> clusters(List<Use> uses) {
        LinkStore links = new LinkStore();
        uses.forEach(use -> links.add(use.userId(), use.kind(), use.thingId(), START));
        return links.clusters(List.of());
    }
}
