package firedrill.ingest.scenario;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file and the line it begins on, counted from 1: what a reader needs to point at a mistake. */
sealed interface YamlNode {

    int line();

    /** A word, a number or a text, as it was written; empty if nothing was. */
    record YamlScalar(int line, String value) implements YamlNode {}

    /** A sequence. */
    record YamlSequence(int line, List<YamlNode> values) implements YamlNode {}

    /** A mapping, in the order of the file. */
    record YamlMapping(int line, Map<String, YamlField> fields) implements YamlNode {}

    /** A key of a mapping, where it stands, and what it is set to. */
    record YamlField(int line, YamlNode value) {}
}
