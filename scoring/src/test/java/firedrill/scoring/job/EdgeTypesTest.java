package firedrill.scoring.job;

import firedrill.scoring.cluster.AddressCluster;
import firedrill.scoring.cluster.ClusterMemory;
import firedrill.scoring.feature.AddressState;
import firedrill.scoring.feature.DeviceState;
import firedrill.scoring.feature.NetworkState;
import firedrill.scoring.feature.SourceState;
import firedrill.scoring.feature.SymbolState;
import firedrill.scoring.feature.UserState;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever crosses an edge of the graph or sits in its state: none of it may fall back to Kryo. */
class EdgeTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                RawRecord.class,
                InFlight.class,
                Notice.class,
                Judged.class,
                Scored.class,
                Outgoing.class,
                ControlState.class,
                MonitorMemory.class,
                RegistrarMemory.class,
                AddressCluster.class,
                ClusterMemory.class,
                UserState.class,
                DeviceState.class,
                NetworkState.class,
                SourceState.class,
                AddressState.class,
                SymbolState.class
            })
    void isMovedByFlinksOwnSerializer(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}
