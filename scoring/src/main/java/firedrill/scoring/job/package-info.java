/** The Flink graph, its options and its configuration. */
@NullMarked
package firedrill.scoring.job;

import org.jspecify.annotations.NullMarked;
