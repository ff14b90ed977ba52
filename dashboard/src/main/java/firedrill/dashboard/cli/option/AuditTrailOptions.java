package firedrill.dashboard.cli.option;

import picocli.CommandLine.Option;

/** Actor and reason of an order, as options; both are recorded with the order. */
public final class AuditTrailOptions {

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name:-operator}",
            description = "Actor of the order (${DEFAULT-VALUE}).")
    private String by = "operator";

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            defaultValue = "no reason given",
            description = "Reason; recorded with the order.")
    private String why = "no reason given";

    public String actor() {
        return by;
    }

    public String reason() {
        return why;
    }
}
