package firedrill.scoring.evaluation;

import firedrill.ingest.event.Account.Tier;
import firedrill.scoring.evaluation.Cases.Scored;

/** Cases with the parts that a test does not care about filled in. */
final class CasesBuilder {

    final Cases cases = new Cases();
    private long id;

    CasesBuilder add(int day, long userId, double probability, String typology) {
        return add(day, userId, probability, typology, 100);
    }

    CasesBuilder add(int day, long userId, double probability, String typology, double amountUsd) {
        cases.add(new Scored(++id, userId, day, Tier.RETAIL, false, typology, amountUsd, probability, Double.NaN));
        return this;
    }

    Cases cases() {
        return cases;
    }
}
