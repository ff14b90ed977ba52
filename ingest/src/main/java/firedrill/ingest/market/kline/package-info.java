/** Recorded bars in the public kline format. */
@NullMarked
package firedrill.ingest.market.kline;

import org.jspecify.annotations.NullMarked;
