package firedrill.scoring.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinkTableTest {

    /** Who uses what. */
    private record Use(long userId, LinkKind kind, long thingId) {}

    /** From when to when. */
    private record Times(long firstMillis, long lastMillis) {}

    @Property(tries = 50)
    void theTableEqualsAMapAndDropsExpiredLinks(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4_000) int uses,
            @ForAll @IntRange(max = 1_000) int oldest) {
        Random random = new Random(seed);
        LinkTable table = new LinkTable();
        Map<Use, Times> map = new HashMap<>();
        for (int i = 0; i < uses; i++) {
            Use use = new Use(
                    random.nextInt(900),
                    LinkKind.fromOrdinal(random.nextInt(LinkKind.COUNT)),
                    -1L << random.nextInt(64));
            long millis = random.nextInt(1_000);
            table.add(use.userId(), use.kind(), use.thingId(), millis, millis);
            map.merge(use, new Times(millis, millis), LinkTableTest::both);
        }
        assertThat(contents(table)).isEqualTo(map);
        map.values().removeIf(times -> times.lastMillis() <= oldest);
        assertThat(contents(table.usedAfter(oldest))).isEqualTo(map);
    }

    @Test
    void numbersAreGivenInTheOrderOfArrival() {
        LinkTable table = new LinkTable();
        table.add(70, LinkKind.ADDRESS, 5, 0, 0);
        table.add(71, LinkKind.DEVICE, 5, 0, 0);
        table.add(70, LinkKind.DEVICE, 5, 0, 0);
        assertThat(table.userIndex(0))
                .isEqualTo(table.userIndex(2))
                .isEqualTo(table.findUser(70))
                .isZero();
        assertThat(table.findUser(71)).isEqualTo(1);
        assertThat(table.findUser(72)).isEqualTo(DenseIndex.ABSENT);
        assertThat(table.entityIndex(1)).isEqualTo(table.entityIndex(2)).isNotEqualTo(table.entityIndex(0));
        assertThat(table.entityIndexBound()).isGreaterThan(table.entityIndex(0)).isGreaterThan(table.entityIndex(1));
    }

    private static Map<Use, Times> contents(LinkTable table) {
        Map<Use, Times> contents = new HashMap<>();
        for (int link = 0; link < table.size(); link++) {
            assertThat(table.userIdAt(table.userIndex(link))).isEqualTo(table.userId(link));
            contents.put(
                    new Use(table.userId(link), table.kind(link), table.entityId(link)),
                    new Times(table.firstMillis(link), table.lastMillis(link)));
        }
        assertThat(contents).hasSize(table.size());
        return contents;
    }

    private static Times both(Times one, Times other) {
        return new Times(
                Math.min(one.firstMillis(), other.firstMillis()), Math.max(one.lastMillis(), other.lastMillis()));
    }
}
