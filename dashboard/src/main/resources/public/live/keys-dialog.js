// The keyboard shortcuts of the page.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";

const KEYS = [
  ["S", "scenarios: choose and start"],
  ["M", "mode: model, rules or automatic"],
  ["E", "end the run"],
  ["Space", "pause or resume the decision table"],
  ["F", "stopped decisions only, or all"],
  ["G", "go to the figures"],
  ["C", "go to the charts"],
  ["D", "go to the decisions"],
  ["O", "go to the models"],
  ["K", "go to the clusters"],
  ["B", "go to the bill"],
  ["L", "feature catalogue"],
  ["T", "light or dark"],
  ["P", "projector: larger letters, or back"],
  ["?", "this list"],
  ["Esc", "close a dialog"],
];

export function KeysDialog({ close }) {
  return html`
    <${Dialog} title="Keyboard shortcuts" close=${close}>
      <dl class="keys">${KEYS.map(([key, does]) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>
    <//>
  `;
}
