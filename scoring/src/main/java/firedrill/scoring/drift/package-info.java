/** Drift of the score distribution against the model's reference, and the mode that follows from it. */
@NullMarked
package firedrill.scoring.drift;

import org.jspecify.annotations.NullMarked;
