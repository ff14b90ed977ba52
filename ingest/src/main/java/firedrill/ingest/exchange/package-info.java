/**
 * The exchange: orders, settlement, review queue, history. Emits events, outcomes and ground truth; applies decisions.
 */
@NullMarked
package firedrill.ingest.exchange;

import org.jspecify.annotations.NullMarked;
