// The four main figures: cost, quality, users, latency.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { count, plural, millis, missing, percent, asText, rate, share, formatted, usd } from "../base/format.js";
import { StackedBar } from "./stacked-bar.js";

export function Figures({ state }) {
  return html`
    <${NetCost} costs=${state.costs} finished=${state.run.phase === "FINISHED"} />
    <${QualityFigure} quality=${state.quality} />
    <${UsersFigure} users=${state.users} />
    <${LatencyFigure} latency=${state.latency} />
  `;
}

function NetCost({ costs, finished }) {
  const parts = [
    { name: "fraud", tone: "fraud", value: costs.fraudLossUsd },
    { name: "churn", tone: "honest", value: costs.ltvLostUsd },
    { name: "fees", tone: "faint", value: costs.feeLossUsd },
    { name: "laundering", tone: "quiet", value: costs.complianceCostUsd },
  ];
  return html`
    <section class="card s3" aria-labelledby="net-cost">
      <h2 id="net-cost">${finished ? "Net cost" : "Net cost so far"}</h2>
      <div class="figure">${formatted(costs.netCostUsd, usd)}</div>
      <${StackedBar} label="Net cost" parts=${parts} format=${usd} />
      <p class="why">
        <b class="fraud">${formatted(costs.fraudLossUsd, usd)}</b> fraud · <b class="honest">${formatted(costs.ltvLostUsd, usd)}</b> churn
        (lifetime value) · <b>${formatted(costs.feeLossUsd, usd)}</b> fees ·
        <b> ${formatted(costs.complianceCostUsd, usd)}</b> penalties for laundering
      </p>
      <p class="why more">
        <b>${formatted(costs.expectedNetCostUsd, usd)}</b> with expected instead of drawn departures ·
        <b class="saved"> ${formatted(costs.fraudPreventedUsd, usd)}</b> prevented ·
        <b> ${formatted(costs.opportunityLossUsd, usd)}</b> opportunity loss of delayed users, not included
      </p>
    </section>
  `;
}

function QualityFigure({ quality }) {
  const { attempted, stopped, missed, slippedThrough } = quality.thefts;
  const parts = [
    { name: "thefts stopped", tone: "saved", value: stopped },
    { name: "thefts missed", tone: "fraud", value: missed },
    { name: "slipped through at a retry", tone: "honest", value: slippedThrough },
  ];
  return html`
    <section class="card s3" aria-labelledby="quality">
      <h2 id="quality">Precision and recall</h2>
      <div class="pair">
        <div><span class="figure">${formatted(quality.precision, share)}</span><small>precision</small></div>
        <div><span class="figure saved">${formatted(quality.recall, share)}</span><small>recall</small></div>
      </div>
      <${StackedBar} label="Thefts" parts=${parts} format=${count} />
      <p class="why">
        Ground truth: <b class="saved">${count(stopped)}</b> of ${plural(attempted, "theft")} stopped,
        <b class="fraud"> ${count(missed)}</b> missed, <b class="fraud">${count(slippedThrough)}</b> slipped through at a retry
      </p>
      <p class="why more">
        <b class="honest">${count(quality.falsePositives)}</b> honest requests stopped (false positives)${!missing(quality.falsePositiveRate) && `, ${percent(100 * quality.falsePositiveRate)} of all`}.
        Precision and recall are of withdrawals that met friction, retries and passed challenges included
      </p>
    </section>
  `;
}

function UsersFigure({ users }) {
  const byWordOfMouth = users.lostToWordOfMouth;
  const parts = [
    { name: "lost by own experience", tone: "honest", value: users.lost - byWordOfMouth },
    { name: "lost to word of mouth", tone: "faint", value: byWordOfMouth },
  ];
  return html`
    <section class="card s3" aria-labelledby="users">
      <h2 id="users">False positives and churn</h2>
      <div class="pair">
        <div><span class="figure honest">${count(users.honestStoppedEvents)}</span><small>honest requests stopped</small></div>
        <div><span class="figure">${count(users.lost)}</span><small>users lost</small></div>
      </div>
      <${StackedBar} label="Users lost" parts=${parts} format=${count} />
      <p class="why"><b>${count(users.complaints)}</b> ${users.complaints === 1 ? "complaint" : "complaints"}</p>
      <p class="why more">
        <b>${count(byWordOfMouth)}</b> of the lost users by word of mouth (expected <b>${rate(users.expectedLostToWordOfMouth)}</b>):
        the lost told <b>${count(users.peopleTold)}</b> people, <b>${count(users.peopleReached)}</b> of them customers
      </p>
    </section>
  `;
}

const STAGES = [
  ["queue", "quiet", "queueMillis"],
  ["features", "honest", "featureMillis"],
  ["decide", "fraud", "decideMillis"],
  ["return", "faint", "returnMillis"],
];

function LatencyFigure({ latency }) {
  const { recent, overall, stages, budgetMillis } = latency;
  const tone = missing(recent.p99Millis) || recent.p99Millis <= budgetMillis ? "" : "fraud";
  const parts = STAGES.map(([name, colour, key]) => ({ name, tone: colour, value: stages[key] }));
  return html`
    <section class="card s3" aria-labelledby="latency">
      <h2 id="latency">Decision latency, last 10 seconds</h2>
      <div class="figure ${tone}">
        ${formatted(recent.p99Millis, millis)}
        ${!missing(recent.p99Millis) && html` <small>ms p99 of ${count(budgetMillis)} · p50 ${formatted(recent.p50Millis, millis)}</small>`}
      </div>
      <${StackedBar} label="Mean latency in milliseconds" parts=${parts} format=${millis} whole=${budgetMillis} />
      <p class="why">
        ${missing(stages.queueMillis) ? "No decision yet" : parts.map((each, at) => html`${at > 0 && " · "}<span class="whole">${each.name} <b>${asText(each.value, millis)}</b></span>`)}
      </p>
      <p class="why more">
        Whole run: p50 ${formatted(overall.p50Millis, millis)}, p99 ${formatted(overall.p99Millis, millis)};
        <b> ${count(latency.missedDeadlines)}</b> missed the deadline
      </p>
    </section>
  `;
}
