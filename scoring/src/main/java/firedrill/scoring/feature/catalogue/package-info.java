/** The feature catalogue as rows and as a document. */
@NullMarked
package firedrill.scoring.feature.catalogue;

import org.jspecify.annotations.NullMarked;
