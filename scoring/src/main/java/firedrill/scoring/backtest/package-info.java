/** Backtests on recorded transactions: delayed labels, prequential evaluation, reports. */
@NullMarked
package firedrill.scoring.backtest;

import org.jspecify.annotations.NullMarked;
