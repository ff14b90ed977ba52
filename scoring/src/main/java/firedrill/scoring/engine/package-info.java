/** Scoring without a stream processor: fold, decide, monitor, control and registry, pure. */
@NullMarked
package firedrill.scoring.engine;

import org.jspecify.annotations.NullMarked;
