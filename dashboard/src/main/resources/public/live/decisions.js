// The last decisions, one row each, with the reasons and the notice to the customer. A paused table keeps its rows.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { action, clockWithSeconds, decidedBy, millis, share, formatted, tier, usd } from "../base/format.js";

const REQUESTS = { BUY: "buy", SELL: "sell", WITHDRAWAL: "withdraw" };
const TONES = { ALLOW: "allow", STEP_UP: "step", LIMIT: "step", HOLD: "hold", REVIEW: "hold", BLOCK: "block" };

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
          <button class="btn" aria-pressed=${String(table.paused !== null)} title="Pause or resume (Space)" onClick=${pause}>${table.paused ? "Resume" : "Pause"}</button>
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
            <th scope="col">time</th><th scope="col">user</th><th scope="col">request</th><th scope="col" class="n">amount</th>
            <th scope="col" class="n">p(fraud)</th><th scope="col">decision</th><th scope="col">decided by</th>
            <th scope="col" class="reason">reasons</th><th scope="col" class="n">latency, ms</th>
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
      <td>${REQUESTS[row.kind]} ${row.asset}</td>
      <td class="n">${usd(row.amountUsd)}</td>
      <td class="n">${share(row.probability)}</td>
      <td><span class="tag ${TONES[row.action]}">${action(row)}</span></td>
      <td><button class="link" title="Decision provenance" onClick=${() => open("provenance", row.eventId)}>${decidedBy(row.decidedBy)}${row.role === "STAGED" ? ", staged" : ""}</button></td>
      <td class="reason">${row.reasons.join(", ")}<${CustomerNotice} texts=${row.customerReasons} /></td>
      <td class="n">${formatted(row.latencyMillis, millis)}</td>
    </tr>
  `;
}

// The notice to a customer whose request met friction, on a line of its own.
function CustomerNotice({ texts }) {
  return texts.length > 0 && html`<div class="customer-notice"><b>customer notice</b> ${texts.join(" ")}</div>`;
}
