/** External tables of transactions: column mapping and parsing. */
@NullMarked
package firedrill.scoring.backtest.table;

import org.jspecify.annotations.NullMarked;
