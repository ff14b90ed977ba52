/** Point-in-time training sets, and trainers. */
@NullMarked
package firedrill.scoring.training;

import org.jspecify.annotations.NullMarked;
