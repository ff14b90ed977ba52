// The end of a run, asked for twice because it cannot be taken back.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { stretch } from "../base/format.js";
import { endRun } from "../base/orders.js";
import { OrderForm } from "./order-form.js";

export function EndDialog({ state, close }) {
  const { run } = state;
  return html`
    <${Dialog} title="End the run" close=${close}>
      <p>
        ${run.scenarioTitle} has run for ${stretch(run.elapsedMillis)} of ${stretch(run.lengthMillis)}. Ending it now stops
        simulated time and makes the bill up to here; it cannot be taken up again.
      </p>
      <${OrderForm} send=${endRun} verb="End run" close=${close} />
    <//>
  `;
}
