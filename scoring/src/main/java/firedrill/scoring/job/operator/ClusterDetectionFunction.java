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

/** Finds who belongs together, beside the way of the decisions. There is one, for it must see all users. */
public final class ClusterDetectionFunction extends ProcessFunction<EnrichedEvent, AddressClusterUpdate>
        implements CheckpointedFunction {

    private transient @Nullable ClusterDetector watch;
    private transient @Nullable ListState<ClusterSnapshot> memory;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        ClusterDetector begun = new ClusterDetector();
        memory = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("memory", TypeInformation.of(ClusterSnapshot.class)));
        for (ClusterSnapshot saved : memory.get()) {
            begun.restore(saved);
        }
        watch = begun;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        OperatorLifecycle.requireOpen(memory)
                .update(List.of(OperatorLifecycle.requireOpen(watch).save()));
    }

    @Override
    public void processElement(EnrichedEvent passing, Context context, Collector<AddressClusterUpdate> out) {
        if (passing.isLabel()) {
            OperatorLifecycle.requireOpen(watch).confirmFraud(passing.userId, passing.effectiveFromMillis);
        } else {
            OperatorLifecycle.requireOpen(watch).observe(passing.event()).forEach(out::collect);
        }
    }
}
