package firedrill.dashboard.web;

import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.health.RunPhase;
import firedrill.dashboard.ledger.Bill.TheftFigures;
import firedrill.dashboard.monitor.BillComparison;
import firedrill.dashboard.monitor.BillComparison.ArmSummary;
import firedrill.dashboard.web.view.CostFigures;
import firedrill.dashboard.web.view.DecisionMode;
import firedrill.dashboard.web.view.DriftFigures;
import firedrill.dashboard.web.view.IncidentSpan;
import firedrill.dashboard.web.view.LatencyFigures;
import firedrill.dashboard.web.view.LatencyFigures.LatencyStages;
import firedrill.dashboard.web.view.LatencyFigures.PercentilePair;
import firedrill.dashboard.web.view.MinutePoint;
import firedrill.dashboard.web.view.ModeChangeRow;
import firedrill.dashboard.web.view.PageState;
import firedrill.dashboard.web.view.QualityFigures;
import firedrill.dashboard.web.view.RunHeader;
import firedrill.dashboard.web.view.ScenarioChoice;
import firedrill.dashboard.web.view.ThroughputFigures;
import firedrill.dashboard.web.view.UserFigures;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.parameters.ParameterSet;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The invented figures of one minute of {@link SampleRun}: the price falls from minute 60, the monitor trips at 66. */
record SampleFigures(int minute, RunPhase phase, Optional<Mode> pinned) {
    static final long START = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
    private static final int CRASH = 60;
    private static final int TRIP = 66;
    private static final int RETURN = 132;
    private static final int LENGTH = 180;

    static final BillComparison READY_BILL = new BillComparison(
            BillComparison.BillStatus.READY,
            List.of(
                    new ArmSummary(BillComparison.THIS_RUN, 92_100.0, 17_280.0, 73_200.0, 52, 0.31, 0.81),
                    new ArmSummary("do-nothing", 114_765.0, 15_110.0, 97_480.0, 75, 0.22, 0.84),
                    new ArmSummary("allow-all", 148_700.0, 148_700.0, 0.0, 0, null, 0.0),
                    new ArmSummary("block-all", 1_204_330.0, 0.0, 1_139_000.0, 1_214, 0.004, 1.0)),
            null);

    PageState state(List<ScenarioChoice> scenarios, BillComparison bill, RunHealth health) {
        return new PageState(
                run(),
                decider(),
                rates(),
                latency(),
                money(),
                quality(),
                people(),
                new DriftFigures(reading(minute), 0.25, 0.10),
                minutes(),
                minute < CRASH
                        ? List.of()
                        : List.of(new IncidentSpan("the price falls 14 %", at(CRASH), at(CRASH + 30))),
                minute == 0 ? List.of() : SampleDecisions.at(minute),
                minute == 0 ? List.of() : SampleDecisions.stoppedAt(minute),
                modeChanges(),
                SampleRegistry.at(minute),
                scenarios,
                bill,
                health);
    }

    static long at(int minute) {
        return START + minute * 60_000L;
    }

    private RunHeader run() {
        return new RunHeader(
                "crash-day",
                "Crash day",
                "The price falls 14 % within half an hour. Honest users want their coins out, all at once.",
                7,
                ParameterSet.load(ParameterSet.WORLD).identity(),
                ExchangeSettings.DEFAULT.fraudDensity(),
                60,
                phase,
                START,
                at(minute),
                LENGTH * 60_000L);
    }

    private Mode mode() {
        return pinned.orElse(minute >= TRIP && minute < RETURN ? Mode.RULES : Mode.MODEL);
    }

    private DecisionMode decider() {
        boolean tripped = mode() == Mode.RULES;
        return new DecisionMode(
                mode(),
                pinned.isPresent(),
                pinned.isPresent() ? "operator" : "monitor",
                tripped ? "scores moved away from the reference" : "scores look like the reference",
                at(tripped ? TRIP : 0),
                "m7",
                "4be1c09a77d2",
                20,
                9,
                "90fe12ab34cd",
                "77aa01bc9923");
    }

    private ThroughputFigures rates() {
        double rate = minute == 0 ? 0 : 1_904 + 60 * wave(minute, 3);
        return new ThroughputFigures(
                rate,
                rate * 0.31,
                minute * 1_904L,
                minute * 590L,
                minute == 0 ? 0 : 14,
                Math.min(minute, TRIP) * 590L,
                Math.max(0, minute - TRIP) * 590L,
                minute / 20,
                0);
    }

