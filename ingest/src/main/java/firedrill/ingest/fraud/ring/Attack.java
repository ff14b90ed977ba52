package firedrill.ingest.fraud.ring;

import firedrill.ingest.event.FraudTypology;

/**
 * One attack by one ring.
 *
 * @param key random key of the attack
 * @param startMillis simulated UTC milliseconds
 */
public record Attack(long key, FraudRing ring, Tactic tactic, long startMillis) {

    public FraudTypology typology() {
        return tactic.typology();
    }
}
