// The catalogue of what can be played, and the start of one.
import { html, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { startScenario } from "../base/orders.js";
import { OrderForm } from "./order-form.js";

export function ScenarioDialog({ state, close }) {
  const { run, scenarios } = state;
  const [id, setId] = useState(run.scenarioId);
  if (scenarios.length === 0) {
    return html`<${Dialog} title="Scenarios" close=${close}><p>There is no scenario to start from here.</p><//>`;
  }
  return html`
    <${Dialog} title="Scenarios" close=${close}>
      <${OrderForm} send=${() => startScenario(id)} verb="Start" close=${close}>
        <fieldset>
          <legend>Play</legend>
          ${scenarios.map(each => html`
            <label class="option" key=${each.id}>
              <input type="radio" name="scenario" value=${each.id} checked=${id === each.id} autofocus=${each.id === run.scenarioId} onChange=${() => setId(each.id)} />
              <span><b>${each.title}</b>${each.id === run.scenarioId && html` <em class="soft">on now</em>`}<small>${each.briefing}</small></span>
            </label>`)}
        </fieldset>
        ${run.phase === "RUNNING" && html`<p class="soft">Starting ends the run that is going on.</p>`}
      <//>
    <//>
  `;
}
