// The last decisions, one line each, with the reasons and what the customer is told of them. Paused, it keeps the lines that were there.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { action, clockWithSeconds, decidedBy, millis, share, shown, tier, usd } from "../base/format.js";

const ASKS = { BUY: "buy", SELL: "sell", WITHDRAWAL: "withdraw" };
const TONES = { ALLOW: "allow", STEP_UP: "step", HOLD: "hold", BLOCK: "block" };

export function DecisionsCard({ state, table, pause, only, open }) {
  const isStopped = table.only === "stopped";
  const rows = isStopped ? state.stopped : state.decisions;
  return html`
    <section class="card s12" id="decisions" tabindex="-1" aria-labelledby="decisions-title">
      <div class="title">
        <h2 id="decisions-title">Decisions</h2>
        <div class="tools">
          ${table.paused && html`<span class="when">paused at ${clockWithSeconds(state.run.nowMillis)}</span>`}
          <div class="choice" role="group" aria-label="Which decisions">
            <button aria-pressed=${String(isStopped)} title="Switch (F)" onClick=${() => only("stopped")}>Stopped only</button>
            <button aria-pressed=${String(!isStopped)} title="Switch (F)" onClick=${() => only("all")}>All</button>
          </div>
          <button class="btn" aria-pressed=${String(table.paused !== null)} title="Pause or go on (Space)" onClick=${pause}>${table.paused ? "Go on" : "Pause"}</button>
        </div>
      </div>
      ${rows.length === 0 ? html`<p class="empty">${isStopped ? "Nothing has been stopped yet." : "No decision yet."}</p>` : html`<${Table} rows=${rows} open=${open} />`}
    </section>
  `;
}

function Table({ rows, open }) {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="The last decisions">
      <table class="decisions">
        <thead>
          <tr>
            <th scope="col">time</th><th scope="col">who</th><th scope="col">asks to</th><th scope="col" class="n">amount</th>
            <th scope="col" class="n">p(fraud)</th><th scope="col">decision</th><th scope="col">decided by</th>
            <th scope="col" class="reason">because</th><th scope="col" class="n">ms</th>
          </tr>
        </thead>
        <tbody>${rows.map(row => html`<${Row} row=${row} open=${open} key=${row.eventId} />`)}</tbody>
      </table>
    </div>
  `;
}

function Row({ row, open }) {
  return html`
    <tr>
      <td>${clockWithSeconds(row.timeMillis)}</td>
      <td>u-${row.userId} <span class="soft">${tier(row.tier)} · ${row.jurisdiction}</span></td>
      <td>${ASKS[row.kind]} ${row.asset}</td>
      <td class="n">${usd(row.amountUsd)}</td>
      <td class="n">${share(row.probability)}</td>
      <td><span class="tag ${TONES[row.action]}">${action(row)}</span></td>
      <td><button class="link" title="Why, which model, and who put it there" onClick=${() => open("which", row.eventId)}>${decidedBy(row.decidedBy)}${row.role === "STAGED" ? ", staged" : ""}</button></td>
      <td class="reason">${row.reasons.join(", ")}<${Told} texts=${row.toldCustomer} /></td>
      <td class="n">${shown(row.latencyMillis, millis)}</td>
    </tr>
  `;
}

// What a customer who was not simply let through is told, on a line of its own.
function Told({ texts }) {
  return texts.length > 0 && html`<div class="told"><b>customer is told</b> ${texts.join(" ")}</div>`;
}
