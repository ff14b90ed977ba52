package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.StepUpResult;
import firedrill.ingest.event.OutcomeFunctions;
import firedrill.ingest.event.Truth;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.decision.Decision;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Check 5: a market crash looks like a crash and not like an attack. */
final class MarketCrashChecks {

    private static final double LOW_THRESHOLD = 0.1;
    private static final double HIGH_THRESHOLD = 0.7;
    /** Multiplier of the attack rate when an attack is added. */
    private static final double ATTACK_RATE_FACTOR = 60;

    /** Fraud probability from which on a withdrawal counts as flagged. */
    private static final double SUSPICION_THRESHOLD = 0.05;

    private final Lab lab;
    private final Lab marketBlind;
    private final Scenario quiet;
    private final Scenario crash;

    MarketCrashChecks(Lab lab, Lab marketBlind, Scenario quiet, Scenario crash) {
        this.lab = lab;
        this.marketBlind = marketBlind;
        this.quiet = quiet;
        this.crash = crash;
    }

    List<SanityCheck> run(List<Long> seeds) {
        return Stream.concat(
                        behaviour(count(lab, quiet, seeds), count(lab, crash, seeds)).stream(),
                        decisions(seeds).stream())
                .toList();
    }

    private static List<SanityCheck> behaviour(List<CrashWindow> calm, List<CrashWindow> storm) {
        return List.of(
                SanityCheck.between(
                        "5a",
                        "withdrawals during the crash relative to a calm market",
                        sum(storm, hour -> hour.withdrawals) / sum(calm, hour -> hour.withdrawals),
                        2.5,
                        10),
                SanityCheck.atLeast(
                        "5b",
                        "deposits during the crash relative to a calm market",
                        sum(storm, hour -> hour.deposits) / sum(calm, hour -> hour.deposits),
                        1.5),
                SanityCheck.atLeast(
                        "5c",
                        "share of withdrawals during the crash to known addresses",
                        sum(storm, hour -> hour.toKnownAddresses) / sum(storm, hour -> hour.withdrawals),
                        0.6),
                SanityCheck.between(
                        "5d",
                        "step-up pass rate of honest users, crash minus calm",
                        sum(storm, hour -> hour.passed) / sum(storm, hour -> hour.challenged)
                                - sum(calm, hour -> hour.passed) / sum(calm, hour -> hour.challenged),
                        -0.05,
                        0.05),
                SanityCheck.atLeast(
                        "5e",
                        "complaints during the crash relative to a calm market",
                        sum(storm, hour -> hour.complaints) / Math.max(1, sum(calm, hour -> hour.complaints)),
                        1.5));
    }

    private List<SanityCheck> decisions(List<Long> seeds) {
        var attacked = lab.withSettings(
                lab.settings().withFraud(lab.settings().fraud().withRateMultiplier(ATTACK_RATE_FACTOR)));
        return List.of(
                SanityCheck.atMost(
                        "5f",
                        "net cost of a high threshold in a crash relative to a low one",
                        costRatio(lab, seeds),
                        1),
                SanityCheck.atLeast("5g", "the same under a multiple of the attacks", costRatio(attacked, seeds), 1),
                SanityCheck.atLeast(
                        "5h",
                        "share of honest withdrawals flagged by the market-blind model, crash relative to calm",
                        suspected(count(marketBlind, crash, seeds)) / suspected(count(marketBlind, quiet, seeds)),
                        1.5));
    }

    private static double suspected(List<CrashWindow> hours) {
        return sum(hours, hour -> hour.suspected) / sum(hours, hour -> hour.honest);
    }

    private List<CrashWindow> count(Lab at, Scenario scenario, List<Long> seeds) {
        return seeds.parallelStream().map(seed -> count(at, scenario, seed)).toList();
    }

    private double costRatio(Lab at, List<Long> seeds) {
        return cost(at, HIGH_THRESHOLD, seeds) / cost(at, LOW_THRESHOLD, seeds);
    }

    private double cost(Lab at, double threshold, List<Long> seeds) {
        return at
                .withAftermath(Lab.SETTLING_TIME)
                .runAll(crash, new Operator.ThresholdOperator(threshold), seeds, crash.length())
                .stream()
                .mapToDouble(arm -> arm.bill().costs().netCostUsd())
                .sum();
    }

    private CrashWindow count(Lab at, Scenario scenario, long seed) {
        var incident = crash.timeline().get(0);
        long from = lab.settings().startMillis() + incident.start().toMillis();
        var hour = new CrashWindow(from, from + Duration.ofMinutes(90).toMillis());
        at.run(scenario, Operator.Baseline.DO_NOTHING, seed, incident.start().plus(Duration.ofHours(2)), hour);
        return hour;
    }

    private static double sum(List<CrashWindow> hours, ToDoubleFunction<CrashWindow> figure) {
        return hours.stream().mapToDouble(figure).sum();
    }

    /** Counts between two times. */
    private static final class CrashWindow implements RunObserver {

        private record UserAddress(long userId, long addressId) {}

        private final long fromMillis;
        private final long untilMillis;
        private final Set<UserAddress> used = new HashSet<>();
        private final Set<Long> frauds = new HashSet<>();
        private long withdrawals;
        private long toKnownAddresses;
        private long deposits;
        private long challenged;
        private long passed;
        private long complaints;
        private long honest;
        private long suspected;

        CrashWindow(long fromMillis, long untilMillis) {
            this.fromMillis = fromMillis;
            this.untilMillis = untilMillis;
        }

        @Override
        public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
            boolean isIn = isIn(event.timeMillis());
            Runnable count = event.match(
                    login -> () -> {},
                    credentialChange -> () -> {},
                    deposit -> () -> deposits += isIn ? 1 : 0,
                    order -> () -> {},
                    withdrawal -> () -> addWithdrawal(withdrawal, isIn, decision));
            count.run();
        }

        private void addWithdrawal(Withdrawal withdrawal, boolean isIn, @Nullable Decision decision) {
            boolean isKnownAddress = !used.add(new UserAddress(withdrawal.userId(), withdrawal.addressId()));
            withdrawals += isIn ? 1 : 0;
            toKnownAddresses += isIn && isKnownAddress ? 1 : 0;
            addScore(isIn && !frauds.contains(withdrawal.id()), decision);
        }

        private void addScore(boolean isHonest, @Nullable Decision decision) {
            if (isHonest && decision != null) {
                honest++;
                suspected += decision.probability() >= SUSPICION_THRESHOLD ? 1 : 0;
            }
        }

        @Override
        public void onTruth(Truth truth) {
            frauds.add(truth.eventId());
        }

        @Override
        public void onOutcome(Outcome outcome) {
            if (!isIn(outcome.timeMillis())) {
                return;
            }
            Runnable count = outcome.match(new OutcomeFunctions<>(
                    settlement -> () -> {},
                    result -> () -> addStepUp(result),
                    complaint -> () -> complaints++,
                    fraudReport -> () -> {},
                    churn -> () -> {},
                    missedDeadline -> () -> {},
                    reviewVerdict -> () -> {},
                    depositReturn -> () -> {}));
            count.run();
        }

        private void addStepUp(StepUpResult result) {
            if (!frauds.contains(result.eventId())) {
                challenged++;
                passed += result.isPassed() ? 1 : 0;
            }
        }

        private boolean isIn(long timeMillis) {
            return timeMillis >= fromMillis && timeMillis < untilMillis;
        }
    }
}
