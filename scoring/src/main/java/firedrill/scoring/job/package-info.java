/** The Flink graph on one screen, its options and its configuration. */
@NullMarked
package firedrill.scoring.job;

import org.jspecify.annotations.NullMarked;
