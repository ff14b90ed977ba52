package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Truth;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.decision.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Check 3, calibration: expected frauds (sum of probabilities) per realised fraud, by phase of the market and by amount.
 * Everything is allowed meanwhile, so that no decision changes what follows.
 */
final class CalibrationChecks {

    /** Holds a fall and the hours after it. */
    private static final Duration LENGTH = Duration.ofHours(12);

    private static final double MIN_RATIO = 0.6;
    private static final double MAX_RATIO = 1.6;
    private static final long[] BAND_CENTS = {100_000, 1_000_000};
    private static final String[] BANDS = {"below $1,000", "$1,000 to $10,000", "above $10,000"};

    private final Lab lab;
    private final List<Scenario> scenarios;

    CalibrationChecks(Lab lab, Scenario... scenarios) {
        this.lab = lab;
        this.scenarios = List.of(scenarios);
    }

    List<SanityCheck> run(List<Long> seeds) {
        var counters = scenarios.stream()
                .flatMap(scenario -> seeds.parallelStream().map(seed -> count(scenario, seed)))
                .toList();
        var checks = new ArrayList<SanityCheck>();
        for (MarketPhase phase : MarketPhase.values()) {
            checks.add(check(
                    id('f', phase.ordinal()),
                    "expected frauds per realised fraud, market " + phase.name().toLowerCase(Locale.ROOT),
                    counters.stream()
                            .map(counter -> counter.byPhase[phase.ordinal()])
                            .toList()));
        }
        for (int band = 0; band < BANDS.length; band++) {
            int number = band;
            checks.add(check(
                    id('i', band),
                    "expected frauds per realised fraud, withdrawals " + BANDS[band],
                    counters.stream().map(counter -> counter.byBand[number]).toList()));
        }
        return checks;
    }

    private static String id(char first, int number) {
        return "3" + (char) (first + number);
    }

    private FraudCounter count(Scenario scenario, long seed) {
        var counter = new FraudCounter(lab.startMillis());
        lab.run(scenario, Operator.Baseline.ALLOW_ALL, seed, LENGTH, counter);
        return counter;
    }

    private static SanityCheck check(String id, String name, List<FraudSums> sums) {
        double expected = sums.stream().mapToDouble(each -> each.expected).sum();
        double realised = sums.stream().mapToDouble(each -> each.realised).sum();
        return SanityCheck.between(
                id, "%s (%.0f realised)".formatted(name, realised), expected / realised, MIN_RATIO, MAX_RATIO);
    }

    /** Expected and realised frauds of one group of withdrawals. */
    private static final class FraudSums {

        private double expected;
        private double realised;

        void add(double probability, boolean isFraud) {
            expected += probability;
            realised += isFraud ? 1 : 0;
        }
    }

    private static final class FraudCounter implements RunObserver {

        private final long startMillis;
        private final MarketPhaseTracker phases = new MarketPhaseTracker();
        private final Set<Long> frauds = new HashSet<>();
        private final FraudSums[] byPhase = sums(MarketPhase.values().length);
        private final FraudSums[] byBand = sums(BANDS.length);

        FraudCounter(long startMillis) {
            this.startMillis = startMillis;
        }

        private static FraudSums[] sums(int count) {
            var sums = new FraudSums[count];
            for (int i = 0; i < count; i++) {
                sums[i] = new FraudSums();
            }
            return sums;
        }

        @Override
        public void onTruth(Truth truth) {
            if (truth.atRiskCents() > 0) {
                frauds.add(truth.eventId());
            }
        }

        @Override
        public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
            if (event.timeMillis() < startMillis) {
                return;
            }
            MarketPhase phase = phases.observe(event.market(), event.timeMillis());
            if (decision != null) {
                event.asWithdrawal().ifPresent(withdrawal -> add(withdrawal, decision.probability(), phase));
            }
        }

        private void add(Withdrawal withdrawal, double probability, MarketPhase phase) {
            boolean isFraud = frauds.contains(withdrawal.id());
            byPhase[phase.ordinal()].add(probability, isFraud);
            byBand[band(withdrawal.amountCents())].add(probability, isFraud);
        }

        private static int band(long amountCents) {
            int band = 0;
            while (band < BAND_CENTS.length && amountCents >= BAND_CENTS[band]) {
                band++;
            }
            return band;
        }
    }
}
