/** Where the price comes from. */
@NullMarked
package firedrill.ingest.market;

import org.jspecify.annotations.NullMarked;
