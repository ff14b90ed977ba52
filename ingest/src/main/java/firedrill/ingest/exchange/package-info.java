/** The exchange itself: steps simulated time, tells events, takes answers, tells outcomes and truth. Pure. */
@NullMarked
package firedrill.ingest.exchange;

import org.jspecify.annotations.NullMarked;
