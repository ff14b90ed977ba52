package firedrill.scoring.evaluation.leakage;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.evaluation.HashSampler;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.rule.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Collects what the audit needs of one run: all frauds, and one in so many of the honest orders and withdrawals. */
public final class LeakageSample {

    private static final int ORDER_SAMPLING_INTERVAL = 20;
    private static final int WITHDRAWAL_SAMPLING_INTERVAL = 4;
    private static final int MAX_RECENT = 1_000;

    private final FeatureFold fold = new FeatureFold();
    private final RuleSet rules;
    private final Map<Long, LeakageExample> examples = new LinkedHashMap<>();
    private final Map<Long, String> pendingTruths = new HashMap<>();
    /** The last few, whose truth may still come. */
    private final Map<Long, LeakageExample> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, LeakageExample> eldest) {
            return size() > MAX_RECENT;
        }
    };

    /** Nothing yet; {@code rules} are asked about each event. */
    public LeakageSample(RuleSet rules) {
        this.rules = rules;
    }

    /** Hears an event; history teaches the features, but only what awaits an answer becomes an example. */
    public void observeEvent(ExchangeEvent event) {
        double[] features = fold.observe(event);
        if (!event.requiresDecision()) {
            return;
        }
        boolean order = event instanceof Order;
        LeakageExample example = new LeakageExample(
                order,
                FeatureVector.of(features),
                Optional.ofNullable(pendingTruths.remove(event.id())),
                rules.matchMask(features));
        recent.put(event.id(), example);
        if (example.typology().isPresent() || HashSampler.isKept(event.id(), honestWeight(order))) {
            examples.put(event.id(), example);
        }
    }

    /** Hears what became known; it teaches the features of later events. */
    public void observeOutcome(Outcome outcome) {
        fold.applyOutcome(outcome);
    }

    /** Hears what an event really was, shortly before or after the event. */
    public void observeTruth(Truth truth) {
        LeakageExample example = recent.get(truth.eventId());
        if (example == null) {
            pendingTruths.put(truth.eventId(), truth.typology());
        } else {
            examples.put(truth.eventId(), example.withTypology(truth.typology()));
        }
    }

    /** Each honest example stands for so many. */
    static int honestWeight(boolean order) {
        return order ? ORDER_SAMPLING_INTERVAL : WITHDRAWAL_SAMPLING_INTERVAL;
    }

    public List<LeakageExample> examples() {
        return List.copyOf(examples.values());
    }

    /** The report on runs of which every other one is held out, beginning with the second. */
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
