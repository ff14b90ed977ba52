package firedrill.dashboard.cli.option;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.scoring.decision.AuditNote;
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
            description = "Reason, 1 to 300 characters; recorded with the order.")
    private String why = "no reason given";

    /** Both, checked. */
    public AuditNote note() throws UserFacingException {
        require("--by", by);
        require("--why", why);
        return new AuditNote(by, why);
    }

    private static void require(String option, String text) throws UserFacingException {
        var fault = AuditNote.fault(text);
        if (fault.isPresent()) {
            throw UserFacingException.ofInput(option + " " + fault.get() + ".", null);
        }
    }
}
