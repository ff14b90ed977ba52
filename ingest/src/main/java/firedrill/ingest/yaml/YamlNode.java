package firedrill.ingest.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A node of a YAML file with its position. */
public sealed interface YamlNode {

    YamlPosition position();

    /** Calls the function of this node's kind. */
    <T> T match(
            Function<? super YamlScalar, ? extends T> scalar,
            Function<? super YamlSequence, ? extends T> sequence,
            Function<? super YamlMapping, ? extends T> mapping);

    default Optional<YamlScalar> scalar() {
        return match(Optional::of, sequence -> Optional.empty(), mapping -> Optional.empty());
    }

    default Optional<YamlSequence> sequence() {
        return match(scalar -> Optional.empty(), Optional::of, mapping -> Optional.empty());
    }

    default Optional<YamlMapping> mapping() {
        return match(scalar -> Optional.empty(), sequence -> Optional.empty(), Optional::of);
    }

    /**
     * A word, a number or a text, unquoted; empty for null.
     *
     * @param textOffset where the text begins in the file, behind a quote or the header of a block, in code points
     */
    record YamlScalar(YamlPosition position, String value, int textOffset) implements YamlNode {

        @Override
        public <T> T match(
                Function<? super YamlScalar, ? extends T> scalar,
                Function<? super YamlSequence, ? extends T> sequence,
                Function<? super YamlMapping, ? extends T> mapping) {
            return scalar.apply(this);
        }
    }

    /** A sequence. */
    record YamlSequence(YamlPosition position, List<YamlNode> values) implements YamlNode {

        @Override
        public <T> T match(
                Function<? super YamlScalar, ? extends T> scalar,
                Function<? super YamlSequence, ? extends T> sequence,
                Function<? super YamlMapping, ? extends T> mapping) {
            return sequence.apply(this);
        }
    }

    /** A mapping, in the order of the file. */
    record YamlMapping(YamlPosition position, Map<String, YamlField> fields) implements YamlNode {

        @Override
        public <T> T match(
                Function<? super YamlScalar, ? extends T> scalar,
                Function<? super YamlSequence, ? extends T> sequence,
                Function<? super YamlMapping, ? extends T> mapping) {
            return mapping.apply(this);
        }
    }

    /** A key's position and its value. */
    record YamlField(YamlPosition position, YamlNode value) {}
}
