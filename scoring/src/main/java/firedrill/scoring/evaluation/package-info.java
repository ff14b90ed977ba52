/** Metrics of scored events: ranking, calibration, review capacity, savings, bootstrap intervals. */
@NullMarked
package firedrill.scoring.evaluation;

import org.jspecify.annotations.NullMarked;
