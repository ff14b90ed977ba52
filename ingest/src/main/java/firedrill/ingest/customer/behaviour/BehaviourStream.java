package firedrill.ingest.customer.behaviour;

import firedrill.ingest.random.StreamPurpose;

/** Random streams of behaviour. */
enum BehaviourStream implements StreamPurpose {
    LOGIN("population.login"),
    NEW_DEVICE("population.device.new"),
    TRADE("population.trade"),
    ROUND_TRIP("population.trade.part"),
    ALGORITHMIC_TRADE("population.program"),
    ALGORITHMIC_TRADE_PART("population.program.part"),
    RECURRING_AMOUNT("population.instalment"),
    DEPOSIT("population.deposit"),
    DEPOSIT_SOURCE("population.source"),
    DEPOSIT_SOURCE_ID("population.source.id"),
    WITHDRAWAL("population.withdrawal"),
    WITHDRAWAL_PART("population.withdrawal.part"),
    PROMOTION("population.claim"),
    CAMPAIGN_PAYER("population.campaign"),
    HISTORY_DETAIL("population.past"),
    HISTORY_TIME("population.past.time"),
    WARMING_COUNT("population.disguise"),
    WARMING_KEY("population.disguise.intention"),
    WARMING_SELECTION("population.disguise.who");

    private final String key;

    BehaviourStream(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
