package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Truth;
import firedrill.ingest.incident.Scenario;
import firedrill.scoring.decision.Decision;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The seventh question: do thieves learn? A rule that refuses to empty an account comes into force after a day; those who
 * learn give up emptying accounts within hours, and take less at a time instead; those who cannot, go on.
 */
final class AdaptationChecks {

    private static final Duration RULE_COMES = Duration.ofHours(24);
    private static final Duration LEARNED_BY = Duration.ofHours(36);
    private static final Duration LENGTH = Duration.ofHours(60);
    /** Each run lasts ten times as long as the others', so fewer seeds see as much. */
    private static final int EVERY = 3;

    /** Whoever has the login of an account can choose how much to take. */
    private static final Set<String> WITH_A_STOLEN_LOGIN = Set.of("account-takeover", "sim-swap");

    private final Lab lab;
    private final Scenario quiet;

    AdaptationChecks(Lab lab, Scenario quiet) {
        this.lab = lab;
        this.quiet = quiet;
    }

    List<Check> of(List<Long> seeds) {
        var some = seeds.subList(0, Math.max(1, seeds.size() / EVERY));
        var learning = watch(lab, some);
        var frozen =
                watch(lab.at(lab.settings().withAttacks(lab.settings().attacks().frozen())), some);
        return List.of(
                Check.atMost("7a", "emptied accounts among thefts, after the rule, of before", shift(learning), 0.75),
                Check.between("7b", "the same with thieves who cannot learn", shift(frozen), 0.8, 1.25),
                Check.atLeast(
                        "7c",
                        "people talked into paying, half a day after the rule, of those with thieves who cannot learn",
                        sum(learning, t -> t.scamsAfter) / sum(frozen, t -> t.scamsAfter),
                        1.1));
    }

    private List<Thefts> watch(Lab at, List<Long> seeds) {
        long start = at.settings().startMillis();
        return seeds.parallelStream()
                .map(seed -> {
                    var thefts = new Thefts(start + RULE_COMES.toMillis(), start + LEARNED_BY.toMillis());
                    at.run(quiet, new Operator.RefuseDrains(start + RULE_COMES.toMillis()), seed, LENGTH, thefts);
                    return thefts;
                })
                .toList();
    }

    private static double shift(List<Thefts> all) {
        double before = sum(all, t -> t.drainsBefore);
        double after = sum(all, t -> t.drainsAfter);
        return after / (after + sum(all, t -> t.modestAfter)) / (before / (before + sum(all, t -> t.modestBefore)));
    }

    private static double sum(List<Thefts> all, ToDoubleFunction<Thefts> figure) {
        return all.stream().mapToDouble(figure).sum();
    }

    /**
     * Thefts before a rule and after it was learned, by whether they set out to empty the account. Only the first attempt
     * on each account counts: what a thief tries after a refusal is no plan.
     */
    private static final class Thefts implements Witness {

        private final long ruleMillis;
        private final long learnedMillis;
        private final Set<Long> thefts = new HashSet<>();
        private final Set<Long> scams = new HashSet<>();
        private final Set<Long> victims = new HashSet<>();
        private long drainsBefore;
        private long modestBefore;
        private long drainsAfter;
        private long modestAfter;
        private long scamsAfter;

        Thefts(long ruleMillis, long learnedMillis) {
            this.ruleMillis = ruleMillis;
            this.learnedMillis = learnedMillis;
        }

        @Override
        public void truth(Truth truth) {
            if (truth.typology().equals("social-engineering")) {
                scams.add(truth.eventId());
            } else if (WITH_A_STOLEN_LOGIN.contains(truth.typology())) {
                thefts.add(truth.eventId());
            }
        }

        @Override
        public void event(ExchangeEvent event, @Nullable Decision decision) {
            boolean isScam = scams.contains(event.id());
            if (!(event instanceof Withdrawal withdrawal)
                    || !(isScam || thefts.contains(event.id()))
                    || !victims.add(event.userId())) {
                return;
            }
            if (isScam) {
                scamsAfter += event.timeMillis() >= learnedMillis ? 1 : 0;
                return;
            }
            boolean isDrain = withdrawal.amountCents() >= Operator.RefuseDrains.SHARE * withdrawal.balanceCents();
            if (event.timeMillis() < ruleMillis) {
                drainsBefore += isDrain ? 1 : 0;
                modestBefore += isDrain ? 0 : 1;
            } else if (event.timeMillis() >= learnedMillis) {
                drainsAfter += isDrain ? 1 : 0;
                modestAfter += isDrain ? 0 : 1;
            }
        }
    }
}
