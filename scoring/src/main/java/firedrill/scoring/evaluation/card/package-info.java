/** The model card as a document. */
@NullMarked
package firedrill.scoring.evaluation.card;

import org.jspecify.annotations.NullMarked;
