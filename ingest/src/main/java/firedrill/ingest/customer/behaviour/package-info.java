/** What customers do: trading, deposits, withdrawals, promotions, and the history before the start. */
@NullMarked
package firedrill.ingest.customer.behaviour;

import org.jspecify.annotations.NullMarked;
