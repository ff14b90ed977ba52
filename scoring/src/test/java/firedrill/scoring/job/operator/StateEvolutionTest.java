package firedrill.scoring.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.scoring.feature.AddressState;
import firedrill.scoring.feature.DeviceState;
import firedrill.scoring.feature.EventFeatures;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.NetworkState;
import firedrill.scoring.feature.SourceState;
import firedrill.scoring.feature.SymbolState;
import firedrill.scoring.feature.UserState;
import firedrill.scoring.graph.AddressClusterUpdate;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.job.migration.SavepointMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * States of every layout are read: layout 1 knows neither labels nor sketches nor clusters, layout 2 has other names,
 * layout 3 is the present one, which {@link #main} writes.
 */
class StateEvolutionTest {

    private static final Path FIXTURES = Path.of("src/test/resources/state");
    private static final int PRESENT = 3;
    private static final String USERS = "user-hop.snapshot";
    private static final String ADDRESSES = "address-hop.snapshot";
    /** Where counts of users ended in layout 1, which had no sketches. */
    private static final double WHERE_COUNTS_ENDED = 15;

    private static final int BEFORE = 60;

    @TempDir
    Path folder;

    private static final List<ExchangeEvent> DAY = JobFixtures.day(400, 21);

    /** Updates a state with an event and fills its features. */
    private interface StateUpdater<S> {
        void observe(S state, ExchangeEvent event, double[] vector);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aStateOfEachLayoutGivesTheFeaturesThatItGave(int layout) throws IOException {
        restored(layout, UserState.class, UserState::observe, StateProbe.WITHDRAWAL);
        restored(layout, DeviceState.class, DeviceState::observe, StateProbe.WITHDRAWAL);
        restored(layout, NetworkState.class, NetworkState::observe, StateProbe.WITHDRAWAL);
        restored(layout, SourceState.class, SourceState::observe, StateProbe.WITHDRAWAL);
        restored(layout, AddressState.class, AddressState::observe, StateProbe.WITHDRAWAL);
        restored(layout, SymbolState.class, SymbolState::observe, StateProbe.ORDER);
    }

    @Test
    void theNewestFixturesAreOfThePresentLayout() throws IOException {
        for (Class<?> type : new SaturatedEntities().states().keySet()) {
            assertThat(compatibility(PRESENT, type).isCompatibleAsIs())
                    .as("%s: a changed layout needs fixtures of its own, by StateEvolutionTest.main", type)
                    .isTrue();
        }
    }

    /** An operator of users and one of addresses, as Flink saved them. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aSnapshotOfTheOperatorsContinuesWhereItWas(int layout) throws Exception {
        try (var users = EntityFeatureFunctionTest.users()) {
            users.initializeState(snapshot(layout, USERS));
            users.open();
            assertThat(through(users, DAY.subList(BEFORE, DAY.size()))).isEqualTo(alone().subList(BEFORE, DAY.size()));
        }
        try (var addresses = ClusterDetectionFunctionTest.addresses()) {
            addresses.initializeState(snapshot(layout, ADDRESSES));
            addresses.open();
            EnrichedEvent asked =
                    inFlight(JobFixtures.withdrawal(9_001, 1, JobFixtures.START_MILLIS + 7_200_000, 7, 100, false));
            addresses.processElement1(new StreamRecord<>(asked));
            double[] features = addresses.extractOutputValues().get(0).features;
            assertThat(Feature.ADDRESS_CLUSTER_USERS.valueIn(features)).isEqualTo(5);
            assertThat(Feature.ADDRESS_USERS_7D.valueIn(features)).isGreaterThan(10);
        }
    }

    private OperatorSubtaskState snapshot(int layout, String name) throws Exception {
        Path file = FIXTURES.resolve(String.valueOf(layout)).resolve(name);
        return SavepointMigration.migrate(OperatorSnapshotUtil.readStateHandle(file.toString()), folder);
    }

    /** Up to layout 1 the address operator had one input, as the others. */
    @Test
    void theAddressOperatorRestoresTheSnapshotOfItsPredecessor() throws Exception {
        OperatorSubtaskState saved;
        EntityFeatureFunction<AddressState> predecessor = EntityFeatureFunction.of(
                AddressState.class,
                AddressState::new,
                event -> event.addressId,
                AddressState::observe,
                AddressState::applyLabel);
        try (var before = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(predecessor), event -> event.addressId, Types.LONG)) {
            before.open();
            for (int user = 1; user <= 5; user++) {
                before.processElement(new StreamRecord<>(withdrawalTo7(user)));
            }
            saved = before.snapshot(1, 1);
        }
        try (var addresses = ClusterDetectionFunctionTest.addresses()) {
            addresses.initializeState(saved);
            addresses.open();
            addresses.processElement1(new StreamRecord<>(withdrawalTo7(6)));
            assertThat(Feature.ADDRESS_USERS_7D.valueIn(
                            addresses.extractOutputValues().get(0).features))
                    .isEqualTo(5);
        }
    }

    private static EnrichedEvent withdrawalTo7(int user) {
        return inFlight(JobFixtures.withdrawal(user, user, JobFixtures.START_MILLIS + user, 7, 100, false));
    }

    private static <S> void restored(int layout, Class<S> type, StateUpdater<S> observing, ExchangeEvent probe)
            throws IOException {
        assertThat(compatibility(layout, type).isIncompatible())
                .as(type.getName())
                .isFalse();
        StateLayout<S> fixture = StateLayout.read(file(layout, type));
        Map<String, Double> read = probed(fixture.state(), observing, probe);
        Map<String, Double> expected = new HashMap<>(fixture.features());
        expected.replaceAll((label, said) -> {
            double now = read.getOrDefault(label, Double.NaN);
            return said == WHERE_COUNTS_ENDED && label.endsWith("_users_7d") && now > said ? now : said;
        });
        assertThat(read).containsAllEntriesOf(expected);
        // A feature that an older layout does not know is missing.
        for (Feature feature : Feature.values()) {
            if (!expected.containsKey(feature.label()) && !isOfTheEventAlone(feature)) {
                assertThat(read).containsEntry(feature.label(), feature.missing());
            }
        }
    }

    private static boolean isOfTheEventAlone(Feature feature) {
        return switch (feature.entity()) {
            case EVENT, MARKET -> true;
            default -> false;
        };
    }

    private static <S> Map<String, Double> probed(S state, StateUpdater<S> observing, ExchangeEvent probe) {
        double[] vector = new double[Feature.COUNT];
        EventFeatures.fill(probe, vector);
        observing.observe(state, probe, vector);
        return StateLayout.byLabel(vector);
    }

    private static <S> TypeSerializerSchemaCompatibility<S> compatibility(int layout, Class<S> type)
            throws IOException {
        StateLayout<S> fixture = StateLayout.read(file(layout, type));
        return StateLayout.serializer(type).snapshotConfiguration().resolveSchemaCompatibility(fixture.layout());
    }

    private static Path file(int layout, Class<?> type) {
        return FIXTURES.resolve(String.valueOf(layout)).resolve(type.getSimpleName() + ".bin");
    }

    /** Writes the fixtures of the present layout; its directory must be empty, for a layout is written once. */
    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(FIXTURES.resolve(String.valueOf(PRESENT)));
        SaturatedEntities life = SaturatedEntities.of(400, 2_400_000, 90);
        write(UserState.class, life.user, UserState::observe, StateProbe.WITHDRAWAL);
        write(DeviceState.class, life.device, DeviceState::observe, StateProbe.WITHDRAWAL);
        write(NetworkState.class, life.network, NetworkState::observe, StateProbe.WITHDRAWAL);
        write(SourceState.class, life.source, SourceState::observe, StateProbe.WITHDRAWAL);
        write(AddressState.class, life.address, AddressState::observe, StateProbe.WITHDRAWAL);
        write(SymbolState.class, life.symbol, SymbolState::observe, StateProbe.ORDER);
        Path folder = FIXTURES.resolve(String.valueOf(PRESENT));
        try (var users = EntityFeatureFunctionTest.users()) {
            users.open();
            through(users, DAY.subList(0, BEFORE));
            OperatorSnapshotUtil.writeStateHandle(
                    users.snapshot(1, 1), folder.resolve(USERS).toString());
        }
        try (var addresses = ClusterDetectionFunctionTest.addresses()) {
            addresses.open();
            addresses.processElement2(new StreamRecord<>(
                    new AddressClusterUpdate(7, JobFixtures.START_MILLIS, 5, JobFixtures.START_MILLIS, 1, 0)));
            for (int user = 1; user <= 30; user++) {
                addresses.processElement1(new StreamRecord<>(withdrawalTo7(user)));
            }
            OperatorSnapshotUtil.writeStateHandle(
                    addresses.snapshot(1, 1), folder.resolve(ADDRESSES).toString());
        }
    }

    private static <S> void write(Class<S> type, S state, StateUpdater<S> observing, ExchangeEvent probe)
            throws IOException {
        byte[] before = StateLayout.write(type, state, Map.of());
        Path scratch = Files.createTempFile("state", ".bin");
        Files.write(scratch, before);
        Map<String, Double> features = probed(state, observing, probe);
        S copy = StateLayout.<S>read(scratch).state();
        Files.delete(scratch);
        Files.write(file(PRESENT, type), StateLayout.write(type, copy, features));
    }

    private static List<Map<String, Double>> alone() {
        Map<Long, UserState> states = new HashMap<>();
        List<Map<String, Double>> features = new ArrayList<>();
        for (ExchangeEvent event : DAY) {
            features.add(
                    probed(states.computeIfAbsent(event.userId(), none -> new UserState()), UserState::observe, event));
        }
        return features;
    }

    private static List<Map<String, Double>> through(
            KeyedOneInputStreamOperatorTestHarness<Long, EnrichedEvent, EnrichedEvent> hop, List<ExchangeEvent> events)
            throws Exception {
        for (ExchangeEvent event : events) {
            hop.processElement(new StreamRecord<>(inFlight(event)));
        }
        return hop.extractOutputValues().stream()
                .map(passed -> StateLayout.byLabel(passed.features))
                .toList();
    }

    private static EnrichedEvent inFlight(ExchangeEvent event) {
        return EnrichedEvent.of(event, EventCodec.encode(event), 0, 0);
    }
}
