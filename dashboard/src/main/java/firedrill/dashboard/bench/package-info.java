/** What the whole pipeline costs in latency, against a bare Kafka relay in the same run. */
@NullMarked
package firedrill.dashboard.bench;

import org.jspecify.annotations.NullMarked;
