package firedrill.dashboard.web.view;

import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.Scenario;
import firedrill.ingest.scenario.ScenarioCatalogue;
import java.util.List;

/** A scenario that can be started from the page. */
public record ScenarioChoice(String id, String title, String briefing) {

    /** The catalogue. */
    static List<ScenarioChoice> all() {
        return ScenarioCatalogue.ids().stream().map(ScenarioChoice::load).toList();
    }

    private static ScenarioChoice load(String id) {
        try {
            Scenario scenario = ScenarioCatalogue.load(id);
            return new ScenarioChoice(scenario.id(), scenario.title(), scenario.briefing());
        } catch (BadScenarioException e) {
            throw new IllegalStateException("the bundled scenario " + id + " is invalid", e);
        }
    }
}
