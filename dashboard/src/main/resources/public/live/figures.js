// The four figures a person looks at first: money, quality, people, time.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { count, many, millis, missing, percent, said, share, shown, usd } from "../base/format.js";
import { StackedBar } from "./stacked-bar.js";

export function Figures({ state }) {
  return html`
    <${NetCost} money=${state.money} finished=${state.run.phase === "FINISHED"} />
    <${QualityFigure} quality=${state.quality} />
    <${PeopleFigure} people=${state.people} />
    <${LatencyFigure} latency=${state.latency} />
  `;
}

function NetCost({ money, finished }) {
  const parts = [
    { name: "fraud", tone: "fraud", value: money.fraudLossUsd },
    { name: "users who left", tone: "honest", value: money.ltvLostUsd },
    { name: "fees", tone: "faint", value: money.feeLossUsd },
  ];
  return html`
    <section class="card s3" aria-labelledby="net-cost">
      <h2 id="net-cost">${finished ? "Net cost" : "Net cost so far"}</h2>
      <div class="figure">${shown(money.netCostUsd, usd)}</div>
      <${StackedBar} label="Net cost" parts=${parts} format=${usd} />
      <p class="why">
        <b class="fraud">${shown(money.fraudLossUsd, usd)}</b> fraud · <b class="honest">${shown(money.ltvLostUsd, usd)}</b> users
        lost · <b>${shown(money.feeLossUsd, usd)}</b> fees
      </p>
      <p class="why more">
        <b class="saved">${shown(money.fraudPreventedUsd, usd)}</b> prevented · users who waited lost
        <b> ${shown(money.opportunityLossUsd, usd)}</b> more, not counted
      </p>
    </section>
  `;
}

function QualityFigure({ quality }) {
  const frauds = quality.truePositives + quality.falseNegatives;
  const parts = [
    { name: "frauds stopped", tone: "saved", value: quality.truePositives },
    { name: "frauds missed", tone: "fraud", value: quality.falseNegatives },
  ];
  return html`
    <section class="card s3" aria-labelledby="quality">
      <h2 id="quality">Precision and recall</h2>
      <div class="pair">
        <div><span class="figure">${shown(quality.precision, share)}</span><small>precision</small></div>
        <div><span class="figure saved">${shown(quality.recall, share)}</span><small>recall</small></div>
      </div>
      <${StackedBar} label="Frauds" parts=${parts} format=${count} />
      <p class="why">
        By the truth of the simulation: <b class="saved">${count(quality.truePositives)}</b> of ${many(frauds, "fraud")} stopped,
        <b class="fraud"> ${count(quality.falseNegatives)}</b> missed
      </p>
      <p class="why more">
        <b class="honest">${count(quality.falsePositives)}</b> honest requests stopped${!missing(quality.falsePositiveRate) && `, ${percent(100 * quality.falsePositiveRate)} of all`}
      </p>
    </section>
  `;
}

function PeopleFigure({ people }) {
  const told = people.leftByWordOfMouth;
  const parts = [
    { name: "left by themselves", tone: "honest", value: people.left - told },
    { name: "left by word of mouth", tone: "faint", value: told },
  ];
  return html`
    <section class="card s3" aria-labelledby="people">
      <h2 id="people">Honest users stopped, users lost</h2>
      <div class="pair">
        <div><span class="figure honest">${count(people.honestStopped)}</span><small>stopped</small></div>
        <div><span class="figure">${count(people.left)}</span><small>left</small></div>
      </div>
      <${StackedBar} label="Users who left" parts=${parts} format=${count} />
      <p class="why"><b>${count(people.complaints)}</b> ${people.complaints === 1 ? "complaint" : "complaints"}</p>
      <p class="why more">
        <b>${count(told)}</b> of those who left had only heard of it from a friend
      </p>
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
      <${StackedBar} label="Mean latency in milliseconds" parts=${parts} format=${millis} whole=${budgetMillis} />
      <p class="why">
        ${missing(stages.queueMillis) ? "No decision yet" : parts.map((each, at) => html`${at > 0 && " · "}<span class="whole">${each.name} <b>${said(each.value, millis)}</b></span>`)}
      </p>
      <p class="why more">
        Whole run: p50 ${shown(whole.p50Millis, millis)}, p99 ${shown(whole.p99Millis, millis)};
        <b> ${count(latency.missedDeadlines)}</b> missed the deadline
      </p>
    </section>
  `;
}
