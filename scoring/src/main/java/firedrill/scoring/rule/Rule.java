package firedrill.scoring.rule;

import firedrill.ingest.event.Action;

/**
 * One heuristic that a product manager can read.
 *
 * @param name unique in its set, lower case with dashes
 * @param when the condition over feature labels, in CEL, as it was written
 * @param action what to do with an event that matches; never {@link Action#ALLOW}
 * @param because why, in the operator's words
 */
public record Rule(String name, String when, Action action, String because) {}
