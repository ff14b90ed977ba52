/** Decisions and what makes them: decider, reasons, signals, control commands. Published. */
@NullMarked
package firedrill.scoring.decision;

import org.jspecify.annotations.NullMarked;
