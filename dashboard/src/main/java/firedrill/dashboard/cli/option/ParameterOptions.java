package firedrill.dashboard.cli.option;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.exchange.WorldParameters;
import firedrill.ingest.input.InputFile;
import firedrill.ingest.parameters.ParameterException;
import firedrill.ingest.parameters.ParameterOverride;
import firedrill.ingest.parameters.ParameterSet;
import firedrill.ingest.yaml.YamlException;
import firedrill.ingest.yaml.YamlNode;
import firedrill.ingest.yaml.YamlPosition;
import firedrill.ingest.yaml.YamlReader;
import firedrill.scoring.engine.ScoringParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Values for parameters of the models, as options; the command line goes before the file. */
public final class ParameterOptions {

    private static final List<String> MODULES = Stream.of(ParameterSet.WORLD, ScoringParameters.MODULES)
            .flatMap(List::stream)
            .toList();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "Set a parameter, as in customer.churn.peopleTold=20; repeatable. docs/parameters.md lists all.")
    private List<String> assignments = List.of();

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "Set the parameters of a YAML file with lines of 'NAME: VALUE'.")
    private @Nullable Path file;

    /** The parameters in force; their set holds those of the scorer too. */
    public WorldParameters worldParameters() throws UserFacingException {
        ParameterSet set = ParameterSet.load(MODULES);
        if (file != null) {
            set = withFile(set, file);
        }
        for (String assignment : assignments) {
            set = withAssignment(set, assignment);
        }
        try {
            var unused = ScoringParameters.of(set);
            return WorldParameters.of(set);
        } catch (ParameterException | IllegalArgumentException e) {
            throw UserFacingException.ofInput("The parameters do not fit each other: " + e.getMessage() + ".", e);
        }
    }

    private static ParameterSet withAssignment(ParameterSet set, String assignment) throws UserFacingException {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw UserFacingException.ofInput("--set takes NAME=VALUE, was '" + assignment + "'.", null);
        }
        try {
            return set.with(assignment.substring(0, equals).strip(), assignment.substring(equals + 1));
        } catch (ParameterException e) {
            throw UserFacingException.ofInput("--set " + assignment + " is refused: " + e.getMessage() + ".", e);
        }
    }

    private static ParameterSet withFile(ParameterSet set, Path file) throws UserFacingException {
        String name = file.toString();
        try {
            YamlNode root = YamlReader.read(name, InputFile.readText(file));
            if (root.mapping().isEmpty()) {
                throw new YamlException(name, YamlPosition.START, "lines of 'NAME: VALUE' are expected");
            }
            return set.with(name, ParameterOverride.of(name, root.mapping().get()));
        } catch (YamlException e) {
            throw UserFacingException.ofInput("--parameters is refused: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw UserFacingException.ofInput("--parameters " + name + ": " + e.getMessage() + ".", e);
        }
    }
}
