/** The one definition of every number that is computed from events: stream, lab and training fold the same code. */
@NullMarked
package firedrill.scoring.feature;

import org.jspecify.annotations.NullMarked;
