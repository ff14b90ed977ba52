/** From a probability to an action, and every word in which the scorer speaks to the rest. Published. */
@NullMarked
package firedrill.scoring.decision;

import org.jspecify.annotations.NullMarked;
