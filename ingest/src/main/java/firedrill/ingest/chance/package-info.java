/** Chance as a function: every random draw is named, so a different action leaves all others as they were. */
@NullMarked
package firedrill.ingest.chance;

import org.jspecify.annotations.NullMarked;
