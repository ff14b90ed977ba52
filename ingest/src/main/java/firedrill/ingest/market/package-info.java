/** Simulated or recorded market: index, volatility, coins, order flow, funding, liquidations. */
@NullMarked
package firedrill.ingest.market;

import org.jspecify.annotations.NullMarked;
