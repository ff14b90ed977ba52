package firedrill.dashboard.cli.output;

import static java.util.Objects.requireNonNull;

import firedrill.ingest.parameters.ParameterIdentity;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Output of a command: the result on standard output, as text or one JSON object; progress on standard error. What a line
 * holds besides letters is escaped ({@link TerminalText}).
 */
public final class Console {

    @Option(names = "--json", description = "Print the result as one JSON object; progress goes to standard error.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    public boolean isJson() {
        return json;
    }

    /** A line of progress. */
    public void progress(String line) {
        spec().commandLine().getErr().println(TerminalText.escape(line));
    }

    /** A line of the result; a line break in it is escaped. */
    public void print(String line) {
        out().println(TerminalText.escape(line));
    }

    /** Several lines of the result. */
    public void printLines(String lines) {
        lines.lines().forEach(this::print);
    }

    /** A line that names the parameters of the result that differ from the default; nothing if none does. */
    public void printOverrides(ParameterIdentity parameters) {
        if (!parameters.overrides().isEmpty()) {
            print("Parameters that differ from the default: " + parameters.text() + ".");
        }
    }

    /** The result, as one line of JSON. */
    public void printJson(Object result) {
        out().println(TerminalText.escape(JsonOutput.write(result)));
    }

    /** Whether the reader of the output has closed it. */
    public boolean isClosed() {
        return out().checkError();
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        return requireNonNull(command, "picocli sets it");
    }
}
