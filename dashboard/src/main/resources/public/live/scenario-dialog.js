// The scenario catalogue, and the start of a scenario.
import { html, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { startScenario } from "../base/commands.js";
import { CommandForm } from "./command-form.js";

export function ScenarioDialog({ state, close }) {
  const { run, scenarios } = state;
  const [id, setId] = useState(run.scenarioId);
  if (scenarios.length === 0) {
    return html`<${Dialog} title="Scenarios" close=${close}><p>There is no scenario to start from here.</p><//>`;
  }
  return html`
    <${Dialog} title="Scenarios" close=${close}>
      <${CommandForm} send=${tell => startScenario(id, tell)} verb="Start" close=${close}>
        <fieldset>
          <legend>Scenario</legend>
          ${scenarios.map(each => html`
            <label class="option" key=${each.id}>
              <input type="radio" name="scenario" value=${each.id} checked=${id === each.id} autofocus=${each.id === run.scenarioId} onChange=${() => setId(each.id)} />
              <span><b>${each.title}</b>${each.id === run.scenarioId && html` <em class="soft">running</em>`}<small>${each.briefing}</small></span>
            </label>`)}
        </fieldset>
        ${run.phase === "RUNNING" && html`<p class="soft">Starting a scenario ends the current run.</p>`}
      <//>
    <//>
  `;
}
