package firedrill.scoring.job;

import firedrill.scoring.engine.WithdrawalScore;
import firedrill.scoring.feature.AddressState;
import firedrill.scoring.feature.DeviceState;
import firedrill.scoring.feature.NetworkState;
import firedrill.scoring.feature.SourceState;
import firedrill.scoring.feature.SymbolState;
import firedrill.scoring.feature.UserState;
import firedrill.scoring.graph.AddressClusterUpdate;
import firedrill.scoring.graph.ClusterSnapshot;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.operator.DecidedEvent;
import firedrill.scoring.job.operator.EnrichedEvent;
import firedrill.scoring.job.state.ControlSnapshot;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.job.state.MonitorState;
import firedrill.scoring.job.state.RegistrarState;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever crosses an edge of the graph or sits in its state: none of it may fall back to Kryo. */
class EdgeTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                RawRecord.class,
                EnrichedEvent.class,
                ControlUpdate.class,
                DecidedEvent.class,
                WithdrawalScore.class,
                OutboundRecord.class,
                ControlSnapshot.class,
                MonitorState.class,
                RegistrarState.class,
                AddressClusterUpdate.class,
                ClusterSnapshot.class,
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
