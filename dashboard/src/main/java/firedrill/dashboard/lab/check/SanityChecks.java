package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Arm;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.LeakageAuditRunner;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.RunObservers;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.engine.ScoringParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The sanity checks of the simulator on any seeds; bounds and known gaps are documented in {@code docs/world.md}. */
public final class SanityChecks {

    /** One shift of analysts. */
    private static final Duration LENGTH = Duration.ofHours(6);

    private final Lab lab;
    /** The same lab; its bills are complete. */
    private final Lab settled;

    private final Lab marketBlind;
    private final LeakageAuditRunner audit;
    private final Scenario quiet;
    private final Scenario crash;
    private final Consumer<String> progress;

    /**
     * Checks of {@code lab}, and by {@code audit} of the same exchange.
     *
     * @param marketBlind the same with a market-blind champion
     * @param quiet a scenario without incidents
     * @param crash a scenario with a price fall and unchanged fraud
     * @param progress receives the next step
     */
    public SanityChecks(
            Lab lab,
            Lab marketBlind,
            LeakageAuditRunner audit,
            Scenario quiet,
            Scenario crash,
            Consumer<String> progress) {
        this.lab = lab;
        this.settled = lab.withAftermath(Lab.SETTLING_TIME);
        this.marketBlind = marketBlind;
        this.audit = audit;
        this.quiet = quiet;
        this.crash = crash;
        this.progress = progress;
    }

    /**
     * All checks, by id, and the table behind the last of them.
     *
     * @param seeds at least 2: shuffled labels are fitted on one half and evaluated on the other
     */
    public CheckResults run(List<Long> seeds) {
        progress.accept("1 to 4: cost, false alarms, model quality, reconciliation");
        var runs = seeds.parallelStream().map(this::observe).toList();
        var arms = runs.stream().map(ObservedRun::arm).toList();
        var curve = settled.thresholdCurve(quiet, seeds, LENGTH, operator -> progress.accept("1: " + operator.label()));
        var checks = new ArrayList<SanityCheck>();
        checks.addAll(CostChecks.evaluate(curve));
        checks.addAll(FalseAlarmChecks.evaluate(
                arms,
                runs.stream().map(ObservedRun::swings).toList(),
                settled.runAll(quiet, new Operator.ThresholdOperator(curve.optimalThreshold()), seeds, LENGTH)));
        checks.addAll(ModelQualityChecks.evaluate(
                arms,
                runs.stream().map(ObservedRun::alerts).toList(),
                lab.settings().reviewCapacity(LENGTH)));
        progress.accept("3: calibration");
        checks.addAll(new CalibrationChecks(lab, quiet, crash).run(seeds));
        progress.accept("3: shuffled labels");
        checks.addAll(ModelQualityChecks.evaluateShuffledLabels(
                audit.run(quiet, seeds, LENGTH, seed -> {}).control()));
        checks.addAll(ReconciliationChecks.evaluate(
                arms, runs.stream().map(ObservedRun::books).toList(), lab.tariff()));
        progress.accept("5: market crash");
        checks.addAll(new MarketCrashChecks(lab, marketBlind, quiet, crash).run(seeds));
        progress.accept("6: the market");
        checks.addAll(MarketChecks.evaluate(
                seeds, runs.stream().map(ObservedRun::quotes).toList()));
        progress.accept("7: attacker adaptation");
        checks.addAll(new AttackerAdaptationChecks(lab, quiet).run(seeds));
        progress.accept("9: word of mouth");
        checks.addAll(new WordOfMouthChecks(lab, quiet).run(seeds));
        progress.accept("10: determinism");
        checks.addAll(new DeterminismChecks(lab, quiet).run(seeds));
        progress.accept("11: believed and realised costs");
        var beliefs = new BeliefChecks(lab, quiet, crash).measure(seeds);
        checks.addAll(BeliefChecks.evaluate(beliefs));
        return new CheckResults(List.copyOf(checks), beliefs);
    }

    /**
     * What was measured.
     *
     * @param checks by id
     * @param beliefs what each action on honest requests was believed to cost, and what it cost
     */
    public record CheckResults(List<SanityCheck> checks, List<Belief> beliefs) {}

    private ObservedRun observe(long seed) {
        var books = new ReconciliationChecks.ReconciliationLedger();
        var alerts = new ModelQualityChecks.AlertRanking();
        var quotes = new CrossedBookCounter();
        var drift = ScoringParameters.of(lab.settings().world().set()).drift();
        var swings = new VolatilityEpisodes(drift, lab.startMillis());
        var all = RunObservers.combine(swings, RunObservers.combine(quotes, RunObservers.combine(books, alerts)));
        var arm = settled.run(quiet, Operator.Baseline.DO_NOTHING, seed, LENGTH, all, books);
        return new ObservedRun(arm, books, alerts, quotes, swings);
    }

    private record ObservedRun(
            Arm arm,
            ReconciliationChecks.ReconciliationLedger books,
            ModelQualityChecks.AlertRanking alerts,
            CrossedBookCounter quotes,
            VolatilityEpisodes swings) {}
}
