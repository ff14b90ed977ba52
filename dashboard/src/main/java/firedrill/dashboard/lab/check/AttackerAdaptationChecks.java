package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.OutcomeKinds;
import firedrill.ingest.event.Truth;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.decision.Decision;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Check 7: attackers adapt to a new rule. A rule against account drains starts after a day; adaptive rings shift from drains
 * to social engineering within hours, static rings do not.
 */
final class AttackerAdaptationChecks {

    private static final Duration RULE_START = Duration.ofHours(24);
    private static final Duration MEASURED_FROM = Duration.ofHours(36);
    private static final Duration LENGTH = Duration.ofHours(60);
    /** Each run lasts ten times as long as those of other checks, so fewer seeds suffice. */
    private static final int SEED_DIVISOR = 3;
    /** Fewer seeds hold too few thefts for a stable ratio of two shares. */
    private static final int MIN_SEEDS = 6;

    /** Typologies in which the attacker chooses the amount. */
    private static final Set<String> CREDENTIAL_TYPOLOGIES = Set.of("account-takeover", "sim-swap");

    private final Lab lab;
    private final Scenario quiet;

    AttackerAdaptationChecks(Lab lab, Scenario quiet) {
        this.lab = lab;
        this.quiet = quiet;
    }

    List<SanityCheck> run(List<Long> seeds) {
        var some = seeds.subList(0, Math.min(seeds.size(), Math.max(MIN_SEEDS, seeds.size() / SEED_DIVISOR)));
        var still =
                lab.withSettings(lab.settings().withFraud(lab.settings().fraud().withoutAdaptation()));
        var rule = new Operator.DrainRule(lab.settings().startMillis() + RULE_START.toMillis());
        var learning = observe(lab, rule, some);
        var frozen = observe(still, rule, some);
        var free = observe(still, Operator.Baseline.ALLOW_ALL, some);
        return List.of(
                SanityCheck.atMost(
                        "7a",
                        "drain share 12 h after the rule, relative to non-adaptive attackers",
                        drainShare(learning) / drainShare(frozen),
                        0.85),
                SanityCheck.between(
                        "7b",
                        "drain share of non-adaptive attackers under the rule, relative to no rule",
                        drainShare(frozen) / drainShare(free),
                        0.9,
                        1.1),
                SanityCheck.atLeast(
                        "7c",
                        "social-engineering attempts 12 h after the rule, relative to non-adaptive attackers",
                        sum(learning, t -> t.scams) / sum(frozen, t -> t.scams),
                        1.1),
                SanityCheck.atLeast(
                        "7d",
                        "successful thefts 12 h after the rule, relative to non-adaptive attackers",
                        sum(learning, t -> t.succeeded) / sum(frozen, t -> t.succeeded),
                        0.5));
    }

    private List<TheftCounts> observe(Lab at, Operator operator, List<Long> seeds) {
        long learned = at.settings().startMillis() + MEASURED_FROM.toMillis();
        return seeds.parallelStream()
                .map(seed -> {
                    var thefts = new TheftCounts(learned);
                    at.run(quiet, operator, seed, LENGTH, thefts);
                    return thefts;
                })
                .toList();
    }

    /** A share, because the rule also causes churn among potential victims. */
    private static double drainShare(List<TheftCounts> all) {
        return sum(all, t -> t.drains) / sum(all, t -> t.thefts);
    }

    private static double sum(List<TheftCounts> all, ToDoubleFunction<TheftCounts> figure) {
        return all.stream().mapToDouble(figure).sum();
    }

    /** First attempts per account from a time on, and successful thefts; retries after a refusal are no plan. */
    private static final class TheftCounts implements RunObserver {

        private final long sinceMillis;
        private final Set<Long> credentialEvents = new HashSet<>();
        private final Set<Long> scamEvents = new HashSet<>();
        private final Set<Long> victims = new HashSet<>();
        private long thefts;
        private long drains;
        private long scams;
        private long succeeded;

        TheftCounts(long sinceMillis) {
            this.sinceMillis = sinceMillis;
        }

        @Override
        public void onTruth(Truth truth) {
            if (truth.typology().equals("social-engineering")) {
                scamEvents.add(truth.eventId());
            } else if (CREDENTIAL_TYPOLOGIES.contains(truth.typology())) {
                credentialEvents.add(truth.eventId());
            }
        }

        @Override
        public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
            event.asWithdrawal()
                    .filter(withdrawal -> isTheft(withdrawal.id()))
                    .filter(withdrawal -> victims.add(withdrawal.userId()))
                    .filter(withdrawal -> withdrawal.timeMillis() >= sinceMillis)
                    .ifPresent(this::addTheft);
        }

        private boolean isTheft(long eventId) {
            return scamEvents.contains(eventId) || credentialEvents.contains(eventId);
        }

        private void addTheft(Withdrawal withdrawal) {
            boolean isScam = scamEvents.contains(withdrawal.id());
            boolean isDrain = withdrawal.amountCents() >= Operator.DrainRule.DRAIN_SHARE * withdrawal.balanceCents();
            scams += isScam ? 1 : 0;
            thefts += isScam ? 0 : 1;
            drains += !isScam && isDrain ? 1 : 0;
        }

        @Override
        public void onOutcome(Outcome outcome) {
            succeeded += OutcomeKinds.settlement(outcome)
                    .filter(settlement -> settlement.disposition() == Disposition.RELEASED)
                    .filter(settlement -> settlement.timeMillis() >= sinceMillis)
                    .filter(settlement -> isTheft(settlement.eventId()))
                    .map(settlement -> 1)
                    .orElse(0);
        }
    }
}
