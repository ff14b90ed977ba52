/** Evaluation metrics: ranking, calibration, savings, confidence intervals. */
@NullMarked
package firedrill.scoring.evaluation;

import org.jspecify.annotations.NullMarked;
