package firedrill.scoring.decision;

import firedrill.scoring.decision.Signal.DriftReport;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.Signal.Quarantine;
import firedrill.scoring.decision.Signal.Refusal;
import java.util.function.Function;

/** One function per kind of signal; {@link Signal#match} applies the one that fits. */
public record SignalFunctions<R>(
        Function<? super DriftReport, ? extends R> onReport,
        Function<? super ModeChange, ? extends R> onModeChange,
        Function<? super Refusal, ? extends R> onRefusal,
        Function<? super Quarantine, ? extends R> onQuarantine) {}
