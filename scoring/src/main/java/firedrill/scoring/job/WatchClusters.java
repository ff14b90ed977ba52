package firedrill.scoring.job;

import firedrill.scoring.cluster.AddressCluster;
import firedrill.scoring.cluster.ClusterMemory;
import firedrill.scoring.cluster.ClusterWatch;
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
final class WatchClusters extends ProcessFunction<InFlight, AddressCluster> implements CheckpointedFunction {

    private transient @Nullable ClusterWatch watch;
    private transient @Nullable ListState<ClusterMemory> memory;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        ClusterWatch begun = new ClusterWatch();
        memory = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("memory", TypeInformation.of(ClusterMemory.class)));
        for (ClusterMemory saved : memory.get()) {
            begun.restore(saved);
        }
        watch = begun;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        Opened.of(memory).update(List.of(Opened.of(watch).save()));
    }

    @Override
    public void processElement(InFlight passing, Context context, Collector<AddressCluster> out) {
        if (passing.isLabel()) {
            Opened.of(watch).learn(passing.userId, passing.countsFromMillis);
        } else {
            Opened.of(watch).observe(passing.event()).forEach(out::collect);
        }
    }
}
