/** Flink operators: each reads state, calls pure code, writes state and emits. */
@NullMarked
package firedrill.scoring.job.operator;

import org.jspecify.annotations.NullMarked;
