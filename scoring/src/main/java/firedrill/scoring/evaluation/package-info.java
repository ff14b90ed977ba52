/** What a model is worth, and how it is told: {@code Prequential → Cases → EvaluationReport → CardDocument}. */
@NullMarked
package firedrill.scoring.evaluation;

import org.jspecify.annotations.NullMarked;
