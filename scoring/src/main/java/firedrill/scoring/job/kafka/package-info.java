/** Kafka sources and sinks of the job. */
@NullMarked
package firedrill.scoring.job.kafka;

import org.jspecify.annotations.NullMarked;
