package firedrill.dashboard.lab.check;

import firedrill.ingest.event.OutcomeKinds;
import firedrill.ingest.event.EventKinds;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
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
 * The seventh question: do thieves learn? A rule that refuses to empty an account comes into force after a day; those who
 * learn turn from emptying accounts to talking people into paying within hours; those who cannot, go on.
 */
final class AttackerAdaptationChecks {

    private static final Duration RULE_START = Duration.ofHours(24);
    private static final Duration MEASURED_FROM = Duration.ofHours(36);
    private static final Duration LENGTH = Duration.ofHours(60);
    /** Each run lasts ten times as long as the others', so fewer seeds see as much. */
    private static final int SEED_DIVISOR = 3;
    /** Fewer worlds hold too few thefts for a ratio of two shares to stay near its value. */
    private static final int MIN_SEEDS = 6;

    /** Whoever has the login of an account can choose how much to take. */
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
                        "share of thefts that empty the account, half a day after the rule, of that with thieves who cannot learn",
                        drainShare(learning) / drainShare(frozen),
                        0.85),
                SanityCheck.between(
                        "7b",
                        "the same share with thieves who cannot learn, of that without the rule",
                        drainShare(frozen) / drainShare(free),
                        0.9,
                        1.1),
                SanityCheck.atLeast(
                        "7c",
                        "people talked into paying, then, of those with thieves who cannot learn",
                        sum(learning, t -> t.scams) / sum(frozen, t -> t.scams),
                        1.1),
                SanityCheck.atLeast(
                        "7d",
                        "thefts that get away then, of those with thieves who cannot learn",
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

    /** A share, because the rule drives honest users away as well, and with them those who could be robbed. */
    private static double drainShare(List<TheftCounts> all) {
        return sum(all, t -> t.drains) / sum(all, t -> t.thefts);
    }

    private static double sum(List<TheftCounts> all, ToDoubleFunction<TheftCounts> figure) {
        return all.stream().mapToDouble(figure).sum();
    }

    /** From a time on, first attempts on an account, since what a thief tries after a refusal is no plan; and what got away. */
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
            EventKinds.withdrawal(event)
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
