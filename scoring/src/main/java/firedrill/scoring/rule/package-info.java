/** Heuristics in CEL: always evaluated, and decisive in rules mode or without latency budget. */
@NullMarked
package firedrill.scoring.rule;

import org.jspecify.annotations.NullMarked;
