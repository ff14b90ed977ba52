package firedrill.scoring.job.operator;

import firedrill.ingest.event.RunClock.SavedClock;
import firedrill.ingest.event.RunClocks;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import java.util.Optional;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.jspecify.annotations.Nullable;

/**
 * The {@link RunClocks} of a decoding operator, in Flink's state: records whose time is out of bounds are malformed.
 *
 * <p>After a restart every subtask gets the clocks of all partitions, because partitions may have moved.
 */
final class RunClockGate {

    private static final ListStateDescriptor<SavedClock> CLOCKS =
            new ListStateDescriptor<>("run-clocks", TypeInformation.of(SavedClock.class));

    private final ScoringSettings settings;
    private final RunClocks clocks;
    private final ListState<SavedClock> savedState;

    private RunClockGate(ScoringSettings settings, RunClocks clocks, ListState<SavedClock> savedState) {
        this.settings = settings;
        this.clocks = clocks;
        this.savedState = savedState;
    }

    /** The gate with the clocks from before a restart. */
    static RunClockGate open(ScoringSettings settings, FunctionInitializationContext context) throws Exception {
        RunClocks clocks = new RunClocks(Optional.ofNullable(settings.runStartMillis()));
        ListState<SavedClock> savedState = context.getOperatorStateStore().getUnionListState(CLOCKS);
        for (SavedClock saved : savedState.get()) {
            clocks.restore(saved);
        }
        return new RunClockGate(settings, clocks, savedState);
    }

    void save() throws Exception {
        savedState.update(clocks.save());
    }

    /**
     * Accepts a record with this simulated time.
     *
     * @throws MalformedMessageException if the time is out of bounds
     */
    void require(RawRecord record, long timeMillis) throws MalformedMessageException {
        // A producer may set a record's own timestamp, where the topic lets it.
        long appendedMillis = Math.min(record.appendedMillis(), settings.clock().millis());
        @Nullable String refusal = clocks.observe(record.topic(), record.partition(), timeMillis, appendedMillis)
                .orElse(null);
        if (refusal != null) {
            throw new MalformedMessageException(refusal);
        }
    }
}
