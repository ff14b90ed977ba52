// The population stability index of the model's scores against its reference distribution.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { count, critical, index, missing, asText, share } from "../base/format.js";
import { isDrifting } from "./pipeline.js";
import { SeriesChart } from "./series-chart.js";

export function DriftCard({ state }) {
  const { drift, minutes } = state;
  const reading = drift.reading;
  return html`
    <section class="card" aria-labelledby="drift">
      <h2 id="drift">Score drift (PSI)</h2>
      ${missing(reading)
        ? html`<p class="empty"><span class="absent">Not available</span>: too few withdrawals in the window.</p>`
        : html`<${Reading} drift=${drift} />`}
      ${minutes.some(each => !missing(each.psi)) && html`<${PsiChart} state=${state} />`}
      <p class="why more">
        Fallback to rules above the critical PSI (${share(drift.alarmThreshold)}); recovery below
        ${" "}${share(drift.recoveryThreshold)}.
      </p>
    </section>
  `;
}

function Reading({ drift }) {
  const { psi, criticalValue, sampleSize } = drift.reading;
  const drifting = isDrifting(drift);
  return html`
    <div class="figure ${drifting ? "warn" : ""}">${index(psi)} <small>PSI, critical ${critical(criticalValue)}</small></div>
    <p class="why">
      <b class=${drifting ? "warn" : "saved"}>${drifting ? "Drift" : "No drift"}</b> in the last
      ${" "}${count(sampleSize)} withdrawals
    </p>
  `;
}

function PsiChart({ state }) {
  const { drift, minutes } = state;
  const values = minutes.map(each => each.psi);
  const lines = [{ value: drift.alarmThreshold, token: "fraud", text: "fallback to rules" }];
  const peak = Math.max(...values.map(value => value ?? 0));
  return html`
    <${SeriesChart}
      state=${state} height=${7.4} edge=${0.6} lines=${lines}
      label=${`Population stability index: now ${asText(drift.reading?.psi, index)}, at most ${index(peak)}; fallback to rules above ${share(drift.alarmThreshold)}.`}
      scales=${{ y: { range: (u, from, to) => [0, Math.max(drift.alarmThreshold * 1.4, (to ?? 0) * 1.15)], ticks: share, spaceRem: 2 } }}
      series=${[{ label: "PSI", token: "warn", values, width: 2 }]}
    />
  `;
}
