package firedrill.dashboard.cli.output;

import firedrill.dashboard.lab.check.Belief;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The table of believed and realised costs, for readers. */
public final class BeliefText {

    private static final String HEAD =
            "Honest requests that met friction: cost of a case, believed by the policy and realised, without labour";

    /** Two lines of head and one for each belief; none without beliefs. */
    public static List<String> lines(List<Belief> beliefs) {
        return beliefs.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(
                                        HEAD,
                                        "%-10s %-10s %-12s %-8s %9s %12s %12s %6s"
                                                .formatted(
                                                        "market",
                                                        "request",
                                                        "tier",
                                                        "action",
                                                        "requests",
                                                        "believed",
                                                        "realised",
                                                        "ratio")),
                                beliefs.stream().map(BeliefText::line))
                        .toList();
    }

    private static String line(Belief belief) {
        return String.format(
                Locale.ROOT,
                "%-10s %-10s %-12s %-8s %,9d %,12.2f %,12.2f %6s",
                belief.market(),
                belief.kind(),
                belief.tier(),
                belief.action(),
                belief.requests(),
                belief.believedUsd(),
                belief.realisedUsd(),
                belief.ratio() == null ? "none" : String.format(Locale.ROOT, "%.2f", belief.ratio()));
    }

    private BeliefText() {}
}
