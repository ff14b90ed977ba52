/** The exchange on Kafka: publishing, pacing, the decision deadline. */
@NullMarked
package firedrill.ingest.kafka;

import org.jspecify.annotations.NullMarked;
