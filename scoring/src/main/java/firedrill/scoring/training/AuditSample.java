package firedrill.scoring.training;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
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
public final class AuditSample {

    private static final int ONE_ORDER_IN = 20;
    private static final int ONE_WITHDRAWAL_IN = 4;
    private static final int MOST_RECENT = 1_000;

    private final FeatureFold fold = new FeatureFold();
    private final RuleSet rules;
    private final Map<Long, AuditExample> examples = new LinkedHashMap<>();
    private final Map<Long, String> early = new HashMap<>();
    /** The last few, whose truth may still come. */
    private final Map<Long, AuditExample> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, AuditExample> eldest) {
            return size() > MOST_RECENT;
        }
    };

    /** Nothing yet; {@code rules} are asked about each event. */
    public AuditSample(RuleSet rules) {
        this.rules = rules;
    }

    /** Hears an event; history teaches the features, but only what awaits an answer becomes an example. */
    public void event(ExchangeEvent event) {
        double[] features = fold.observe(event);
        if (!event.awaitsAnswer()) {
            return;
        }
        boolean order = event instanceof Order;
        AuditExample example = new AuditExample(
                order,
                FeatureVector.of(features),
                Optional.ofNullable(early.remove(event.id())),
                rules.matches(features));
        recent.put(event.id(), example);
        if (example.typology().isPresent() || SampledIds.isKept(event.id(), honestOneIn(order))) {
            examples.put(event.id(), example);
        }
    }

    /** Hears what became known; it teaches the features of later events. */
    public void outcome(Outcome outcome) {
        fold.learn(outcome);
    }

    /** Hears what an event really was, shortly before or after the event. */
    public void truth(Truth truth) {
        AuditExample example = recent.get(truth.eventId());
        if (example == null) {
            early.put(truth.eventId(), truth.typology());
        } else {
            examples.put(truth.eventId(), example.really(truth.typology()));
        }
    }

    /** Each honest example stands for so many. */
    static int honestOneIn(boolean order) {
        return order ? ONE_ORDER_IN : ONE_WITHDRAWAL_IN;
    }

    public List<AuditExample> examples() {
        return List.copyOf(examples.values());
    }

    /** The report on runs of which every other one is held out, beginning with the second. */
    public static AuditReport report(List<List<AuditExample>> runs, RuleSet rules, long seed) {
        List<AuditExample> fit = every(runs, 0);
        List<AuditExample> heldOut = every(runs, 1);
        List<AuditExample> all = new ArrayList<>(fit);
        all.addAll(heldOut);
        return new AuditReport(
                runs.size(),
                LeakAudit.typologies(fit, heldOut),
                LeakAudit.control(fit, heldOut, seed),
                RuleFigures.of(rules.rules(), all));
    }

    private static List<AuditExample> every(List<List<AuditExample>> runs, int remainder) {
        return IntStream.range(0, runs.size())
                .filter(run -> run % 2 == remainder)
                .boxed()
                .flatMap(run -> runs.get(run).stream())
                .toList();
    }
}
