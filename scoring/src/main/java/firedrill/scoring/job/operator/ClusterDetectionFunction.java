package firedrill.scoring.job.operator;

import firedrill.scoring.graph.AddressClusterUpdate;
import firedrill.scoring.graph.ClusterDetector;
import firedrill.scoring.graph.ClusterSnapshot;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Runs the {@link ClusterDetector} off the path of the decisions. It has one instance, because it needs all users. */
public final class ClusterDetectionFunction extends ProcessFunction<EnrichedEvent, AddressClusterUpdate>
        implements CheckpointedFunction {

    private transient @Nullable ClusterDetector detector;
    private transient @Nullable ListState<ClusterSnapshot> savedState;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        ClusterDetector restored = new ClusterDetector();
        savedState = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("memory", TypeInformation.of(ClusterSnapshot.class)));
        for (ClusterSnapshot saved : savedState.get()) {
            restored.restore(saved);
        }
        detector = restored;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        OperatorLifecycle.requireOpen(savedState)
                .update(List.of(OperatorLifecycle.requireOpen(detector).save()));
    }

    @Override
    public void processElement(EnrichedEvent event, Context context, Collector<AddressClusterUpdate> out) {
        if (event.isLabel()) {
            OperatorLifecycle.requireOpen(detector).confirmFraud(event.userId, event.effectiveFromMillis);
        } else {
            OperatorLifecycle.requireOpen(detector).observe(event.event()).forEach(out::collect);
        }
    }
}
