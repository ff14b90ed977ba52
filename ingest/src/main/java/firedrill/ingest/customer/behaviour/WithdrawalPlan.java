package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.WithdrawalParameters.WithdrawalContext;
import firedrill.ingest.exchange.api.Intent;

/** A withdrawal before it is submitted, with what precedes it. */
record WithdrawalPlan(
        Intent intent,
        WithdrawalContext context,
        boolean isPanic,
        long addressId,
        boolean isNewAddress,
        boolean isFull) {

    User user() {
        return intent.user();
    }

    long key() {
        return intent.key();
    }
}
