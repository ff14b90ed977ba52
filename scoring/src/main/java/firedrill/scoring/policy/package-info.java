/** The cost function: costs of friction, effectiveness of actions, and the action of least expected cost. */
@NullMarked
package firedrill.scoring.policy;

import org.jspecify.annotations.NullMarked;
