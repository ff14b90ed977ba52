package firedrill.dashboard.lab;

import firedrill.ingest.incident.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The sanity checks that an expert would run before believing what the simulator teaches, on any seeds. The bounds are our
 * reading of what an expert would believe; where one does not hold on some seeds, the check says so.
 */
public final class SanityChecks {

    /** Long enough for a shift, short enough for twenty seeds. */
    private static final Duration LENGTH = Duration.ofHours(6);

    private final Lab lab;
    private final Lab unprepared;
    private final Audit audit;
    private final Scenario quiet;
    private final Scenario crash;
    private final Consumer<String> progress;

    /**
     * Checks of {@code lab}, and by {@code audit} of the same exchange.
     *
     * @param unprepared the same with a champion that does not see the market
     * @param quiet a scenario in which nothing happens
     * @param crash a scenario in which the price falls and fraud does not grow
     * @param progress is told what is looked at next
     */
    public SanityChecks(
            Lab lab, Lab unprepared, Audit audit, Scenario quiet, Scenario crash, Consumer<String> progress) {
        this.lab = lab;
        this.unprepared = unprepared;
        this.audit = audit;
        this.quiet = quiet;
        this.crash = crash;
        this.progress = progress;
    }

    /**
     * All checks, by id.
     *
     * @param seeds at least 2: labels that were dealt anew are fitted on some, and held against others
     */
    public List<Check> run(List<Long> seeds) {
        progress.accept("1 to 4: cost, calm, skill, arithmetic");
        var watched = seeds.parallelStream().map(this::watch).toList();
        var arms = watched.stream().map(Watched::arm).toList();
        var curve = lab.thresholds(quiet, seeds, LENGTH, operator -> progress.accept("1: " + operator.label()));
        var checks = new ArrayList<Check>();
        checks.addAll(CostChecks.of(curve));
        checks.addAll(CalmChecks.of(
                arms,
                watched.stream().map(Watched::swings).toList(),
                lab.runAll(quiet, new Operator.Threshold(curve.cheapest()), seeds, LENGTH)));
        checks.addAll(SkillChecks.of(arms, watched.stream().map(Watched::alerts).toList()));
        progress.accept("3: shuffled labels");
        checks.addAll(
                SkillChecks.shuffled(audit.run(quiet, seeds, LENGTH, seed -> {}).control()));
        checks.addAll(
                ArithmeticChecks.of(arms, watched.stream().map(Watched::books).toList(), lab.tariff()));
        progress.accept("5: a crash");
        checks.addAll(new SpikeChecks(lab, unprepared, quiet, crash).of(seeds));
        progress.accept("6: the market");
        checks.addAll(
                MarketChecks.of(seeds, watched.stream().map(Watched::quotes).toList()));
        progress.accept("7: what thieves learn");
        checks.addAll(new AdaptationChecks(lab, quiet).of(seeds));
        progress.accept("9: word of mouth");
        checks.addAll(new WordOfMouthChecks(lab, quiet).of(seeds));
        progress.accept("10: once more");
        checks.addAll(new DeterminismChecks(lab, quiet).of(seeds));
        return List.copyOf(checks);
    }

    private Watched watch(long seed) {
        var books = new ArithmeticChecks.Books();
        var alerts = new SkillChecks.Alerts();
        var quotes = new Quotes();
        var swings = new Swings(lab.startMillis());
        var all = Witnesses.both(swings, Witnesses.both(quotes, Witnesses.both(books, alerts)));
        var arm = lab.run(quiet, Operator.Standing.DO_NOTHING, seed, LENGTH, all);
        return new Watched(arm, books, alerts, quotes, swings);
    }

    private record Watched(
            Arm arm, ArithmeticChecks.Books books, SkillChecks.Alerts alerts, Quotes quotes, Swings swings) {}
}
