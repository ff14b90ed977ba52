/** From the topics to what is shown: ledger, rates, latency, metrics. */
@NullMarked
package firedrill.dashboard.feed;

import org.jspecify.annotations.NullMarked;
