package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Arm;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.LeakageAuditRunner;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.RunObservers;
import firedrill.ingest.scenario.Scenario;
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
    private final Lab marketBlind;
    private final LeakageAuditRunner audit;
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
            Lab lab,
            Lab unprepared,
            LeakageAuditRunner audit,
            Scenario quiet,
            Scenario crash,
            Consumer<String> progress) {
        this.lab = lab;
        this.marketBlind = unprepared;
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
    public List<SanityCheck> run(List<Long> seeds) {
        progress.accept("1 to 4: cost, calm, skill, arithmetic");
        var watched = seeds.parallelStream().map(this::observe).toList();
        var arms = watched.stream().map(ObservedRun::arm).toList();
        var curve = lab.thresholdCurve(quiet, seeds, LENGTH, operator -> progress.accept("1: " + operator.label()));
        var checks = new ArrayList<SanityCheck>();
        checks.addAll(CostChecks.evaluate(curve));
        checks.addAll(FalseAlarmChecks.evaluate(
                arms,
                watched.stream().map(ObservedRun::swings).toList(),
                lab.runAll(quiet, new Operator.ThresholdOperator(curve.optimalThreshold()), seeds, LENGTH)));
        checks.addAll(ModelQualityChecks.evaluate(
                arms, watched.stream().map(ObservedRun::alerts).toList()));
        progress.accept("3: shuffled labels");
        checks.addAll(ModelQualityChecks.evaluateShuffledLabels(
                audit.run(quiet, seeds, LENGTH, seed -> {}).control()));
        checks.addAll(ReconciliationChecks.evaluate(
                arms, watched.stream().map(ObservedRun::books).toList(), lab.tariff()));
        progress.accept("5: a crash");
        checks.addAll(new MarketCrashChecks(lab, marketBlind, quiet, crash).run(seeds));
        progress.accept("6: the market");
        checks.addAll(MarketChecks.evaluate(
                seeds, watched.stream().map(ObservedRun::quotes).toList()));
        progress.accept("7: what thieves learn");
        checks.addAll(new AttackerAdaptationChecks(lab, quiet).run(seeds));
        progress.accept("9: word of mouth");
        checks.addAll(new WordOfMouthChecks(lab, quiet).run(seeds));
        progress.accept("10: once more");
        checks.addAll(new DeterminismChecks(lab, quiet).run(seeds));
        return List.copyOf(checks);
    }

    private ObservedRun observe(long seed) {
        var books = new ReconciliationChecks.ReconciliationLedger();
        var alerts = new ModelQualityChecks.AlertRanking();
        var quotes = new CrossedBookCounter();
        var swings = new VolatilityEpisodes(lab.startMillis());
        var all = RunObservers.combine(swings, RunObservers.combine(quotes, RunObservers.combine(books, alerts)));
        var arm = lab.run(quiet, Operator.Baseline.DO_NOTHING, seed, LENGTH, all);
        return new ObservedRun(arm, books, alerts, quotes, swings);
    }

    private record ObservedRun(
            Arm arm,
            ReconciliationChecks.ReconciliationLedger books,
            ModelQualityChecks.AlertRanking alerts,
            CrossedBookCounter quotes,
            VolatilityEpisodes swings) {}
}
