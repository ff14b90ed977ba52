package firedrill.scoring.job;

import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Lineup;
import firedrill.scoring.decision.ModelOrder.Retire;
import firedrill.scoring.decision.Roster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What a subtask has heard: in Flink's state the control and the announcements, in memory the models made of them and who
 * has which event.
 *
 * <p>Every subtask hears every notice. After a restart the models are made anew from their announcements: those that
 * decide at once, before the first event, the others beside it.
 */
final class Heard implements AutoCloseable {

    /** One entry: the control. */
    private static final MapStateDescriptor<String, ControlState> CONTROL =
            new MapStateDescriptor<>("control", Types.STRING, TypeInformation.of(ControlState.class));

    /** Announcements of versions that are not retired, by version. */
    private static final MapStateDescriptor<String, byte[]> MODELS =
            new MapStateDescriptor<>("models", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    static final List<MapStateDescriptor<?, ?>> STATES = List.of(CONTROL, MODELS);

    private static final String CURRENT = "current";

    private final Decider founder;
    private final ModelShelf shelf;
    private final BroadcastState<String, ControlState> controls;
    private final BroadcastState<String, byte[]> announcements;
    private Control control = Control.START;
    /** The deciders that the line-up was made of, to see when there are others. */
    private Map<String, Decider> seen = Map.of();

    private Lineup lineup;

    private Heard(
            Decider founder,
            ModelShelf shelf,
            BroadcastState<String, ControlState> controls,
            BroadcastState<String, byte[]> announcements) {
        this.founder = founder;
        this.shelf = shelf;
        this.controls = controls;
        this.announcements = announcements;
        this.lineup = Lineup.of(Roster.EMPTY, founder, seen);
    }

    static BroadcastStream<Notice> broadcast(DataStream<Notice> notices) {
        return notices.broadcast(STATES.toArray(new MapStateDescriptor<?, ?>[0]));
    }

    /** What was heard before a restart, or nothing yet. */
    static Heard of(OperatorStateStore store, Decider founder, ExecutorService loader) throws Exception {
        Heard heard = new Heard(
                founder,
                new ModelShelf(founder, loader),
                store.getBroadcastState(CONTROL),
                store.getBroadcastState(MODELS));
        heard.restore();
        return heard;
    }

    private void restore() throws Exception {
        ControlState saved = controls.get(CURRENT);
        control = saved == null ? Control.START : saved.control();
        Map<String, byte[]> kept = new HashMap<>();
        announcements.immutableEntries().forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        Stream.concat(
                        control.roster().champion().stream().map(Roster.Appointment::model),
                        control.roster().staged().stream().map(Roster.Staging::model))
                .map(kept::remove)
                .filter(announcement -> announcement != null)
                .forEach(shelf::putNow);
        kept.values().forEach(shelf::put);
        lineUp();
    }

    Control control() {
        return control;
    }

    /** Who has which event now; made anew when a model has become ready since. */
    Lineup lineup() {
        if (shelf.ready() != seen) {
            lineUp();
        }
        return lineup;
    }

    private void lineUp() {
        seen = shelf.ready();
        lineup = Lineup.of(control.roster(), founder, seen);
    }

    /** Takes a notice in, on the operator's own thread. */
    void hear(Notice notice) throws Exception {
        if (notice.isModel()) {
            hearModel(notice);
        } else {
            hearCommand(notice.command());
        }
    }

    private void hearModel(Notice notice) throws Exception {
        String model = notice.announcement().model();
        boolean isRetired =
                control.roster().version(model).filter(Roster.Version::retired).isPresent();
        if (!isRetired && !announcements.contains(model)) {
            announcements.put(model, notice.payload());
            shelf.put(notice.payload());
        }
    }

    private void hearCommand(ControlCommand command) throws Exception {
        control = control.after(command);
        controls.put(CURRENT, ControlState.of(control));
        if (command instanceof ModelCommand ordered
                && ordered.order() instanceof Retire retire
                && !control.roster().isUsable(retire.model())) {
            announcements.remove(retire.model());
            shelf.drop(retire.model());
        }
        lineUp();
    }

    @Override
    public void close() {
        shelf.close();
    }
}
