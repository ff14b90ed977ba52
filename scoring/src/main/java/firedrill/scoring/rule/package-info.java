/** Heuristics in CEL that a product manager can read; always evaluated, they decide alone when the model may not. */
@NullMarked
package firedrill.scoring.rule;

import org.jspecify.annotations.NullMarked;
