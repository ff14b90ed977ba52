// The run minute by minute: three charts with one time axis, and the same figures as a table.
import { html, useState } from "../vendor/htm-preact-3.1.1.js";
import { clock, count, millis, missing, percent, asText, formatted, duration, usd } from "../base/format.js";
import { SeriesChart } from "./series-chart.js";

const NO_DATA = "No complete minute yet.";
const thousands = value => (value >= 10_000 ? `$${Math.round(value / 100) / 10}k` : usd(value));
const fromZero = least => (u, from, to) => [0, Math.max(least, (to ?? 0) * 1.12)];

export function ChartsCard({ state }) {
  const [hover, setHover] = useState(null);
  const minutes = state.minutes;
  const at = hover !== null && hover < minutes.length ? hover : minutes.length - 1;
  return html`
    <section class="card s8 charts" id="charts" tabindex="-1" aria-labelledby="charts-title">
      <div class="title">
        <h2 id="charts-title">Live charts</h2>
        <span class="when">${minutes.length > 0 && (hover === null ? "last minute" : clock(minutes[at].timeMillis))}</span>
      </div>
      ${minutes.length === 0 ? html`<p class="empty tall">${NO_DATA}</p>` : html`<${Charts} state=${state} minute=${minutes[at]} setHover=${setHover} />`}
    </section>
  `;
}

function Charts({ state, minute, setHover }) {
  const column = key => state.minutes.map(each => each[key]);
  const budget = state.latency.budgetMillis;
  return html`
    <div class="legend">
      <${Entry} tone="honest" label="withdrawals stopped" value=${formatted(minute.stoppedPercent, percent)} />
      <${Entry} tone="fraud" label="fraud (ground truth)" value=${formatted(minute.fraudPercent, percent)} />
      <${Entry} tone="quiet dash" label="price, right scale" value=${formatted(minute.priceUsd, usd)} />
    </div>
    <${SeriesChart}
      state=${state} height=${13} labelEvents=${true} onHover=${setHover}
      label=${`Stopped withdrawals, fraud and price. ${trendText(state.minutes)}`}
      scales=${{
        y: { range: fromZero(2), ticks: value => `${value} %` },
        right: { range: (u, from, to) => margin(from, to), ticks: thousands },
      }}
      series=${[
        { label: "price", scale: "right", token: "quiet", values: column("priceUsd"), dash: [4, 3], width: 1.5 },
        { label: "fraud", token: "fraud", values: column("fraudPercent") },
        { label: "stopped", token: "honest", values: column("stoppedPercent"), width: 2.4 },
      ]}
    />
    <div class="legend"><${Entry} tone="faint" label="withdrawals a minute" value=${count(minute.withdrawals)} /></div>
    <${SeriesChart}
      state=${state} height=${4.6} hideTimeAxis=${true}
      label=${`Withdrawals a minute, at most ${count(Math.max(...column("withdrawals")))}.`}
      scales=${{ y: { range: fromZero(10), ticks: count, spaceRem: 1.8 } }}
      series=${[{ label: "withdrawals", token: "faint", values: column("withdrawals"), bars: true }]}
    />
    <div class="legend">
      <${Entry} tone="ink" label="latency p99" value=${formatted(minute.p99Millis, value => millis(value) + " ms")} />
      <${Entry} tone="quiet" label="latency p50" value=${formatted(minute.p50Millis, value => millis(value) + " ms")} />
    </div>
    <${SeriesChart}
      state=${state} height=${7.4} lines=${[{ value: budget, token: "fraud", text: `${count(budget)} ms budget` }]}
      label=${`Decision latency against ${count(budget)} ms. ${latencyText(state.minutes, budget)}`}
      scales=${{ y: { range: fromZero(budget * 1.3), ticks: timeTick, spaceRem: 1.8 } }}
      series=${[
        { label: "p99", token: "ink", values: column("p99Millis"), width: 1.6 },
        { label: "p50", token: "quiet", values: column("p50Millis"), width: 1.4 },
      ]}
    />
    <${MinutesTable} minutes=${state.minutes} />
  `;
}

const Entry = ({ tone, label, value }) => html`<span><i class="key ${tone}"></i>${label} <b>${value}</b></span>`;

function margin(from, to) {
  const room = Math.max(to - from, to * 0.01) * 0.15;
  return [from - room, to + room];
}

/** The chart in a sentence, for screen readers. */
function trendText(minutes) {
  const first = minutes[0];
  const last = minutes[minutes.length - 1];
  const peak = Math.max(...minutes.map(each => each.stoppedPercent ?? 0));
  return (
    `Over ${duration(last.timeMillis - first.timeMillis + 60_000)}, stopped went from ${asText(first.stoppedPercent, percent)} ` +
    `to ${asText(last.stoppedPercent, percent)} with a peak of ${percent(peak)}; fraud is at ${asText(last.fraudPercent, percent)}; ` +
    `the price went from ${asText(first.priceUsd, usd)} to ${asText(last.priceUsd, usd)}.`
  );
}

function latencyText(minutes, budget) {
  const known = minutes.map(each => each.p99Millis).filter(value => !missing(value));
  const over = known.filter(value => value > budget).length;
  return known.length === 0 ? "Not available yet." : `p99 was above it in ${over} of ${known.length} minutes.`;
}

const COLUMNS = [
  ["withdrawals", "withdrawals", count],
  ["stopped", "stoppedPercent", percent],
  ["fraud", "fraudPercent", percent],
  ["price", "priceUsd", usd],
  ["p50 ms", "p50Millis", millis],
  ["p99 ms", "p99Millis", millis],
];

function MinutesTable({ minutes }) {
  const [open, setOpen] = useState(false);
  return html`
    <details onToggle=${event => setOpen(event.currentTarget.open)}>
      <summary>The last 30 minutes as a table</summary>
      ${open && html`
        <div class="scroll" tabindex="0" role="region" aria-label="The last 30 minutes as a table">
          <table>
            <thead><tr><th scope="col">minute</th>${COLUMNS.map(([name]) => html`<th scope="col" class="n">${name}</th>`)}</tr></thead>
            <tbody>${minutes.slice(-30).reverse().map(each => html`
              <tr key=${each.timeMillis}><th scope="row">${clock(each.timeMillis)}</th>${COLUMNS.map(([, key, format]) => html`<td class="n">${formatted(each[key], format)}</td>`)}</tr>`)}
            </tbody>
          </table>
        </div>`}
    </details>
  `;
}

/** A tick of the time axis, short enough for its place. */
function timeTick(millis) {
  return millis < 1_000 ? `${millis} ms` : `${millis / 1_000} s`;
}
