/** Honest behaviour: deposits, trading, withdrawals, promotions, history. */
@NullMarked
package firedrill.ingest.customer.behaviour;

import org.jspecify.annotations.NullMarked;
