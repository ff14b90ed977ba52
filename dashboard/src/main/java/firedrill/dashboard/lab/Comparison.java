package firedrill.dashboard.lab;

import firedrill.dashboard.ledger.Bill;
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
 * @param thresholds one threshold for everything, on the same seeds; null if it was not asked for
 */
public record Comparison(
        String scenario,
        int seeds,
        List<Row> arms,
        @Nullable ThresholdCurve thresholds) {

    /**
     * One operator over all seeds; a figure that was not available on some seed is the mean over the others, null if
     * it never was.
     *
     * @param cheaperThanDoNothing on how many seeds the net cost was below that of doing nothing
     */
    public record Row(
            String operator,
            Interval netCostUsd,
            @Nullable Interval fraudLossUsd,
            @Nullable Interval fraudPreventedUsd,
            @Nullable Interval ltvLostUsd,
            @Nullable Interval feeLossUsd,
            @Nullable Interval usersLost,
            @Nullable Interval precision,
            @Nullable Interval recall,
            Map<String, Double> recallByTypology,
            int cheaperThanDoNothing) {}

    static Row row(List<Arm> arms, List<Arm> doNothing) {
        int cheaper = 0;
        for (int i = 0; i < arms.size(); i++) {
            cheaper += netCost(arms.get(i)) < netCost(doNothing.get(i)) ? 1 : 0;
        }
        return new Row(
                arms.get(0).operator(),
                Interval.of(arms.stream().mapToDouble(Comparison::netCost).toArray()),
                over(arms, bill -> bill.money().fraudLossUsd()),
                over(arms, bill -> bill.money().fraudPreventedUsd()),
                over(arms, bill -> bill.money().ltvLostUsd()),
                over(arms, bill -> bill.money().feeLossUsd()),
                over(arms, bill -> (double) bill.people().usersLost()),
                over(arms, bill -> bill.quality().precision()),
                over(arms, bill -> bill.quality().recall().trueValue()),
                recallByTypology(arms),
                cheaper);
    }

    private static double netCost(Arm arm) {
        return arm.bill().money().netCostUsd();
    }

    private static @Nullable Interval over(List<Arm> arms, Function<Bill, @Nullable Double> figure) {
        double[] known = arms.stream()
                .map(arm -> figure.apply(arm.bill()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return known.length == 0 ? null : Interval.of(known);
    }

    static Map<String, Double> recallByTypology(List<Arm> arms) {
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
