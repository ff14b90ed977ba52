// The bill of a finished run, next to the bills of other operators on the same seed.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { count, missing, share, formatted, usd } from "../base/format.js";
import { scale } from "./bill-scale.js";

const THIS_RUN = "this-run";
const NAMES = {
  [THIS_RUN]: ["This run", "your decisions"],
  "do-nothing": ["No intervention", "model and drift monitor only"],
  "allow-all": ["Allow all", "no controls"],
  "block-all": ["Block all", "no withdrawals"],
  textbook: ["Textbook", "recommended response"],
  tempting: ["Tempting", "plausible but wrong response"],
  oracle: ["Oracle", "perfect information"],
};
const nameOf = arm => NAMES[arm.operator] ?? [arm.operator, ""];

export function BillCard({ bill }) {
  return html`
    <section class="card s12 bill" id="bill" tabindex="-1" aria-labelledby="bill-title">
      <h2 id="bill-title">Bill of the run</h2>
      <p class="verdict">${verdict(bill)}</p>
      ${bill.arms.length > 0 && html`<${Arms} arms=${bill.arms} />`}
      ${bill.status === "READY" && html`<p class="why more">All operators share one seed: users, prices and fraud rings.</p>`}
    </section>
  `;
}

function verdict(bill) {
  if (bill.status === "FAILED") {
    return `The bill could not be computed: ${bill.failure}`;
  }
  const mine = bill.arms.find(arm => arm.operator === THIS_RUN);
  const alone = bill.arms.find(arm => arm.operator === "do-nothing");
  if (bill.status === "COMPUTING" || missing(mine?.netCostUsd) || missing(alone?.netCostUsd)) {
    return "Run finished. Computing the bills of the other operators on the same seed.";
  }
  const saved = alone.netCostUsd - mine.netCostUsd;
  const cost = `This run cost ${usd(mine.netCostUsd)} and ${count(mine.usersLost)} ${mine.usersLost === 1 ? "user" : "users"}.`;
  if (Math.round(saved) === 0) {
    return `${cost} Without intervention it would have cost the same.`;
  }
  return `${cost} Without intervention it would have cost ${usd(alone.netCostUsd)}: you ${saved > 0 ? "saved" : "lost"} ${usd(Math.abs(saved))}.`;
}

function Arms({ arms }) {
  const longest = scale(arms.map(arm => arm.netCostUsd));
  return html`
    <div class="legend">
      <span><i class="key fraud"></i>fraud loss</span><span><i class="key honest"></i>lifetime value of lost users</span>
      <span><i class="key faint"></i>fees</span>
    </div>
    <div class="scroll flat" tabindex="0" role="region" aria-label="Net cost of each operator">
      <table>
        <thead>
          <tr>
            <th scope="col">operator</th><th scope="col" class="n">net cost</th><th scope="col" class="wide"><span class="visually-hidden">as a bar</span></th>
            <th scope="col" class="n">fraud</th><th scope="col" class="n">lifetime value lost</th><th scope="col" class="n">users lost</th>
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
      <td class="n"><b>${formatted(arm.netCostUsd, usd)}</b></td>
      <td class="wide"><${CostBar} arm=${arm} longest=${longest} /></td>
      <td class="n">${formatted(arm.fraudLossUsd, usd)}</td>
      <td class="n">${formatted(arm.ltvLostUsd, usd)}</td>
      <td class="n">${count(arm.usersLost)}</td>
      <td class="n">${formatted(arm.precision, share)}</td>
      <td class="n">${formatted(arm.recall, share)}</td>
    </tr>
  `;
}

/** Decoration: the figures are in the row. A bar beyond the scale is cut and marked. */
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
