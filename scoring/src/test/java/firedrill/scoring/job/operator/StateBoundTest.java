package firedrill.scoring.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.feature.AddressState;
import firedrill.scoring.feature.DeviceState;
import firedrill.scoring.feature.NetworkState;
import firedrill.scoring.feature.SourceState;
import firedrill.scoring.feature.SymbolState;
import firedrill.scoring.feature.UserState;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/**
 * What Flink stores of one key, after a life of 100,000 events over sixty days; the bounds stand in
 * docs/architecture.md.
 */
class StateBoundTest {

    private static final int KILO = 1_000;
    private static final Map<Class<?>, Integer> BOUND_BYTES = Map.of(
            UserState.class, 10 * KILO,
            DeviceState.class, 6 * KILO,
            NetworkState.class, 6 * KILO,
            SourceState.class, 6 * KILO,
            AddressState.class, 7 * KILO,
            SymbolState.class, 6 * KILO);

    @Test
    void theStateOfAnEntityIsBoundedUnderAnyEvents() throws IOException {
        Map<Class<?>, Integer> bytes =
                bytes(SaturatedEntities.of(100_000, Duration.ofDays(60).toMillis(), 100_000));
        assertThat(bytes)
                .allSatisfy((type, size) -> assertThat(size)
                        .as("%s: all are %s", type.getSimpleName(), bytes)
                        .isLessThan(BOUND_BYTES.getOrDefault(type, 0)));
    }

    @Test
    void tenTimesTheEventsNeedNoMore() throws IOException {
        Map<Class<?>, Integer> few =
                bytes(SaturatedEntities.of(10_000, Duration.ofDays(60).toMillis(), 100_000));
        Map<Class<?>, Integer> many =
                bytes(SaturatedEntities.of(100_000, Duration.ofDays(60).toMillis(), 100_000));
        assertThat(many)
                .allSatisfy((type, size) -> assertThat(size)
                        .as(type.getSimpleName())
                        .isLessThanOrEqualTo(few.getOrDefault(type, 0) * 11 / 10));
    }

    private static Map<Class<?>, Integer> bytes(SaturatedEntities life) throws IOException {
        Map<Class<?>, Integer> bytes = new LinkedHashMap<>();
        for (Map.Entry<Class<?>, Object> state : life.states().entrySet()) {
            bytes.put(state.getKey(), bytes(state.getKey(), state.getValue()));
        }
        return bytes;
    }

    private static <S> int bytes(Class<S> type, Object state) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(4_096);
        StateLayout.serializer(type).serialize(type.cast(state), out);
        return out.length();
    }
}
