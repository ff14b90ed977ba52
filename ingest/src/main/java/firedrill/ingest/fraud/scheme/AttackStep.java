package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.fraud.ring.Attack;

/** One request that an attack execution makes, and the execution that it belongs to. */
record AttackStep(AttackExecution execution, Intent intent) {

    /** A first attempt with the second factor. */
    AttackStep(AttackExecution execution, User user, ClientSession session, long key) {
        this(execution, new Intent(user, session, key, execution));
    }

    /** Another request of the same execution, from the same session. */
    AttackStep withKey(long key) {
        return new AttackStep(execution, user(), intent.session(), key);
    }

    Attack attack() {
        return execution.attack();
    }

    User user() {
        return intent.user();
    }

    long key() {
        return intent.key();
    }
}
