/** Benchmarks: latency of the pipeline against a bare Kafka relay in the same run, and CPU time of its parts. */
@NullMarked
package firedrill.dashboard.bench;

import org.jspecify.annotations.NullMarked;
