package firedrill.scoring.evaluation.leakage;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.evaluation.HashSampler;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.rule.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Collects the examples of one run for the audit: all frauds, and a sample of the honest orders and withdrawals. */
public final class LeakageSample {

    private static final int ORDER_SAMPLING_INTERVAL = 20;
    private static final int WITHDRAWAL_SAMPLING_INTERVAL = 4;
    /** Size of the window in which an event and its truth may come in either order. */
    private static final int MATCHING_WINDOW = 1_000;

    private final FeatureFold fold = new FeatureFold();
    private final RuleSet rules;
    private final Map<Long, LeakageExample> examples = new LinkedHashMap<>();
    /** Truths whose event may still come. */
    private final Map<Long, String> pendingTruths = new RecentEntries<>();
    /** Events whose truth may still come. */
    private final Map<Long, LeakageExample> recentExamples = new RecentEntries<>();

    /** Keeps the last {@value #MATCHING_WINDOW} entries. */
    private static final class RecentEntries<V> extends LinkedHashMap<Long, V> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
            return size() > MATCHING_WINDOW;
        }
    }

    /** An empty sample; {@code rules} are evaluated on each event. */
    public LeakageSample(RuleSet rules) {
        this.rules = rules;
    }

    /** Observes an event. Every event updates the features; only requests for a decision become examples. */
    public void observeEvent(ExchangeEvent event) {
        double[] features = fold.observe(event);
        Optional<String> typology = Optional.ofNullable(pendingTruths.remove(event.id()));
        if (!event.requiresDecision()) {
            return;
        }
        boolean order = event.isOrder();
        LeakageExample example =
                new LeakageExample(order, FeatureVector.of(features), typology, rules.matchMask(features));
        recentExamples.put(event.id(), example);
        if (example.typology().isPresent() || HashSampler.isKept(event.id(), honestWeight(order))) {
            examples.put(event.id(), example);
        }
    }

    /** Observes an outcome, which updates the features of later events. */
    public void observeOutcome(Outcome outcome) {
        fold.applyOutcome(outcome);
    }

    /** Observes the truth about an event, at most {@value #MATCHING_WINDOW} events before or after it. */
    public void observeTruth(Truth truth) {
        LeakageExample example = recentExamples.get(truth.eventId());
        if (example == null) {
            pendingTruths.put(truth.eventId(), truth.typology());
        } else {
            examples.put(truth.eventId(), example.withTypology(truth.typology()));
        }
    }

    /** Number of honest events that each example represents. */
    static int honestWeight(boolean order) {
        return order ? ORDER_SAMPLING_INTERVAL : WITHDRAWAL_SAMPLING_INTERVAL;
    }

    public List<LeakageExample> examples() {
        return List.copyOf(examples.values());
    }

    /** The report on {@code runs}; every other run is held out, beginning with the second. */
    public static LeakageReport report(List<List<LeakageExample>> runs, RuleSet rules, long seed) {
        List<LeakageExample> fit = every(runs, 0);
        List<LeakageExample> heldOut = every(runs, 1);
        List<LeakageExample> all = new ArrayList<>(fit);
        all.addAll(heldOut);
        return new LeakageReport(
                runs.size(),
                LeakageAudit.auditTypologies(fit, heldOut),
                LeakageAudit.permutationControl(fit, heldOut, seed),
                RuleMetrics.of(rules.rules(), all));
    }

    private static List<LeakageExample> every(List<List<LeakageExample>> runs, int remainder) {
        return IntStream.range(0, runs.size())
                .filter(run -> run % 2 == remainder)
                .boxed()
                .flatMap(run -> runs.get(run).stream())
                .toList();
    }
}
