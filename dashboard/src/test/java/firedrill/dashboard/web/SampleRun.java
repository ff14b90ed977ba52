package firedrill.dashboard.web;

import firedrill.dashboard.health.HealthState;
import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.health.RunPhase;
import firedrill.dashboard.monitor.BillComparison;
import firedrill.dashboard.monitor.ClusterDetail;
import firedrill.dashboard.monitor.ClusterRow;
import firedrill.dashboard.monitor.DecisionProvenance;
import firedrill.dashboard.monitor.OrderFates.OrderFate;
import firedrill.dashboard.runtime.RunControls;
import firedrill.dashboard.web.view.PageState;
import firedrill.dashboard.web.view.ScenarioChoice;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.evaluation.card.ModelCardDocument;
import firedrill.scoring.evaluation.card.ModelCardDocument.CardSection;
import firedrill.scoring.evaluation.card.ModelCardDocument.CardTable;
import firedrill.scoring.graph.BlastRadius;
import firedrill.scoring.registry.ModelOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A crash day as the page would see it, invented but plausible, that tests move to any minute; it notes every order. */
final class SampleRun implements PageSource, RunControls {
    private static final List<ScenarioChoice> SCENARIOS = List.of(
            new ScenarioChoice("quiet", "A quiet day", "Nothing happens that does not happen every day."),
            new ScenarioChoice(
                    "crash-day",
                    "Crash day",
                    "The price falls 14 % within half an hour. Honest users want their coins out, all at once."));

    static final String UNCERTAIN_ORDER = "3b241101-e2bb-4255-8caf-4136c566a962";

    private static final ClusterRow RING = new ClusterRow(17, 5, 2, 2, 0.4, 0.875, SampleFigures.at(12), 18_250.5);
    private static final ClusterRow FAMILY = new ClusterRow(60, 2, 1, 0, 0, 0.5, SampleFigures.at(3), null);

    private final List<String> orders = new CopyOnWriteArrayList<>();
    private volatile int minute;
    private volatile RunPhase phase = RunPhase.RUNNING;
    private volatile BillComparison bill = BillComparison.PENDING;
    private volatile Optional<Mode> pinned = Optional.empty();
    private volatile boolean brokerAnswers = true;
    private volatile boolean refuses;
    private volatile boolean isUncertain;
    private volatile OrderFate fate = OrderFate.OPEN;

    SampleRun at(int newMinute) {
        minute = newMinute;
        return this;
    }

    SampleRun starting() {
        phase = RunPhase.STARTING;
        return this;
    }

    SampleRun finished(BillComparison newBill) {
        phase = RunPhase.FINISHED;
        bill = newBill;
        return this;
    }

    SampleRun withoutBroker() {
        brokerAnswers = false;
        return this;
    }

    SampleRun refusing() {
        refuses = true;
        return this;
    }

    /** From now on nobody knows of a command whether it counts; later one may ask. */
    SampleRun uncertain(OrderFate newFate) {
        isUncertain = true;
        fate = newFate;
        return this;
    }

    /** Every order that was given, as it was understood. */
    List<String> orders() {
        return orders;
    }

    @Override
    public ModelCardDocument card() {
        return new ModelCardDocument(
                "Model card: <staged>",
                "abc123",
                List.of(new CardSection(
                        "Figures",
                        List.of("Made up & \"quoted\"."),
                        List.of(new CardTable(
                                "By typology", List.of("typology", "recall"), List.of(List.of("a<b", "0.5")))))));
    }

    @Override
    public PageState state() {
        return new SampleFigures(minute, phase, pinned).state(SCENARIOS, bill, health());
    }

    @Override
    public RunHealth health() {
        var broker = brokerAnswers ? "Kafka at 127.0.0.1:9092 answers." : "Kafka at 127.0.0.1:9092 does not answer.";
        return new RunHealth(
                brokerAnswers ? HealthState.RUNNING : HealthState.IMPAIRED,
                brokerAnswers ? "Events are decided." : broker,
                brokerAnswers ? "" : "Is it running?",
                List.of(
                        new RunHealth.HealthCheck("broker", brokerAnswers, broker),
                        new RunHealth.HealthCheck("job", true, "The scoring job runs.")));
    }

    @Override
    public String metrics() {
        return "# TYPE firedrill_decisions_total counter\nfiredrill_decisions_total 12\n";
    }

    @Override
    public ControlResult pinMode(Optional<Mode> mode, String why) {
        if (!refuses) {
            pinned = mode;
        }
        return noted("mode " + mode.map(Mode::name).orElse("AUTOMATIC") + ": " + why);
    }

    @Override
    public ControlResult orderModel(ModelOrder order, String why) {
        return noted(order.description() + ": " + why);
    }

    @Override
    public Optional<DecisionProvenance> provenance(long eventId) {
        return Optional.of(SampleRegistry.which(eventId)).filter(known -> eventId < 1_000_000);
    }

    @Override
    public List<ClusterRow> clusters() {
        return List.of(RING, FAMILY);
    }

    @Override
    public Optional<ClusterDetail> cluster(long id) {
        return Optional.of(new ClusterDetail(
                        RING,
                        List.of(17L, 18L, 44L, 902L, 1_310L),
                        List.of(500_001L, 500_002L),
                        new BlastRadius(5, 3, 1, 0.2, 18_250.5, 4, 4_100, 2, 12.5, 0.125)))
                .filter(known -> id == RING.id());
    }

    @Override
    public ControlResult startScenario(String id) {
        return noted("scenario " + id);
    }

    @Override
    public ControlResult endRun() {
        return noted("end");
    }

    @Override
    public Optional<OrderFate> orderFate(String orderId) {
        return Optional.of(fate).filter(known -> orderId.equals(UNCERTAIN_ORDER));
    }

    private ControlResult noted(String order) {
        if (refuses) {
            return new ControlResult.Refused("The run is over.");
        }
        if (isUncertain) {
            return new ControlResult.Uncertain(UNCERTAIN_ORDER, "Kafka did not confirm the order.");
        }
        orders.add(order);
        return new ControlResult.Accepted();
    }
}
