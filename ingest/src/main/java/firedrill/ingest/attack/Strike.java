package firedrill.ingest.attack;

/**
 * One attack by one ring.
 *
 * @param key for draws about it
 * @param atMillis when it begins, simulated UTC milliseconds
 */
record Strike(long key, Ring ring, Tactic tactic, long atMillis) {

    Typology typology() {
        return tactic.craft();
    }
}
