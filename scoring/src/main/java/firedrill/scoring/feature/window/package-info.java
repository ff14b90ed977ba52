/** Windows and sketches over event time: tiles, decayed counters, distinct counts. */
@NullMarked
package firedrill.scoring.feature.window;

import org.jspecify.annotations.NullMarked;
