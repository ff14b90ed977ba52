/** Contributions of features to a score (TreeSHAP). */
@NullMarked
package firedrill.scoring.model.explain;

import org.jspecify.annotations.NullMarked;
