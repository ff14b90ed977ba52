/** Decisions, their reasons, the decider, signals and control commands. Published. */
@NullMarked
package firedrill.scoring.decision;

import org.jspecify.annotations.NullMarked;
