/** Point-in-time training sets, trainers and evaluation. */
@NullMarked
package firedrill.scoring.training;

import org.jspecify.annotations.NullMarked;
