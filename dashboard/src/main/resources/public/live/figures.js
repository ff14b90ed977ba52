// The four figures a person looks at first: money, quality, people, time.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { count, many, millis, missing, percent, said, share, shown, usd } from "../base/format.js";
import { StackedBar } from "./stacked-bar.js";

export function Figures({ state }) {
  return html`
    <${NetCost} money=${state.money} />
    <${QualityFigure} quality=${state.quality} />
    <${PeopleFigure} people=${state.people} />
    <${LatencyFigure} latency=${state.latency} />
  `;
}

function NetCost({ money }) {
  const parts = [
    { name: "fraud", tone: "fraud", value: money.fraudLossUsd },
    { name: "users who left", tone: "honest", value: money.ltvLostUsd },
    { name: "fees", tone: "quiet", value: money.feeLossUsd },
  ];
  return html`
    <section class="card s3" aria-labelledby="net-cost">
      <h2 id="net-cost">Net cost so far</h2>
      <div class="figure">${shown(money.netCostUsd, usd)}</div>
      <p class="why">
        <b class="fraud">${shown(money.fraudLossUsd, usd)}</b> fraud · <b class="honest">${shown(money.ltvLostUsd, usd)}</b> users
        who left · <b>${shown(money.feeLossUsd, usd)}</b> fees
      </p>
      <${StackedBar} label="Net cost" parts=${parts} format=${usd} />
      <p class="why more">
        <b class="saved">${shown(money.fraudPreventedUsd, usd)}</b> fraud prevented. Not in the sum:
        <b> ${shown(money.opportunityLossUsd, usd)}</b> that prices took from users who waited
      </p>
    </section>
  `;
}

function QualityFigure({ quality }) {
  const frauds = quality.truePositives + quality.falseNegatives;
  return html`
    <section class="card s3" aria-labelledby="quality">
      <h2 id="quality">Precision and recall, by the truth of the simulation</h2>
      <div class="pair">
        <div><span class="figure">${shown(quality.precision, share)}</span><small>precision</small></div>
        <div><span class="figure saved">${shown(quality.recall, share)}</span><small>recall</small></div>
      </div>
      <p class="why">
        <b class="saved">${count(quality.truePositives)}</b> of ${many(frauds, "fraud")} stopped,
        <b class="fraud"> ${count(quality.falseNegatives)}</b> missed
      </p>
      <p class="why more">
        <b class="honest">${count(quality.falsePositives)}</b> honest requests stopped,
        ${" "}${shown(quality.falsePositiveRate, rate => percent(100 * rate))} of all honest ones
      </p>
    </section>
  `;
}

function PeopleFigure({ people }) {
  return html`
    <section class="card s3" aria-labelledby="people">
      <h2 id="people">Honest users stopped, users who left</h2>
      <div class="pair">
        <div><span class="figure honest">${count(people.honestStopped)}</span><small>stopped</small></div>
        <div><span class="figure">${count(people.left)}</span><small>left</small></div>
      </div>
      <p class="why"><b>${count(people.complaints)}</b> ${people.complaints === 1 ? "complaint" : "complaints"}</p>
      <p class="why more"><b>${count(people.leftByWordOfMouth)}</b> of those who left had only heard of it from a friend</p>
    </section>
  `;
}

const STAGES = [
  ["queue", "quiet", "queueMillis"],
  ["features", "honest", "featureMillis"],
  ["decide", "fraud", "decideMillis"],
  ["way back", "faint", "wayBackMillis"],
];

function LatencyFigure({ latency }) {
  const { recent, whole, stages, budgetMillis } = latency;
  const tone = missing(recent.p99Millis) || recent.p99Millis <= budgetMillis ? "" : "fraud";
  const parts = STAGES.map(([name, colour, key]) => ({ name, tone: colour, value: stages[key] }));
  return html`
    <section class="card s3" aria-labelledby="latency">
      <h2 id="latency">Decision latency, last 10 seconds</h2>
      <div class="figure ${tone}">
        ${shown(recent.p99Millis, millis)}
        ${!missing(recent.p99Millis) && html` <small>ms p99 of ${count(budgetMillis)} · p50 ${shown(recent.p50Millis, millis)}</small>`}
      </div>
      <p class="why">${parts.map((each, at) => html`${at > 0 && " · "}${each.name} ${said(each.value, millis)}`)}</p>
      <${StackedBar} label="Mean latency in milliseconds" parts=${parts} format=${millis} whole=${budgetMillis} />
      <p class="why more">
        Whole run: p50 ${shown(whole.p50Millis, millis)}, p99 ${shown(whole.p99Millis, millis)};
        <b> ${count(latency.missedDeadlines)}</b> missed the deadline
      </p>
    </section>
  `;
}
