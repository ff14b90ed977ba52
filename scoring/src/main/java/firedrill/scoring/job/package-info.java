/** The Flink graph on one screen and its thin operators; the only package that knows Flink. */
@NullMarked
package firedrill.scoring.job;

import org.jspecify.annotations.NullMarked;
