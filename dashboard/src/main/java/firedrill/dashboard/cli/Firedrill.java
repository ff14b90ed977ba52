package firedrill.dashboard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import firedrill.dashboard.cli.option.OptionValues;
import firedrill.dashboard.cli.option.WorkFolderOption;
import firedrill.dashboard.cli.output.TerminalText;
import firedrill.dashboard.runtime.OpenFileLimit;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WorkFolder;
import firedrill.dashboard.web.PortUnavailableException;
import firedrill.ingest.kafka.BrokerException;
import firedrill.ingest.scenario.BadScenarioException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line.
 *
 * <p>Exit code 0: success. 1: failure; one sentence states the cause and the remedy. 2: invalid arguments.
 * Results go to standard output, everything else to standard error.
 */
@Command(
        name = "firedrill",
        description = "A fire drill for fraud models.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Firedrill.VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            LabCommand.class,
            TrainCommand.class,
            ModelRegistryCommand.class,
            EvaluateCommand.class,
            FeaturesCommand.class,
            ScoreCommand.class,
            BenchCommand.class,
            ScenarioCommand.class,
            SavepointCommand.class,
            TailCommand.class,
            DoctorCommand.class
        })
public final class Firedrill {

    /** Failures whose message is a sentence for the user. */
    private static final List<Class<? extends Exception>> EXPECTED = List.of(
            UserFacingException.class,
            BadScenarioException.class,
            BrokerException.class,
            PortUnavailableException.class);

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean verbose;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Before the libraries are opened, all of them files.
        requireOpenFiles();
        WorkFolderOption.setLogFolder(WorkFolder.defaultPath());
        var out = new PrintWriter(System.out, true, UTF_8);
        var err = new PrintWriter(System.err, true, UTF_8);
        System.exit(run(out, err, args));
    }

    private static void requireOpenFiles() {
        try {
            OpenFileLimit.requireForAnyCommand();
        } catch (UserFacingException tooFew) {
            System.err.println(tooFew.userMessage());
            System.exit(1);
        }
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        var firedrill = new Firedrill();
        return OptionValues.register(new CommandLine(firedrill))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Firedrill::onInvalidInput)
                .setExecutionExceptionHandler(firedrill::onFailure)
                .execute(args);
    }

    private static int onInvalidInput(ParameterException wrong, String[] args) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        err.println(TerminalText.sentence(describe(wrong)));
        var suggestions =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.<String>of();
        if (!suggestions.isEmpty()) {
            err.println(TerminalText.sentence("Did you mean: " + String.join(", ", suggestions) + "?"));
        }
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String describe(ParameterException wrong) {
        boolean mustChoose = !wrong.getCommandLine().getSubcommands().isEmpty();
        if (mustChoose && wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "There is no command " + unmatched.getUnmatched().get(0) + ".";
        }
        var message = String.valueOf(wrong.getMessage()).strip();
        return message.endsWith(".") ? message : message + ".";
    }

    private int onFailure(Exception failure, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        err.println(TerminalText.sentence(sentence(failure)));
        if (verbose) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().map(Firedrill::escapeIndented).forEach(err::println);
        }
        return failure instanceof UserFacingException expected && expected.isInvalidInput()
                ? command.getCommandSpec().exitCodeOnInvalidInput()
                : command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String escapeIndented(String line) {
        return line.startsWith("\t") ? "\t" + TerminalText.escape(line.substring(1)) : TerminalText.escape(line);
    }

    private String sentence(Exception failure) {
        if (EXPECTED.contains(failure.getClass())) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof InterruptedException) {
            return "Interrupted.";
        }
        return "Something unexpected went wrong: " + failure
                + (verbose ? "." : ". Repeat with --verbose for the stack trace; please report it.");
    }

    /** The version that the build wrote into the jar. */
    static final class VersionProvider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Optional.ofNullable(Firedrill.class.getPackage().getImplementationVersion());
            return new String[] {"firedrill " + version.orElse("(not built into a jar)")};
        }
    }
}
