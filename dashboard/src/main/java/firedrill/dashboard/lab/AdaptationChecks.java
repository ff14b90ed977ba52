package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
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
 * learn turn from emptying accounts to talking people into paying within hours; those who cannot, go on.
 */
final class AdaptationChecks {

    private static final Duration RULE_COMES = Duration.ofHours(24);
    private static final Duration LEARNED_BY = Duration.ofHours(36);
    private static final Duration LENGTH = Duration.ofHours(60);
    /** Each run lasts ten times as long as the others', so fewer seeds see as much. */
    private static final int EVERY = 3;
    /** Fewer worlds hold too few thefts for a ratio of two shares to stay near its value. */
    private static final int ENOUGH = 6;

    /** Whoever has the login of an account can choose how much to take. */
    private static final Set<String> WITH_A_STOLEN_LOGIN = Set.of("account-takeover", "sim-swap");

    private final Lab lab;
    private final Scenario quiet;

    AdaptationChecks(Lab lab, Scenario quiet) {
        this.lab = lab;
        this.quiet = quiet;
    }

    List<Check> of(List<Long> seeds) {
        var some = seeds.subList(0, Math.min(seeds.size(), Math.max(ENOUGH, seeds.size() / EVERY)));
        var still = lab.at(lab.settings().withAttacks(lab.settings().attacks().frozen()));
        var rule = new Operator.RefuseDrains(lab.settings().startMillis() + RULE_COMES.toMillis());
        var learning = watch(lab, rule, some);
        var frozen = watch(still, rule, some);
        var free = watch(still, Operator.Standing.ALLOW_ALL, some);
        return List.of(
                Check.atMost(
                        "7a",
                        "share of thefts that empty the account, half a day after the rule, of that with thieves who cannot learn",
                        emptied(learning) / emptied(frozen),
                        0.85),
                Check.between(
                        "7b",
                        "the same share with thieves who cannot learn, of that without the rule",
                        emptied(frozen) / emptied(free),
                        0.9,
                        1.1),
                Check.atLeast(
                        "7c",
                        "people talked into paying, then, of those with thieves who cannot learn",
                        sum(learning, t -> t.scams) / sum(frozen, t -> t.scams),
                        1.1),
                Check.atLeast(
                        "7d",
                        "thefts that get away then, of those with thieves who cannot learn",
                        sum(learning, t -> t.gotAway) / sum(frozen, t -> t.gotAway),
                        0.5));
    }

    private List<Thefts> watch(Lab at, Operator operator, List<Long> seeds) {
        long learned = at.settings().startMillis() + LEARNED_BY.toMillis();
        return seeds.parallelStream()
                .map(seed -> {
                    var thefts = new Thefts(learned);
                    at.run(quiet, operator, seed, LENGTH, thefts);
                    return thefts;
                })
                .toList();
    }

    /** A share, because the rule drives honest users away as well, and with them those who could be robbed. */
    private static double emptied(List<Thefts> all) {
        return sum(all, t -> t.drains) / sum(all, t -> t.thefts);
    }

    private static double sum(List<Thefts> all, ToDoubleFunction<Thefts> figure) {
        return all.stream().mapToDouble(figure).sum();
    }

    /** From a time on, first attempts on an account, since what a thief tries after a refusal is no plan; and what got away. */
    private static final class Thefts implements Witness {

        private final long sinceMillis;
        private final Set<Long> stolen = new HashSet<>();
        private final Set<Long> tricks = new HashSet<>();
        private final Set<Long> victims = new HashSet<>();
        private long thefts;
        private long drains;
        private long scams;
        private long gotAway;

        Thefts(long sinceMillis) {
            this.sinceMillis = sinceMillis;
        }

        @Override
        public void truth(Truth truth) {
            if (truth.typology().equals("social-engineering")) {
                tricks.add(truth.eventId());
            } else if (WITH_A_STOLEN_LOGIN.contains(truth.typology())) {
                stolen.add(truth.eventId());
            }
        }

        @Override
        public void event(ExchangeEvent event, @Nullable Decision decision) {
            boolean isScam = tricks.contains(event.id());
            if (!(event instanceof Withdrawal withdrawal)
                    || !(isScam || stolen.contains(event.id()))
                    || !victims.add(event.userId())
                    || event.timeMillis() < sinceMillis) {
                return;
            }
            boolean isDrain = withdrawal.amountCents() >= Operator.RefuseDrains.SHARE * withdrawal.balanceCents();
            scams += isScam ? 1 : 0;
            thefts += isScam ? 0 : 1;
            drains += !isScam && isDrain ? 1 : 0;
        }

        @Override
        public void outcome(Outcome outcome) {
            if (outcome instanceof Settlement settlement
                    && settlement.disposition() == Disposition.RELEASED
                    && settlement.timeMillis() >= sinceMillis
                    && (tricks.contains(settlement.eventId()) || stolen.contains(settlement.eventId()))) {
                gotAway++;
            }
        }
    }
}
