// Which models there are, what each is for, who made it so, and how those that watch would have done.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { clock, count, missing, percent, usd } from "../base/format.js";

const DUTIES = { CHAMPION: "champion", STAGED: "staged", SHADOW: "shadow", READY: "ready", RETIRED: "retired" };

export const duty = row => (row.duty === "STAGED" ? `staged to ${percent(100 * row.share)}` : DUTIES[row.duty]);

export function ModelsCard({ state, open }) {
  const { registry, run } = state;
  return html`
    <section class="card s12" id="models" tabindex="-1" aria-labelledby="models-title">
      <div class="title">
        <h2 id="models-title">Models</h2>
        ${run.phase === "RUNNING" && registry.versions.length > 1 && html`<button class="btn" onClick=${() => open("model", null)}>Roll back</button>`}
      </div>
      ${registry.versions.length === 0
        ? html`<p class="empty">No version is in the registry yet: the model decides that the scorer was started with.</p>`
        : html`<${Versions} state=${state} open=${open} />`}
      ${registry.shadows.length > 0 && html`<${Shadows} shadows=${registry.shadows} />`}
      ${(registry.history.length > 0 || registry.refusals.length > 0) && html`<${History} registry=${registry} />`}
    </section>
  `;
}

function Versions({ state, open }) {
  const isRunning = state.run.phase === "RUNNING";
  return html`
    <div class="scroll flat" tabindex="0" role="region" aria-label="Versions of the model">
      <table class="models">
        <thead>
          <tr><th scope="col">version</th><th scope="col">name</th><th scope="col">is</th><th scope="col">put there by</th><th scope="col">at</th><th scope="col" class="reason">because</th><th scope="col"><span class="unseen">order</span></th></tr>
        </thead>
        <tbody>${state.registry.versions.map(row => html`
          <tr key=${row.model}>
            <th scope="row"><code>${row.model}</code></th>
            <td>${row.name}</td>
            <td><span class="tag ${row.duty === "CHAMPION" ? "allow" : row.duty === "STAGED" ? "step" : "plain"}">${duty(row)}</span>${row.duty === "STAGED" && row.shadows && html` <span class="soft">and shadow</span>`}</td>
            <td>${row.by}</td>
            <td>${clock(row.atMillis)}</td>
            <td class="reason">${row.why}</td>
            <td>${isRunning && row.duty !== "CHAMPION" && row.duty !== "RETIRED" && html`<button class="btn" aria-label=${"Order about " + row.model} onClick=${() => open("model", row.model)}>Change</button>`}</td>
          </tr>`)}</tbody>
      </table>
    </div>
  `;
}

function Shadows({ shadows }) {
  return html`
    <div class="scroll flat" tabindex="0" role="region" aria-label="What challengers would have done">
      <table class="models">
        <thead>
          <tr><th scope="col">challenger</th><th scope="col">against</th><th scope="col" class="n">events</th><th scope="col" class="n">agree</th><th scope="col" class="n">flips</th><th scope="col" class="n">would let pass</th><th scope="col" class="n">would stop</th></tr>
        </thead>
        <tbody>${shadows.map(each => html`
          <tr key=${each.challenger + each.decider}>
            <th scope="row"><code>${each.challenger}</code></th>
            <td><code>${each.decider}</code></td>
            <td class="n">${count(each.scored)}</td>
            <td class="n">${percent(100 * each.agreementRate)}</td>
            <td class="n">${count(each.flips)}</td>
            <td class="n">${usd(each.milderUsd)} <span class="soft">in ${count(each.milderFlips)}</span></td>
            <td class="n">${usd(each.harsherUsd)} <span class="soft">in ${count(each.harsherFlips)}</span></td>
          </tr>`)}</tbody>
      </table>
    </div>
  `;
}

function History({ registry }) {
  return html`
    <details>
      <summary>Orders and refusals</summary>
      <ol class="changes">
        ${registry.history.map(line => html`
          <li key=${line.orderId}>
            <time>${clock(line.atMillis)}</time>
            <div><b>${line.order}</b><span class="by"> by ${line.by}</span><p>${line.why}</p>${!missing(line.refusedBecause) && html`<p class="evidence warn">refused: ${line.refusedBecause}</p>`}</div>
          </li>`)}
        ${registry.refusals.map(each => html`
          <li key=${each.what + each.timeMillis + each.why}>
            <time>${clock(each.timeMillis)}</time>
            <div><b>${each.what} refused</b><span class="by"> by the scorer, asked by ${each.by}</span><p>${each.why}</p></div>
          </li>`)}
      </ol>
    </details>
  `;
}
