// The bill of a finished run: what it cost, beside what others would have cost on the same day.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { count, missing, share, shown, usd } from "../base/format.js";
import { scale } from "./bill-scale.js";

const THIS_RUN = "this-run";
const NAMES = {
  [THIS_RUN]: ["This run", "as you played it"],
  "do-nothing": ["Nobody intervenes", "model and monitor alone"],
  "allow-all": ["Allow everything", "no check at all"],
  "block-all": ["Block everything", "nothing leaves"],
  textbook: ["By the book", "the right response"],
  tempting: ["The tempting response", "looks right, is not"],
  oracle: ["The oracle", "knows the truth"],
};
const nameOf = arm => NAMES[arm.operator] ?? [arm.operator, ""];

export function BillCard({ bill }) {
  return html`
    <section class="card s12 bill" id="bill" tabindex="-1" aria-labelledby="bill-title">
      <h2 id="bill-title">The bill</h2>
      <p class="verdict">${verdict(bill)}</p>
      ${bill.arms.length > 0 && html`<${Arms} arms=${bill.arms} />`}
      ${bill.stage === "READY" && html`<p class="why more">All on the same seed: the same users, the same prices, the same fraudsters.</p>`}
    </section>
  `;
}

function verdict(bill) {
  if (bill.stage === "FAILED") {
    return `The bill could not be made: ${bill.note}`;
  }
  const mine = bill.arms.find(arm => arm.operator === THIS_RUN);
  const alone = bill.arms.find(arm => arm.operator === "do-nothing");
  if (bill.stage === "COMPUTING" || missing(mine?.netCostUsd) || missing(alone?.netCostUsd)) {
    return "The run is over. The same day is being played again by others, to see what yours was worth.";
  }
  const saved = alone.netCostUsd - mine.netCostUsd;
  const cost = `This run cost ${usd(mine.netCostUsd)} and ${count(mine.usersLost)} ${mine.usersLost === 1 ? "user" : "users"}.`;
  if (Math.round(saved) === 0) {
    return `${cost} With nobody intervening it would have been the same.`;
  }
  return `${cost} With nobody intervening it would have been ${usd(alone.netCostUsd)}: you ${saved > 0 ? "saved" : "lost"} ${usd(Math.abs(saved))}.`;
}

function Arms({ arms }) {
  const longest = scale(arms.map(arm => arm.netCostUsd));
  return html`
    <div class="legend">
      <span><i class="key fraud"></i>lost to fraud</span><span><i class="key honest"></i>lifetime value of users who left</span>
      <span><i class="key faint"></i>fees</span>
    </div>
    <div class="scroll flat" tabindex="0" role="region" aria-label="Net cost of each operator">
      <table>
        <thead>
          <tr>
            <th scope="col">who decides</th><th scope="col" class="n">net cost</th><th scope="col" class="wide"><span class="unseen">as a bar</span></th>
            <th scope="col" class="n">fraud</th><th scope="col" class="n">users' value</th><th scope="col" class="n">users lost</th>
            <th scope="col" class="n">precision</th><th scope="col" class="n">recall</th>
          </tr>
        </thead>
        <tbody>${arms.map(arm => html`<${Arm} arm=${arm} longest=${longest} key=${arm.operator} />`)}</tbody>
      </table>
    </div>
  `;
}

function Arm({ arm, longest }) {
  const [name, note] = nameOf(arm);
  return html`
    <tr class=${arm.operator === THIS_RUN ? "mine" : ""}>
      <th scope="row"><b>${name}</b> <span class="soft">${note}</span></th>
      <td class="n"><b>${shown(arm.netCostUsd, usd)}</b></td>
      <td class="wide"><${CostBar} arm=${arm} longest=${longest} /></td>
      <td class="n">${shown(arm.fraudLossUsd, usd)}</td>
      <td class="n">${shown(arm.ltvLostUsd, usd)}</td>
      <td class="n">${count(arm.usersLost)}</td>
      <td class="n">${shown(arm.precision, share)}</td>
      <td class="n">${shown(arm.recall, share)}</td>
    </tr>
  `;
}

/** Decoration: the figures stand beside it. A bar that is too long is cut, and says how long it is. */
function CostBar({ arm, longest }) {
  if (missing(arm.netCostUsd) || arm.netCostUsd <= 0) {
    return null;
  }
  const rest = Math.max(0, arm.netCostUsd - (arm.fraudLossUsd ?? 0) - (arm.ltvLostUsd ?? 0));
  const parts = [["fraud", arm.fraudLossUsd ?? 0], ["honest", arm.ltvLostUsd ?? 0], ["faint", rest]];
  const times = arm.netCostUsd / longest;
  const isCut = times > 1;
  return html`
    <div class="cost ${isCut ? "cut" : ""}" aria-hidden="true">
      <div class="bar" style=${{ width: 100 * Math.min(1, times) + "%" }}>
        ${parts.map(([tone, value]) => html`<i class="fill-${tone}" style=${{ width: (100 * value) / arm.netCostUsd + "%" }}></i>`)}
      </div>
      ${isCut && html`<small>not to scale</small>`}
    </div>
  `;
}
