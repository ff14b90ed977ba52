/** Transaction tables of other systems: mapping, parsing, conversion to events. */
@NullMarked
package firedrill.scoring.backtest.table;

import org.jspecify.annotations.NullMarked;
