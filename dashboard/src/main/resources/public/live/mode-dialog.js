// Who is to decide: the monitor's choice, or the operator's word with a reason for the audit.
import { html, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { clock, mode } from "../base/format.js";
import { pinMode } from "../base/orders.js";
import { OrderForm, Why } from "./order-form.js";

const CHOICES = [
  ["AUTOMATIC", "Automatic", "The monitor hands over to the rules when scores drift, and back."],
  ["MODEL", "Model", "The model decides, whatever the monitor sees."],
  ["RULES", "Rules", "The rules decide alone, until you say otherwise."],
];

export function ModeDialog({ state, close }) {
  const { decider } = state;
  const now = decider.pinned ? decider.mode : "AUTOMATIC";
  const [choice, setChoice] = useState(now);
  const [why, setWhy] = useState("");
  return html`
    <${Dialog} title="Who decides" close=${close}>
      <p>
        Now: <b>${mode(decider.mode)}</b>, ${decider.pinned ? "fixed by " + decider.by : "chosen by the monitor"} since
        ${" "}${clock(decider.sinceMillis)}${decider.why && html`<span class="soft">: ${decider.why}</span>`}.
      </p>
      <${OrderForm} send=${() => pinMode(choice, why.trim())} verb="Apply" close=${close}>
        <fieldset>
          <legend>From now on</legend>
          ${CHOICES.map(([value, name, note]) => html`
            <label class="option" key=${value}>
              <input type="radio" name="mode" value=${value} checked=${choice === value} autofocus=${now === value} onChange=${() => setChoice(value)} />
              <span><b>${name}</b> <small>${note}</small></span>
            </label>`)}
        </fieldset>
        <${Why} goesInto="audit" why=${why} setWhy=${setWhy} />
      <//>
    <//>
  `;
}
