package firedrill.dashboard.cli;

import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.cli.output.JsonOutput;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.Scenario;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.ingest.scenario.ScheduledIncident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code firedrill scenario}: the scenario catalogue. */
@Command(name = "scenario", description = "Scenario catalogue.", synopsisSubcommandLabel = "COMMAND")
final class ScenarioCommand {

    /** A scenario as JSON. */
    record ScenarioJson(String id, String title, String briefing, long lengthSeconds, List<IncidentJson> timeline) {

        static ScenarioJson of(Scenario scenario) {
            return new ScenarioJson(
                    scenario.id(),
                    scenario.title(),
                    scenario.briefing(),
                    scenario.length().toSeconds(),
                    scenario.timeline().stream().map(IncidentJson::of).toList());
        }
    }

    /** An incident as JSON. */
    record IncidentJson(String incident, long atSeconds, long forSeconds, double percent) {

        static IncidentJson of(ScheduledIncident scheduled) {
            return scheduled
                    .incident()
                    .match(
                            fall -> of("price-fall", scheduled, fall.percent()),
                            rise -> of("price-rise", scheduled, rise.percent()));
        }

        private static IncidentJson of(String kind, ScheduledIncident scheduled, double percent) {
            return new IncidentJson(
                    kind, scheduled.start().toSeconds(), scheduled.duration().toSeconds(), percent);
        }

        String toText() {
            return "  after %s, for %s: %s of %s %%"
                    .formatted(
                            formatDuration(Duration.ofSeconds(atSeconds)),
                            formatDuration(Duration.ofSeconds(forSeconds)),
                            incident,
                            Double.toString(percent).replaceAll("\\.0$", ""));
        }
    }

    @Command(name = "list", description = "List the bundled scenarios: id, length, title.")
    int list(@Mixin Console console) throws BadScenarioException {
        var scenarios = new ArrayList<ScenarioJson>();
        for (var id : ScenarioCatalogue.ids()) {
            scenarios.add(ScenarioJson.of(ScenarioCatalogue.load(id)));
        }
        if (console.isJson()) {
            console.printJson(JsonOutput.newObject().set("scenarios", JsonOutput.toNode(scenarios)));
        } else {
            scenarios.forEach(scenario -> console.print("%-16s %6s  %s"
                    .formatted(
                            scenario.id(),
                            formatDuration(Duration.ofSeconds(scenario.lengthSeconds())),
                            scenario.title())));
        }
        return 0;
    }

    @Command(name = "show", description = "Show a scenario: briefing and incidents.")
    int show(
            @Parameters(paramLabel = "ID|FILE", description = "Scenario id or file.") String name,
            @Mixin Console console)
            throws BadScenarioException {
        var scenario = ScenarioCatalogue.load(name);
        var printed = ScenarioJson.of(scenario);
        if (console.isJson()) {
            console.printJson(printed);
            return 0;
        }
        console.print(scenario.id() + ": " + scenario.title() + " (" + formatDuration(scenario.length()) + ")");
        console.printLines(scenario.briefing());
        console.print(printed.timeline().isEmpty() ? "No incidents." : "Incidents:");
        printed.timeline().forEach(incident -> console.print(incident.toText()));
        return 0;
    }

    @Command(
            name = "check",
            description = "Validate a scenario file; exit code 1 with line and reason if it is invalid.")
    int check(
            @Parameters(paramLabel = "FILE", description = "Scenario file (YAML).") String file, @Mixin Console console)
            throws BadScenarioException {
        var scenario = ScenarioCatalogue.load(file);
        if (console.isJson()) {
            console.printJson(
                    JsonOutput.newObject().put("file", file).put("pass", true).put("id", scenario.id()));
        } else {
            console.print(file + " is valid: " + scenario.title() + ", " + formatDuration(scenario.length()) + ", "
                    + scenario.timeline().size() + " incident(s).");
        }
        return 0;
    }

    /** The notation of scenario files, for example 1h30m. */
    private static String formatDuration(Duration length) {
        return length.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
