package firedrill.dashboard.cli;

import firedrill.ingest.incident.BadScenarioException;
import firedrill.ingest.incident.Incident.PriceFall;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.incident.Scenarios;
import firedrill.ingest.incident.Scheduled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code firedrill scenario}: what can be played. */
@Command(name = "scenario", description = "The scenarios that can be played.", synopsisSubcommandLabel = "COMMAND")
final class ScenarioCommand {

    /** A scenario as JSON. */
    record Printed(String id, String title, String briefing, long lengthSeconds, List<PrintedIncident> timeline) {

        static Printed of(Scenario scenario) {
            return new Printed(
                    scenario.id(),
                    scenario.title(),
                    scenario.briefing(),
                    scenario.length().toSeconds(),
                    scenario.timeline().stream().map(PrintedIncident::of).toList());
        }
    }

    /** An incident as JSON. */
    record PrintedIncident(String incident, long atSeconds, long forSeconds, double percent) {

        static PrintedIncident of(Scheduled scheduled) {
            var fall = (PriceFall) scheduled.incident();
            return new PrintedIncident(
                    "price-fall",
                    scheduled.at().toSeconds(),
                    scheduled.lasting().toSeconds(),
                    fall.percent());
        }

        String line() {
            return "  after %s, for %s: %s of %s %%"
                    .formatted(
                            written(Duration.ofSeconds(atSeconds)),
                            written(Duration.ofSeconds(forSeconds)),
                            incident,
                            Double.toString(percent).replaceAll("\\.0$", ""));
        }
    }

    @Command(name = "list", description = "List those that ship: id, length, title.")
    int list(@Mixin Console console) throws BadScenarioException {
        var scenarios = new ArrayList<Printed>();
        for (var id : Scenarios.ids()) {
            scenarios.add(Printed.of(Scenarios.named(id)));
        }
        if (console.isJson()) {
            console.printJson(Json.object().set("scenarios", Json.node(scenarios)));
        } else {
            scenarios.forEach(scenario -> console.print("%-16s %6s  %s"
                    .formatted(
                            scenario.id(), written(Duration.ofSeconds(scenario.lengthSeconds())), scenario.title())));
        }
        return 0;
    }

    @Command(name = "show", description = "Show one: the briefing and what will go wrong.")
    int show(@Parameters(paramLabel = "ID|FILE", description = "Which one.") String name, @Mixin Console console)
            throws BadScenarioException {
        var scenario = Scenarios.named(name);
        var printed = Printed.of(scenario);
        if (console.isJson()) {
            console.printJson(printed);
            return 0;
        }
        console.print(scenario.id() + ": " + scenario.title() + " (" + written(scenario.length()) + ")");
        console.print(scenario.briefing());
        console.print(printed.timeline().isEmpty() ? "Nothing goes wrong." : "What goes wrong:");
        printed.timeline().forEach(incident -> console.print(incident.line()));
        return 0;
    }

    @Command(
            name = "check",
            description = "Check a scenario file; exit code 1, the line and the reason if it is refused.")
    int check(@Parameters(paramLabel = "FILE", description = "A scenario as YAML.") String file, @Mixin Console console)
            throws BadScenarioException {
        var scenario = Scenarios.named(file);
        if (console.isJson()) {
            console.printJson(Json.object().put("file", file).put("pass", true).put("id", scenario.id()));
        } else {
            console.print(file + " can be played: " + scenario.title() + ", " + written(scenario.length()) + ", "
                    + scenario.timeline().size() + " incident(s).");
        }
        return 0;
    }

    /** As scenario files write it: 1h30m. */
    private static String written(Duration length) {
        return length.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
