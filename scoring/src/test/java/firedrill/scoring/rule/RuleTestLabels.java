package firedrill.scoring.rule;

import java.util.List;

/** Four columns are enough to say anything in a rule. */
final class RuleTestLabels {

    static final List<String> LABELS = List.of("is_order", "amount_usd", "drain_fraction", "withdrawals_1h");

    static final int IS_ORDER = 0;
    static final int AMOUNT_USD = 1;
    static final int DRAIN_FRACTION = 2;
    static final int WITHDRAWALS_1H = 3;

    private RuleTestLabels() {}
}
