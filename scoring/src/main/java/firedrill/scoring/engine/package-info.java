/**
 * Scoring without a stream processor: fold, decide, monitor, control and registry, without Flink and without a clock.
 */
@NullMarked
package firedrill.scoring.engine;

import org.jspecify.annotations.NullMarked;
