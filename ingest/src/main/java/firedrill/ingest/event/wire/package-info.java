/** Protobuf codecs of the exchange's records. Published. */
@NullMarked
package firedrill.ingest.event.wire;

import org.jspecify.annotations.NullMarked;
