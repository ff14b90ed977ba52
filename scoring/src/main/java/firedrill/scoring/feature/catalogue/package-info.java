/** The catalogue of features as a document. */
@NullMarked
package firedrill.scoring.feature.catalogue;

import org.jspecify.annotations.NullMarked;
