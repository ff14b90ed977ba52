package firedrill.ingest.incident;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file and the line it begins on, counted from 1: what a reader needs to point at a mistake. */
sealed interface SourceNode {

    int line();

    /** A word, a number or a text, as it was written; empty if nothing was. */
    record Text(int line, String value) implements SourceNode {}

    /** A sequence. */
    record Rows(int line, List<SourceNode> values) implements SourceNode {}

    /** A mapping, in the order of the file. */
    record Table(int line, Map<String, Field> fields) implements SourceNode {}

    /** A key of a mapping, where it stands, and what it is set to. */
    record Field(int line, SourceNode value) {}
}
