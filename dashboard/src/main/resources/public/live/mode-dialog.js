// The decision mode: automatic, or pinned by the operator with a reason for the audit trail.
import { html, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { clock, mode } from "../base/format.js";
import { pinMode } from "../base/commands.js";
import { CommandForm, Reason } from "./command-form.js";

const CHOICES = [
  ["AUTOMATIC", "Automatic", "Automatic failover: rules on drift, model on recovery."],
  ["MODEL", "Model", "Pin to the model; the drift monitor is overridden."],
  ["RULES", "Rules", "Pin to the rules until the mode is set again."],
];

export function ModeDialog({ state, close }) {
  const { decider } = state;
  const now = decider.pinned ? decider.mode : "AUTOMATIC";
  const [choice, setChoice] = useState(now);
  const [reason, setReason] = useState("");
  return html`
    <${Dialog} title="Decision mode" close=${close}>
      <p>
        Now: <b>${mode(decider.mode)}</b>, ${decider.pinned ? "pinned by " + decider.actor : "set by the drift monitor"} since
        ${" "}${clock(decider.sinceMillis)}${decider.reason && html`<span class="soft">: ${decider.reason}</span>`}.
      </p>
      <${CommandForm} send=${tell => pinMode(choice, reason.trim(), tell)} verb="Apply" close=${close}>
        <fieldset>
          <legend>Mode</legend>
          ${CHOICES.map(([value, name, note]) => html`
            <label class="option" key=${value}>
              <input type="radio" name="mode" value=${value} checked=${choice === value} autofocus=${now === value} onChange=${() => setChoice(value)} />
              <span><b>${name}</b> <small>${note}</small></span>
            </label>`)}
        </fieldset>
        <${Reason} recordedIn="audit trail" reason=${reason} setReason=${setReason} />
      <//>
    <//>
  `;
}
