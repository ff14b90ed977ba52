package firedrill.dashboard.cli.option;

import picocli.CommandLine.Option;

/** Who orders something and why, as options: both are kept with the order. */
public final class AuditTrailOptions {

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name:-operator}",
            description = "Who orders it (${DEFAULT-VALUE}).")
    private String by = "operator";

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            defaultValue = "no reason given",
            description = "Why; kept with the order.")
    private String why = "no reason given";

    public String actor() {
        return by;
    }

    public String reason() {
        return why;
    }
}
