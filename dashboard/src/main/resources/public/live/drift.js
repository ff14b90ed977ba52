// Whether the model's scores still look like those it was made with.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { count, critical, index, missing, said, share } from "../base/format.js";
import { moved } from "./pipeline.js";
import { SeriesChart } from "./series-chart.js";

export function DriftCard({ state }) {
  const { drift, minutes } = state;
  const reading = drift.reading;
  return html`
    <section class="card" aria-labelledby="drift">
      <h2 id="drift">Drift of the model's scores</h2>
      ${missing(reading)
        ? html`<p class="empty"><span class="absent">Not available</span> yet: the window holds too few withdrawals to tell.</p>`
        : html`<${Reading} drift=${drift} />`}
      ${minutes.some(each => !missing(each.psi)) && html`<${PsiChart} state=${state} />`}
      <p class="why more">
        The rules take over when PSI is above its critical value, now ${share(drift.tripsAt)}; the model returns once it stays
        below ${share(drift.returnsBelow)}.
      </p>
    </section>
  `;
}

function Reading({ drift }) {
  const { psi, critical: limit, sample } = drift.reading;
  const isMoved = moved(drift);
  return html`
    <div class="figure ${isMoved ? "warn" : ""}">${index(psi)} <small>PSI, critical ${critical(limit)}</small></div>
    <p class="why">
      <b class=${isMoved ? "warn" : "saved"}>${isMoved ? "Scores moved" : "Scores as usual"}</b> in the last
      ${" "}${count(sample)} withdrawals
    </p>
  `;
}

function PsiChart({ state }) {
  const { drift, minutes } = state;
  const values = minutes.map(each => each.psi);
  const lines = [{ value: drift.tripsAt, token: "fraud", text: "rules take over" }];
  const peak = Math.max(...values.map(value => value ?? 0));
  return html`
    <${SeriesChart}
      state=${state} height=${7.4} edge=${0.6} lines=${lines}
      label=${`Population stability index: now ${said(drift.reading?.psi, index)}, at most ${index(peak)}; the rules take over above ${share(drift.tripsAt)}.`}
      scales=${{ y: { range: (u, from, to) => [0, Math.max(drift.tripsAt * 1.4, (to ?? 0) * 1.15)], ticks: share, spaceRem: 2 } }}
      series=${[{ label: "PSI", token: "warn", values, width: 2 }]}
    />
  `;
}
