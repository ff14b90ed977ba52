// Says mode changes and incidents aloud to screen readers, and nothing else: figures that change all day are noise.
import { html, useRef } from "../vendor/htm-preact-3.1.1.js";
import { decides } from "../base/format.js";
import { currentIncidents } from "./header.js";

export function Announcer({ state }) {
  const said = useRef(null);
  const words = [...modeNow(state), ...currentIncidents(state).map(each => `Incident: ${each.name}.`)].join(" ");
  // What was already so when the page was opened is read in its place, not announced.
  said.current ??= words;
  return html`<div class="unseen" aria-live="polite">${words === said.current ? "" : words}</div>`;
}

function modeNow(state) {
  const last = state.modeChanges[0];
  return last ? [`${decides(last.to)} from now on: ${last.why}.`] : [];
}
