package firedrill.dashboard.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firedrill doctor}: whether a run could start here. */
@Command(name = "doctor", description = "Look whether a run could start here; exit code 1 if not.")
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "N", description = "Port of the page (${DEFAULT-VALUE}).")
    private int port = Preflight.PAGE_PORT;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private WorkOption work = new WorkOption();

    @Mixin
    private Console console = new Console();

    /** What is printed as JSON. */
    record Findings(boolean pass, List<Preflight.Check> checks) {}

    @Override
    public Integer call() throws CliFailure, InterruptedException {
        var checks = new Preflight(work.folder(), port, kafka.chosen()).all();
        boolean pass = checks.stream().allMatch(Preflight.Check::pass);
        if (console.isJson()) {
            console.printJson(new Findings(pass, checks));
        } else {
            checks.forEach(check -> console.print(
                    "%-5s %-12s %s".formatted(check.pass() ? "ok" : "FAIL", check.name(), check.detail())));
        }
        return pass ? 0 : 1;
    }
}
