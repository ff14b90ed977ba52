package firedrill.dashboard.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one command came to. */
public record CommandLineRun(int code, String out, String err) {

    public static CommandLineRun of(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Firedrill.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new CommandLineRun(code, out.toString(), err.toString());
    }
}
