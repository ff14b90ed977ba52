package firedrill.dashboard.web;

import firedrill.dashboard.feed.ClusterDetail;
import firedrill.dashboard.feed.ClusterRow;
import firedrill.dashboard.feed.WhichModel;
import firedrill.dashboard.web.PageState.Phase;
import firedrill.dashboard.web.PageState.ScenarioChoice;
import firedrill.scoring.cluster.BlastRadius;
import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.ModelOrder;
import firedrill.scoring.evaluation.CardDocument;
import firedrill.scoring.evaluation.CardDocument.Section;
import firedrill.scoring.evaluation.CardDocument.Table;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A crash day as the page would see it, invented but plausible, that tests move to any minute; it notes every order. */
final class StagedRun implements PageSource, PageControls {
    private static final List<ScenarioChoice> SCENARIOS = List.of(
            new ScenarioChoice("quiet", "A quiet day", "Nothing happens that does not happen every day."),
            new ScenarioChoice(
                    "crash-day",
                    "Crash day",
                    "The price falls 14 % within half an hour. Honest users want their coins out, all at once."));

    private static final ClusterRow RING = new ClusterRow(17, 5, 2, 2, 0.4, 0.875, StagedFigures.at(12), 18_250.5);
    private static final ClusterRow FAMILY = new ClusterRow(60, 2, 1, 0, 0, 0.5, StagedFigures.at(3), null);

    private final List<String> orders = new CopyOnWriteArrayList<>();
    private volatile int minute;
    private volatile Phase phase = Phase.RUNNING;
    private volatile Bill bill = Bill.NOT_YET;
    private volatile Optional<Mode> pinned = Optional.empty();
    private volatile boolean brokerAnswers = true;
    private volatile boolean refuses;

    StagedRun at(int newMinute) {
        minute = newMinute;
        return this;
    }

    StagedRun starting() {
        phase = Phase.STARTING;
        return this;
    }

    StagedRun finished(Bill newBill) {
        phase = Phase.FINISHED;
        bill = newBill;
        return this;
    }

    StagedRun withoutBroker() {
        brokerAnswers = false;
        return this;
    }

    StagedRun refusing() {
        refuses = true;
        return this;
    }

    /** Every order that was given, as it was understood. */
    List<String> orders() {
        return orders;
    }

    @Override
    public CardDocument card() {
        return new CardDocument(
                "Model card: <staged>",
                "abc123",
                List.of(new Section(
                        "Figures",
                        List.of("Made up & \"quoted\"."),
                        List.of(new Table(
                                "By typology", List.of("typology", "recall"), List.of(List.of("a<b", "0.5")))))));
    }

    @Override
    public PageState state() {
        return new StagedFigures(minute, phase, pinned).state(SCENARIOS, bill, health());
    }

    @Override
    public Health health() {
        return new Health(List.of(
                new Health.Check(
                        "broker",
                        brokerAnswers,
                        brokerAnswers ? "answers on 127.0.0.1:9092" : "does not answer on 127.0.0.1:9092"),
                new Health.Check("job", true, "running, last checkpoint 3 s ago"),
                new Health.Check("model", true, "m7, golden vectors reproduced")));
    }

    @Override
    public String metrics() {
        return "# TYPE firedrill_decisions_total counter\nfiredrill_decisions_total 12\n";
    }

    @Override
    public Outcome pinMode(Optional<Mode> mode, String why) {
        if (!refuses) {
            pinned = mode;
        }
        return noted("mode " + mode.map(Mode::name).orElse("AUTOMATIC") + ": " + why);
    }

    @Override
    public Outcome orderModel(ModelOrder order, String why) {
        return noted(order.inWords() + ": " + why);
    }

    @Override
    public Optional<WhichModel> which(long eventId) {
        return Optional.of(StagedRegistry.which(eventId)).filter(known -> eventId < 1_000_000);
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
    public Outcome startScenario(String id) {
        return noted("scenario " + id);
    }

    @Override
    public Outcome endRun() {
        return noted("end");
    }

    private Outcome noted(String order) {
        if (refuses) {
            return new Outcome.Refused("The run is over.");
        }
        orders.add(order);
        return new Outcome.Accepted();
    }
}
