/**
 * Backtests: training on one period and testing on a later one, with delayed labels; simulated runs and external
 * tables.
 */
@NullMarked
package firedrill.scoring.backtest;

import org.jspecify.annotations.NullMarked;
