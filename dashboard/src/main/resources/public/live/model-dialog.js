// What is to become of one model, or of the champion; with a reason for the history.
import { html, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { orderModel } from "../base/orders.js";
import { OrderForm, Why } from "./order-form.js";
import { duty } from "./models.js";

const CHOICES = [
  ["PROMOTE", "Promote", "It decides for everybody from now on."],
  ["STAGE", "Stage", "It decides for a share of the users, always the same ones."],
  ["UNSTAGE", "Unstage", "The champion decides for everybody again."],
  ["SHADOW", "Shadow", "It scores what others decide, and decides nothing."],
  ["UNSHADOW", "End shadow", "It no longer watches."],
  ["RETIRE", "Retire", "It never decides again."],
];

const fits = (choice, row) =>
  ({ UNSTAGE: row.duty === "STAGED", SHADOW: !row.shadows, UNSHADOW: row.shadows }[choice] ?? true);

export function ModelDialog({ state, about, close }) {
  const row = state.registry.versions.find(each => each.model === about);
  const [choice, setChoice] = useState(row ? "PROMOTE" : "ROLL_BACK");
  const [share, setShare] = useState(10);
  const [why, setWhy] = useState("");
  const send = () => orderModel(choice, row ? about : null, choice === "STAGE" ? share / 100 : null, why.trim());
  return html`
    <${Dialog} title=${row ? "Model " + about : "Roll back"} close=${close}>
      <p>${row ? html`Now: <b>${duty(row)}</b>, put there by ${row.by}: <span class="soft">${row.why}</span>` : "The champion before the present one decides again."}</p>
      <${OrderForm} send=${send} verb="Order" close=${close}>
        ${row && html`
          <fieldset>
            <legend>From now on</legend>
            ${CHOICES.filter(([value]) => fits(value, row)).map(([value, name, note]) => html`
              <label class="option" key=${value}>
                <input type="radio" name="order" value=${value} checked=${choice === value} autofocus=${value === "PROMOTE"} onChange=${() => setChoice(value)} />
                <span><b>${name}</b> <small>${note}</small></span>
              </label>`)}
          </fieldset>`}
        ${choice === "STAGE" && html`
          <label class="field">
            Per cent of the users
            <input type="number" name="share" required min="1" max="100" step="1" value=${share} onInput=${event => setShare(event.target.valueAsNumber)} />
          </label>`}
        <${Why} goesInto="history" why=${why} setWhy=${setWhy} />
      <//>
    <//>
  `;
}
