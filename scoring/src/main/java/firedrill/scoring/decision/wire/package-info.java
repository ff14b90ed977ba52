/** Protobuf codecs of decisions, signals and control commands. */
@NullMarked
package firedrill.scoring.decision.wire;

import org.jspecify.annotations.NullMarked;
