/** Compilation of Tribuo models to flat arrays. */
@NullMarked
package firedrill.scoring.model.compile;

import org.jspecify.annotations.NullMarked;
