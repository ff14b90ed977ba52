package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Arm;
import firedrill.dashboard.lab.Comparison;
import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.evaluation.leakage.LeakageReport;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Check 3: the model is as good as published ones, and not better. */
final class ModelQualityChecks {

    /**
     * The checks on runs under do-nothing.
     *
     * @param reviewCapacity accounts that the analysts investigate in a run
     */
    static List<SanityCheck> evaluate(List<Arm> arms, List<AlertRanking> alerts, long reviewCapacity) {
        double averagePrecision = arms.stream()
                .map(arm -> arm.bill().quality().averagePrecision())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        Map<String, Double> recalls = Comparison.recallByTypology(arms);
        double spread = recalls.isEmpty() ? 0 : Collections.max(recalls.values()) - Collections.min(recalls.values());
        double ofCeiling = alerts.stream()
                .mapToDouble(ranking -> ranking.cardPrecisionOfCeiling(reviewCapacity))
                .average()
                .orElse(0);
        return List.of(
                SanityCheck.between("3a", "average precision over withdrawals", averagePrecision, 0.3, 0.7),
                // The bounds exclude chance and perfection only; docs/world.md, known gaps.
                SanityCheck.between("3b", "card precision at capacity, share of the attainable", ofCeiling, 0.05, 0.95),
                SanityCheck.atLeast("3c", "recall spread between typologies", spread, 0.2));
    }

    /** Permutation control: nothing can be learned from shuffled labels. */
    static List<SanityCheck> evaluateShuffledLabels(LeakageReport.PermutationControl control) {
        return List.of(
                SanityCheck.between(
                        "3d",
                        "area under the curve of a tree fitted to shuffled labels",
                        control.depth2Auc(),
                        0.45,
                        0.55),
                SanityCheck.between(
                        "3e",
                        "average precision of that tree relative to the base rate",
                        control.averagePrecision() / control.baseRate(),
                        0.5,
                        2));
    }

    /** Accounts by their highest withdrawal score, and the victims among them. */
    static final class AlertRanking implements RunObserver {

        private final Map<Long, Double> maxScoreByUser = new HashMap<>();
        private final Set<Long> thefts = new HashSet<>();
        private final Set<Long> victims = new HashSet<>();

        @Override
        public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
            if (decision != null && event.isWithdrawal()) {
                maxScoreByUser.merge(event.userId(), decision.probability(), Math::max);
                if (thefts.contains(event.id())) {
                    victims.add(event.userId());
                }
            }
        }

        @Override
        public void onTruth(Truth truth) {
            if (truth.atRiskCents() > 0) {
                thefts.add(truth.eventId());
            }
        }

        /** Card precision at capacity over its ceiling, in [0, 1]. */
        double cardPrecisionOfCeiling(long capacity) {
            long found = maxScoreByUser.entrySet().stream()
                    .sorted(Map.Entry.<Long, Double>comparingByValue().reversed())
                    .limit(capacity)
                    .filter(entry -> victims.contains(entry.getKey()))
                    .count();
            return (double) found / Math.max(1, Math.min(capacity, victims.size()));
        }
    }

    private ModelQualityChecks() {}
}
