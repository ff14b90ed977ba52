// One line under the header while the figures below are stale or not available yet.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { clock } from "../base/format.js";

export function Banner({ update }) {
  const lines = [...connection(update), ...trouble(update), ...health(update.state)];
  return html`<div role="status">${lines.map(each => html`<p class="banner" key=${each}>${each}</p>`)}</div>`;
}

function connection({ connection, state }) {
  const since = state ? ` The figures below are from ${clock(state.run.nowMillis)} simulated time.` : "";
  if (connection === "lost") {
    return ["The connection to the server is lost; trying again." + since];
  }
  return connection === "silent" ? ["No update from the server for 12 seconds." + since] : [];
}

const trouble = news => (news.trouble ? [news.trouble] : []);

const TITLES = {
  STARTING: "Starting",
  IMPAIRED: "Not working",
  FAILED: "The run has failed",
  LOST: "The program ends",
};

function health(state) {
  if (!state || state.health.ready) {
    return [];
  }
  const { state: kind, cause, nextStep } = state.health;
  return [[`${TITLES[kind]}:`, cause, nextStep].filter(Boolean).join(" ")];
}
