/** Feature catalogue, entity states (savepoint layout) and the fold that training, lab and stream share. */
@NullMarked
package firedrill.scoring.feature;

import org.jspecify.annotations.NullMarked;
