// The run, its simulated time, the mode and the state of the connection.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { clock, count, day, mode, duration } from "../base/format.js";
import { toggleTheme, useAppearance } from "../base/appearance.js";

const CONNECTIONS = {
  connecting: ["warn", "connecting"],
  live: ["ok", "live"],
  lost: ["bad", "connection lost"],
  silent: ["warn", "stale"],
};

export const currentIncidents = state =>
  state.incidents.filter(each => each.fromMillis <= state.run.nowMillis && state.run.nowMillis < each.toMillis);

export function Header({ state, connection, open }) {
  const { theme } = useAppearance();
  const [tone, text] = CONNECTIONS[connection];
  return html`
    <header class="top">
      <span class="brand">fire<i>drill</i></span>
      ${state && html`<${RunState} run=${state.run} />`}
      <div class="pills">
        ${state && currentIncidents(state).map(each => html`<span class="pill warn" key=${each.name}>${each.name}</span>`)}
        <span class="pill ${tone}">${text}</span>
        ${state && html`<${ModeButton} decider=${state.decider} open=${open} />`}
      </div>
      <div class="buttons">
        ${state && html`<button class="btn" onClick=${() => open("scenario")}>Scenarios</button>`}
        ${state?.run.phase === "RUNNING" && html`<button class="btn" onClick=${() => open("end")}>End run</button>`}
        <button class="icon" aria-label=${theme === "dark" ? "Light theme" : "Dark theme"} title="Light or dark (T)" onClick=${toggleTheme}>${theme === "dark" ? "☀" : "☾"}</button>
        <button class="icon" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)" onClick=${() => open("keys")}>?</button>
      </div>
      ${state && html`<${Progress} run=${state.run} />`}
    </header>
  `;
}

function RunState({ run }) {
  const elapsed = duration(run.elapsedMillis);
  const place = {
    STARTING: "starting",
    RUNNING: `${elapsed} of ${duration(run.lengthMillis)}`,
    FINISHED: `finished after ${elapsed}`,
  }[run.phase];
  return html`
    <div class="run">
      <div class="clock"><b>Day ${day(run.nowMillis, run.startMillis)} · ${clock(run.nowMillis)}</b><small>×${count(run.speed)}</small></div>
      <div class="scenario"><b title=${run.briefing}>${run.scenarioTitle}</b><small>${place} · <span title=${run.fraudDensityText}>frauds ${count(run.fraudDensity.timesLife)} × life</span></small></div>
    </div>
  `;
}

function ModeButton({ decider, open }) {
  const isModel = decider.mode === "MODEL";
  return html`
    <button class="pill press ${isModel ? "ok" : "warn"}" title="Change the mode (M)" onClick=${() => open("mode")}>
      ${isModel ? `${mode(decider.mode)} ${decider.modelVersion} active` : "Rules active"}
      <small>${decider.pinned ? "pinned by " + decider.actor : "automatic"}</small>
    </button>
  `;
}

function Progress({ run }) {
  const part = run.lengthMillis > 0 ? Math.min(1, run.elapsedMillis / run.lengthMillis) : 0;
  return html`<div class="progress" aria-hidden="true"><i style=${{ width: 100 * part + "%" }}></i></div>`;
}
