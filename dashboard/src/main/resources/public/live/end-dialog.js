// Confirmation of the end of a run, which cannot be undone.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { duration } from "../base/format.js";
import { endRun } from "../base/commands.js";
import { CommandForm } from "./command-form.js";

export function EndDialog({ state, close }) {
  const { run } = state;
  return html`
    <${Dialog} title="End the run" close=${close}>
      <p>
        ${run.scenarioTitle} has run for ${duration(run.elapsedMillis)} of ${duration(run.lengthMillis)}. Ending stops the
        simulation and computes the bill; the run cannot be resumed.
      </p>
      <${CommandForm} send=${endRun} verb="End run" close=${close} />
    <//>
  `;
}
