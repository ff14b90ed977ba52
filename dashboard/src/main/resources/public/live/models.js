// The model registry: versions with status and assignment, shadow comparisons, and the registry history.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { clock, count, missing, percent, usd } from "../base/format.js";

const STATUSES = { CHAMPION: "champion", STAGED: "staged", SHADOW: "shadow", REGISTERED: "registered", RETIRED: "retired" };

export const status = row => (row.status === "STAGED" ? `staged to ${percent(100 * row.share)}` : STATUSES[row.status]);

export function ModelsCard({ state, open }) {
  const { registry, run } = state;
  return html`
    <section class="card s12" id="models" tabindex="-1" aria-labelledby="models-title">
      <div class="title">
        <h2 id="models-title">Models</h2>
        ${run.phase === "RUNNING" && registry.versions.length > 1 && html`<button class="btn" onClick=${() => open("model", null)}>Roll back</button>`}
      </div>
      ${registry.versions.length === 0
        ? html`<p class="empty">Registry empty: the scorer uses its seed model.</p>`
        : html`<${Versions} state=${state} open=${open} />`}
      ${registry.shadows.length > 0 && html`<${Shadows} shadows=${registry.shadows} />`}
      ${(registry.orders.length > 0 || registry.refusals.length > 0) && html`<${History} registry=${registry} />`}
    </section>
  `;
}

function Versions({ state, open }) {
  const isRunning = state.run.phase === "RUNNING";
  return html`
    <div class="scroll flat" tabindex="0" role="region" aria-label="Model versions">
      <table class="models">
        <thead>
          <tr><th scope="col">version</th><th scope="col">name</th><th scope="col">status</th><th scope="col">assigned by</th><th scope="col">since</th><th scope="col" class="reason">reason</th><th scope="col"><span class="visually-hidden">command</span></th></tr>
        </thead>
        <tbody>${state.registry.versions.map(row => html`
          <tr key=${row.model}>
            <th scope="row"><code>${row.model}</code></th>
            <td>${row.name}</td>
            <td><span class="tag ${row.status === "CHAMPION" ? "allow" : row.status === "STAGED" ? "step" : "plain"}">${status(row)}</span>${row.status === "STAGED" && row.shadowing && html` <span class="soft">and shadow</span>`}${!missing(row.quarantine) && html` <span class="tag step" title=${row.quarantine}>in quarantine</span>`}</td>
            <td>${row.assignedBy}</td>
            <td>${clock(row.assignedAtMillis)}</td>
            <td class="reason">${row.assignedReason}</td>
            <td>${isRunning && row.status !== "CHAMPION" && row.status !== "RETIRED" && html`<button class="btn" aria-label=${"Change model " + row.model} onClick=${() => open("model", row.model)}>Change</button>`}</td>
          </tr>`)}</tbody>
      </table>
    </div>
  `;
}

function Shadows({ shadows }) {
  return html`
    <div class="scroll flat" tabindex="0" role="region" aria-label="Challenger comparison">
      <table class="models">
        <thead>
          <tr><th scope="col">challenger</th><th scope="col">against</th><th scope="col" class="n">events</th><th scope="col" class="n">agreement</th><th scope="col" class="n">disagreements</th><th scope="col" class="n">more lenient by</th><th scope="col" class="n">stricter by</th></tr>
        </thead>
        <tbody>${shadows.map(each => html`
          <tr key=${each.challenger + each.decider}>
            <th scope="row"><code>${each.challenger}</code></th>
            <td><code>${each.decider}</code></td>
            <td class="n">${count(each.scored)}</td>
            <td class="n">${percent(100 * each.agreementRate)}</td>
            <td class="n">${count(each.disagreements)}</td>
            <td class="n">${usd(each.lenientUsd)} <span class="soft">in ${count(each.lenientDisagreements)}</span></td>
            <td class="n">${usd(each.strictUsd)} <span class="soft">in ${count(each.strictDisagreements)}</span></td>
          </tr>`)}</tbody>
      </table>
    </div>
  `;
}

function History({ registry }) {
  return html`
    <details>
      <summary>Registry history</summary>
      <ol class="changes">
        ${registry.orders.map(line => html`
          <li key=${line.orderId}>
            <time>${clock(line.timeMillis)}</time>
            <div><b>${line.order}</b><span class="by"> by ${line.actor}</span><p>${line.reason}</p>${!missing(line.refusalReason) && html`<p class="evidence warn">refused: ${line.refusalReason}</p>`}</div>
          </li>`)}
        ${registry.refusals.map(each => html`
          <li key=${each.subject + each.timeMillis + each.reason}>
            <time>${clock(each.timeMillis)}</time>
            <div><b>${each.subject} refused</b><span class="by"> by the scorer, requested by ${each.actor}</span><p>${each.reason}</p></div>
          </li>`)}
      </ol>
    </details>
  `;
}
