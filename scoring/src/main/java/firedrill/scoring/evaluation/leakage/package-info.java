/** Leakage audit: how well a single feature or a shallow tree separates a fraud typology. */
@NullMarked
package firedrill.scoring.evaluation.leakage;

import org.jspecify.annotations.NullMarked;
