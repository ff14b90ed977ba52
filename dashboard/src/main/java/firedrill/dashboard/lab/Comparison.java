package firedrill.dashboard.lab;

import firedrill.dashboard.ledger.Bill;
import firedrill.ingest.parameters.ParameterIdentity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All operators on the same seeds, side by side.
 *
 * @param seeds how many seeds each operator met
 * @param parameters what differs from the default parameters
 * @param thresholds one threshold for everything, on the same seeds; null if it was not asked for
 */
public record Comparison(
        String scenario,
        int seeds,
        ParameterIdentity parameters,
        List<OperatorSummary> arms,
        @Nullable ThresholdCurve thresholds) {

    /**
     * One operator over all seeds; a figure that was not available on some seed is the mean over the others, null if
     * it never was.
     *
     * @param cheaperThanDoNothing on how many seeds the net cost was below that of doing nothing
     */
    public record OperatorSummary(
            String operator,
            ConfidenceInterval netCostUsd,
            @Nullable ConfidenceInterval fraudLossUsd,
            @Nullable ConfidenceInterval fraudPreventedUsd,
            @Nullable ConfidenceInterval ltvLostUsd,
            @Nullable ConfidenceInterval feeLossUsd,
            @Nullable ConfidenceInterval usersLost,
            @Nullable ConfidenceInterval precision,
            @Nullable ConfidenceInterval recall,
            Map<String, Double> recallByTypology,
            int cheaperThanDoNothing) {}

    static OperatorSummary row(List<Arm> arms, List<Arm> doNothing) {
        int cheaper = 0;
        for (int i = 0; i < arms.size(); i++) {
            cheaper += netCost(arms.get(i)) < netCost(doNothing.get(i)) ? 1 : 0;
        }
        return new OperatorSummary(
                arms.get(0).operator(),
                ConfidenceInterval.of(
                        arms.stream().mapToDouble(Comparison::netCost).toArray()),
                interval(arms, bill -> bill.costs().fraudLossUsd()),
                interval(arms, bill -> bill.costs().fraudPreventedUsd()),
                interval(arms, bill -> bill.costs().ltvLostUsd()),
                interval(arms, bill -> bill.costs().feeLossUsd()),
                interval(arms, bill -> (double) bill.users().usersLost()),
                interval(arms, bill -> bill.quality().precision()),
                interval(arms, bill -> bill.quality().recall().trueValue()),
                recallByTypology(arms),
                cheaper);
    }

    private static double netCost(Arm arm) {
        return arm.bill().costs().netCostUsd();
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
