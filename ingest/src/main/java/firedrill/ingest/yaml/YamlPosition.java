package firedrill.ingest.yaml;

/** A position in a text file; line and column are counted from 1. */
public record YamlPosition(int line, int column) {

    /** The beginning of a file. */
    public static final YamlPosition START = new YamlPosition(1, 1);
}
