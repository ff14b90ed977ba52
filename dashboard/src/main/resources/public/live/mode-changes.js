// The mode changes of the run, with their evidence.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { clock, count, critical, index, mode } from "../base/format.js";

export function ModeChangesCard({ state }) {
  const changes = state.modeChanges;
  return html`
    <section class="card grow" aria-labelledby="mode-changes">
      <h2 id="mode-changes">Mode changes</h2>
      ${changes.length === 0
        ? html`<p class="empty">No mode change in this run.</p>`
        : html`<ol class="changes" tabindex="0" aria-label="Mode changes, newest first">${changes.map(each => html`<${Change} change=${each} key=${each.timeMillis + each.to} />`)}</ol>`}
    </section>
  `;
}

function Change({ change }) {
  return html`
    <li>
      <time>${clock(change.timeMillis)}</time>
      <div>
        <b>${mode(change.from)} → <span class=${change.to === "RULES" ? "warn" : "saved"}>${mode(change.to)}</span></b>
        <span class="by"> by ${change.actor}</span>
        <p>${change.reason}</p>
        <p class="evidence">${evidence(change.evidence)}</p>
      </div>
    </li>
  `;
}

const evidence = reading =>
  reading
    ? `PSI ${index(reading.psi)}, critical ${critical(reading.criticalValue)}, ${count(reading.sampleSize)} withdrawals`
    : "No drift reading available at that time.";
