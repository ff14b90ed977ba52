/** The exchange on Kafka: events out, decisions in, pacing and the decision deadline. */
@NullMarked
package firedrill.ingest.publish;

import org.jspecify.annotations.NullMarked;
