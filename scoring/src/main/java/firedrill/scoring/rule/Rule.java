package firedrill.scoring.rule;

import firedrill.ingest.event.Action;

/**
 * One heuristic.
 *
 * @param name unique in its set, lower case with dashes
 * @param when condition over feature labels, in CEL, as written in the file
 * @param action prescribed for an event that matches; never {@link Action#ALLOW}
 * @param because reason shown to the operator
 */
public record Rule(String name, String when, Action action, String because) {}
