package firedrill.ingest.fraud.ring;

import firedrill.ingest.random.StreamPurpose;

/** Random streams of the fraud simulation. */
public enum FraudStream implements StreamPurpose {
    ARRIVAL_COUNTS("attack.arrivals"),
    ATTACK_KEYS("attack.strike"),
    ATTACKS("attack.which"),
    TACTICS("attack.tactic"),
    ACCOUNTS("attack.recruit"),
    ACCOUNT_IDS("attack.recruit.id"),
    DEVICES("attack.device"),
    PROXIES("attack.proxy"),
    NETWORKS("attack.network"),
    ADDRESSES("attack.address"),
    SENDERS("attack.sender"),
    INFRASTRUCTURE("attack.kit"),
    EXECUTION("attack.reaction"),
    THEFTS("attack.theft"),
    TAKEOVER("attack.takeover"),
    CONTROL_BYPASS("attack.bypass"),
    SOCIAL_ENGINEERING("attack.scam"),
    VICTIM_BANK_ACCOUNTS("attack.scam.bank"),
    MULE_PASS_THROUGH("attack.mule"),
    STRUCTURING("attack.structuring"),
    API_KEY_THEFT("attack.keys"),
    PROMO_FARMING("attack.farm"),
    DEPOSIT_FRAUD("attack.deposit"),
    WASH_TRADING("attack.wash"),
    SPOOFING("attack.spoof"),
    PUMP_AND_DUMP("attack.pump");

    private final String key;

    FraudStream(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
