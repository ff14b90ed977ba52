/** Scoring models: the interface, calibration, labels, linear terms. */
@NullMarked
package firedrill.scoring.model;

import org.jspecify.annotations.NullMarked;
