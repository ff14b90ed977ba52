package firedrill.dashboard.lab;

import firedrill.dashboard.lab.Operator.Baseline;
import firedrill.dashboard.ledger.Bill;
import firedrill.dashboard.ledger.Bill.CostBreakdown;
import firedrill.ingest.fraud.FraudDensity;
import firedrill.ingest.parameters.ParameterIdentity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All operators on the same seeds, side by side.
 *
 * @param seeds how many seeds each operator met
 * @param aftermathSeconds simulated time after each run in which its requests settled
 * @param lossCapUsd the loss up to which an event counts where losses are capped
 * @param parameters what differs from the default parameters
 * @param fraudDensity how much more often frauds happen than in life
 * @param thresholds one threshold for everything, on the same seeds; null if it was not asked for
 */
public record Comparison(
        String scenario,
        int seeds,
        long simulatedSeconds,
        long aftermathSeconds,
        double lossCapUsd,
        ParameterIdentity parameters,
        FraudDensity fraudDensity,
        List<OperatorSummary> arms,
        @Nullable ThresholdCurve thresholds) {

    /**
     * One operator over all seeds; a figure that was not available on some seed is the mean over the others, null if
     * it never was.
     *
     * @param cheaperThanDoNothing on how many seeds the net cost was below that of doing nothing
     * @param againstDoNothing this operator minus do-nothing, seed by seed; null for do-nothing itself
     * @param againstAllowAll this operator minus allow-all, seed by seed; null for allow-all itself
     */
    public record OperatorSummary(
            String operator,
            ConfidenceInterval netCostUsd,
            ConfidenceInterval expectedNetCostUsd,
            @Nullable ConfidenceInterval fraudLossUsd,
            @Nullable ConfidenceInterval fraudPreventedUsd,
            @Nullable ConfidenceInterval complianceCostUsd,
            @Nullable ConfidenceInterval ltvLostUsd,
            @Nullable ConfidenceInterval expectedLtvLostUsd,
            @Nullable ConfidenceInterval feeLossUsd,
            @Nullable ConfidenceInterval usersLost,
            @Nullable ConfidenceInterval precision,
            @Nullable ConfidenceInterval recall,
            Map<String, Double> recallByTypology,
            int cheaperThanDoNothing,
            @Nullable PairedDifference againstDoNothing,
            @Nullable PairedDifference againstAllowAll) {}

    /**
     * How much dearer an operator is than another one: the mean of the differences on each seed. Both meet the same market,
     * users and attackers, so that most of the noise is in both and falls out.
     *
     * @param expectedNetCostUsd with expected departures: the least noise with all losses in it
     * @param netCostUsd with drawn departures
     * @param expectedNetCostCappedUsd with expected departures and the loss by each event capped
     */
    public record PairedDifference(
            ConfidenceInterval expectedNetCostUsd,
            ConfidenceInterval netCostUsd,
            ConfidenceInterval expectedNetCostCappedUsd) {

        static PairedDifference of(List<Arm> arms, List<Arm> others) {
            return new PairedDifference(
                    difference(arms, others, CostBreakdown::expectedNetCostUsd),
                    difference(arms, others, CostBreakdown::netCostUsd),
                    difference(arms, others, CostBreakdown::expectedNetCostCappedUsd));
        }

        private static ConfidenceInterval difference(
                List<Arm> arms, List<Arm> others, ToDoubleFunction<CostBreakdown> figure) {
            return ConfidenceInterval.of(IntStream.range(0, arms.size())
                    .mapToDouble(seed -> figure.applyAsDouble(
                                    arms.get(seed).bill().costs())
                            - figure.applyAsDouble(others.get(seed).bill().costs()))
                    .toArray());
        }
    }

    /** One row for each operator, in the order of the map, which holds do-nothing and allow-all. */
    static List<OperatorSummary> rows(Map<Operator, List<Arm>> arms) {
        return arms.keySet().stream().map(operator -> row(operator, arms)).toList();
    }

    private static OperatorSummary row(Operator operator, Map<Operator, List<Arm>> all) {
        var arms = Objects.requireNonNull(all.get(operator));
        return new OperatorSummary(
                operator.label(),
                costs(arms, CostBreakdown::netCostUsd),
                costs(arms, CostBreakdown::expectedNetCostUsd),
                interval(arms, bill -> bill.costs().fraudLossUsd()),
                interval(arms, bill -> bill.costs().fraudPreventedUsd()),
                interval(arms, bill -> bill.costs().complianceCostUsd()),
                interval(arms, bill -> bill.costs().ltvLostUsd()),
                interval(arms, bill -> bill.costs().expectedLtvLostUsd()),
                interval(arms, bill -> bill.costs().feeLossUsd()),
                interval(arms, bill -> (double) bill.users().usersLost()),
                interval(arms, bill -> bill.quality().precision()),
                interval(arms, bill -> bill.quality().recall().trueValue()),
                recallByTypology(arms),
                cheaper(arms, Objects.requireNonNull(all.get(Baseline.DO_NOTHING))),
                against(Baseline.DO_NOTHING, operator, all),
                against(Baseline.ALLOW_ALL, operator, all));
    }

    private static int cheaper(List<Arm> arms, List<Arm> doNothing) {
        return (int) IntStream.range(0, arms.size())
                .filter(seed -> netCost(arms.get(seed)) < netCost(doNothing.get(seed)))
                .count();
    }

    private static @Nullable PairedDifference against(Operator other, Operator operator, Map<Operator, List<Arm>> all) {
        return operator.equals(other)
                ? null
                : PairedDifference.of(
                        Objects.requireNonNull(all.get(operator)), Objects.requireNonNull(all.get(other)));
    }

    private static double netCost(Arm arm) {
        return arm.bill().costs().netCostUsd();
    }

    private static ConfidenceInterval costs(List<Arm> arms, ToDoubleFunction<CostBreakdown> figure) {
        return ConfidenceInterval.of(arms.stream()
                .mapToDouble(arm -> figure.applyAsDouble(arm.bill().costs()))
                .toArray());
    }

    private static @Nullable ConfidenceInterval interval(List<Arm> arms, Function<Bill, @Nullable Double> figure) {
        double[] known = arms.stream()
                .map(arm -> figure.apply(arm.bill()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return known.length == 0 ? null : ConfidenceInterval.of(known);
    }

    public static Map<String, Double> recallByTypology(List<Arm> arms) {
        var means = new TreeMap<String, Double>();
        arms.stream()
                .flatMap(arm -> arm.bill().quality().recallByTypology().keySet().stream())
                .distinct()
                .forEach(typology -> means.put(
                        typology,
                        arms.stream()
                                .map(arm ->
                                        arm.bill().quality().recallByTypology().get(typology))
                                .filter(Objects::nonNull)
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow()));
        return means;
    }
}
