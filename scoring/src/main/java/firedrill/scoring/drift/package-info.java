/** Drift of the score distribution from the model's reference, and the mode that follows from it. */
@NullMarked
package firedrill.scoring.drift;

import org.jspecify.annotations.NullMarked;
