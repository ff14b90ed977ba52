package firedrill.scoring.cluster;

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
    private record Use(long userId, Kind kind, long thingId) {}

    /** From when to when. */
    private record Times(long firstMillis, long lastMillis) {}

    @Property(tries = 50)
    void itKnowsWhatAMapKnowsAndForgetsWhatIsTooOld(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4_000) int uses,
            @ForAll @IntRange(max = 1_000) int oldest) {
        Random chance = new Random(seed);
        LinkTable table = new LinkTable();
        Map<Use, Times> map = new HashMap<>();
        for (int i = 0; i < uses; i++) {
            Use use = new Use(chance.nextInt(900), Kind.at(chance.nextInt(Kind.COUNT)), -1L << chance.nextInt(64));
            long millis = chance.nextInt(1_000);
            table.add(use.userId(), use.kind(), use.thingId(), millis, millis);
            map.merge(use, new Times(millis, millis), LinkTableTest::both);
        }
        assertThat(contents(table)).isEqualTo(map);
        map.values().removeIf(times -> times.lastMillis() <= oldest);
        assertThat(contents(table.without(oldest))).isEqualTo(map);
    }

    @Test
    void numbersAreGivenInTheOrderOfArrival() {
        LinkTable table = new LinkTable();
        table.add(70, Kind.ADDRESS, 5, 0, 0);
        table.add(71, Kind.DEVICE, 5, 0, 0);
        table.add(70, Kind.DEVICE, 5, 0, 0);
        assertThat(table.user(0))
                .isEqualTo(table.user(2))
                .isEqualTo(table.numberOf(70))
                .isZero();
        assertThat(table.numberOf(71)).isEqualTo(1);
        assertThat(table.numberOf(72)).isEqualTo(Numbering.UNKNOWN);
        assertThat(table.thing(1)).isEqualTo(table.thing(2)).isNotEqualTo(table.thing(0));
        assertThat(table.things()).isGreaterThan(table.thing(0)).isGreaterThan(table.thing(1));
    }

    private static Map<Use, Times> contents(LinkTable table) {
        Map<Use, Times> contents = new HashMap<>();
        for (int link = 0; link < table.size(); link++) {
            assertThat(table.idOf(table.user(link))).isEqualTo(table.userId(link));
            contents.put(
                    new Use(table.userId(link), table.kind(link), table.thingId(link)),
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
