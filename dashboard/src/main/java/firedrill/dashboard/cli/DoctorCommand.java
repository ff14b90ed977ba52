package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.KafkaOptions;
import firedrill.dashboard.cli.option.WorkFolderOption;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.runtime.Preflight;
import firedrill.dashboard.runtime.UserFacingException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firedrill doctor}: preflight checks of this machine. */
@Command(name = "doctor", description = "Preflight checks of this machine; exit code 1 if one fails.")
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "N", description = "Port of the page (${DEFAULT-VALUE}).")
    private int port = Preflight.PAGE_PORT;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private WorkFolderOption work = new WorkFolderOption();

    @Mixin
    private Console console = new Console();

    /** The JSON output. */
    record DoctorReport(boolean pass, List<Preflight.PreflightCheck> checks) {}

    @Override
    public Integer call() throws UserFacingException, InterruptedException {
        var checks = new Preflight(work.folder(), port, kafka.externalKafka()).checks();
        boolean pass = checks.stream().allMatch(Preflight.PreflightCheck::pass);
        if (console.isJson()) {
            console.printJson(new DoctorReport(pass, checks));
        } else {
            checks.forEach(check -> console.print(
                    "%-5s %-12s %s".formatted(check.pass() ? "ok" : "FAIL", check.name(), check.detail())));
        }
        return pass ? 0 : 1;
    }
}
