// Announces mode changes and incidents to screen readers, and no figures: those change all the time.
import { html, useRef } from "../vendor/htm-preact-3.1.1.js";
import { mode } from "../base/format.js";
import { currentIncidents } from "./header.js";

export function Announcer({ state }) {
  const initial = useRef(null);
  const text = [...modeNow(state), ...currentIncidents(state).map(each => `Incident: ${each.name}.`)].join(" ");
  // The state at page load is not announced: it is read in its place.
  initial.current ??= text;
  return html`<div class="visually-hidden" aria-live="polite">${text === initial.current ? "" : text}</div>`;
}

function modeNow(state) {
  const last = state.modeChanges[0];
  return last ? [`Mode changed to ${mode(last.to)}: ${last.reason}.`] : [];
}
