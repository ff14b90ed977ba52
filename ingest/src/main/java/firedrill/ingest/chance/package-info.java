/** Chance as a function: the same question always gets the same answer. */
@NullMarked
package firedrill.ingest.chance;

import org.jspecify.annotations.NullMarked;
