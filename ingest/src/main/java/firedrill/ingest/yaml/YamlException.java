package firedrill.ingest.yaml;

/** A YAML file that cannot be read; the message names the file, the line and the reason. */
public final class YamlException extends Exception {

    private final String file;
    private final transient YamlPosition position;
    private final String reason;

    public YamlException(String file, YamlPosition position, String reason) {
        super(file + ", line " + position.line() + ": " + reason);
        this.file = file;
        this.position = position;
        this.reason = reason;
    }

    /** Name of the file, as it was given to the reader. */
    public String file() {
        return file;
    }

    /** Position of the fault. */
    public YamlPosition position() {
        return position;
    }

    /** The reason without file and line. */
    public String reason() {
        return reason;
    }
}