    private LatencyFigures latency() {
        if (minute == 0) {
            PercentilePair none = new PercentilePair(null, null);
            return new LatencyFigures(50, none, none, new LatencyStages(null, null, null, null), 0);
        }
        return new LatencyFigures(
                50,
                new PercentilePair(p50(minute), p99(minute)),
                new PercentilePair(4.4, 19.8),
                new LatencyStages(1.9, 0.6, 0.1, 2.3),
                minute / 40);
    }

    private CostFigures money() {
        double stopped = 60.0 * minute + 520.0 * Math.max(0, minute - CRASH);
        double fraud = 96.0 * minute;
        double laundering = 2.0 * minute;
        return new CostFigures(
                fraud + stopped + 9.0 * minute + laundering,
                fraud + 1.1 * stopped + 9.0 * minute + laundering,
                fraud,
                402.0 * minute,
                laundering,
                stopped,
                9.0 * minute,
                31.0 * minute);
    }

    private QualityFigures quality() {
        if (minute == 0) {
            return new QualityFigures(null, null, null, 0, 0, 0, 0, new TheftFigures(0, 0, 0, 0));
        }
        return new QualityFigures(
                minute < CRASH ? 0.62 : 0.31,
                0.81,
                0.0042,
                minute,
                minute * 2L,
                minute / 4,
                minute * 430L,
                new TheftFigures(minute, minute - minute / 4 - minute / 10, minute / 4, minute / 10));
    }

    private UserFigures people() {
        long stopped = minute / 3 + 3L * Math.max(0, minute - CRASH);
        return new UserFigures(
                4_816 - stopped / 8,
                stopped / 8,
                stopped / 20,
                stopped,
                stopped / 2,
                stopped / 7.5,
                stopped / 18.0,
                stopped / 2,
                stopped);
    }

    private List<MinutePoint> minutes() {
        return IntStream.range(0, minute)
                .mapToObj(each -> new MinutePoint(
                        at(each),
                        Math.round(300 * (1 + 4 * surge(each)) + 40 * wave(each, 2)),
                        0.5 + 3.5 * surge(each) + 0.2 * wave(each, 5),
                        0.3 + 0.12 * wave(each, 9),
                        61_200 - 8_500 * surge(each) + 120 * wave(each, 4),
                        p50(each),
                        p99(each),
                        psi(each)))
                .toList();
    }

    private List<ModeChangeRow> modeChanges() {
        List<ModeChangeRow> changes = new ArrayList<>();
        if (minute >= RETURN) {
            changes.add(change(RETURN, Mode.RULES, Mode.MODEL, "below 0.10 for 15 minutes"));
        }
        if (minute >= TRIP) {
            changes.add(change(TRIP, Mode.MODEL, Mode.RULES, "scores moved away from the reference"));
        }
        return changes;
    }

    private static ModeChangeRow change(int minute, Mode from, Mode to, String why) {
        return new ModeChangeRow(at(minute), from, to, "monitor", why, reading(minute));
    }

    private static @Nullable DriftReading reading(int minute) {
        Double psi = psi(minute);
        return psi == null ? null : new DriftReading(at(minute), psi, 0.071, 640, 50_000);
    }

    private static @Nullable Double psi(int minute) {
        return minute < 12 ? null : 0.03 + 0.012 * wave(minute, 6) + 0.45 * surge(minute);
    }

    private static double p50(int minute) {
        return 4.2 + 0.6 * wave(minute, 3) + surge(minute);
    }

    private static double p99(int minute) {
        return 14 + 5 * wave(minute, 7) + 9 * surge(minute) + (minute == 97 ? 41 : 0);
    }

    /** How much of the crash is felt, in [0, 1]. */
    private static double surge(int minute) {
        double since = Math.max(0, minute - CRASH);
        return (1 - StrictMath.exp(-since / 8)) * StrictMath.exp(-Math.max(0, since - 35) / 18);
    }

    private static double wave(int minute, int period) {
        return StrictMath.sin(minute * 2.399 + minute * minute * 0.13 / period);
    }
}
