/** Keyed random streams: each draw is a pure function of seed, purpose, key and index. */
@NullMarked
package firedrill.ingest.random;

import org.jspecify.annotations.NullMarked;
