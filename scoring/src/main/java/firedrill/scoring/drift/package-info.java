/** Is the model still looking at the world it was trained on, and who should decide if not? Pure. */
@NullMarked
package firedrill.scoring.drift;

import org.jspecify.annotations.NullMarked;
