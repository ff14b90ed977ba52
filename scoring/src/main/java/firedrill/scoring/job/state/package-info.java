/** Records that cross a Flink edge or are kept in Flink state. */
@NullMarked
package firedrill.scoring.job.state;

import org.jspecify.annotations.NullMarked;
