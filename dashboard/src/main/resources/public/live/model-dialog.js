// A registry command on one model, or a rollback of the champion; with a reason for the registry history.
import { html, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { changeModel } from "../base/commands.js";
import { CommandForm, Reason } from "./command-form.js";
import { status } from "./models.js";

const CHOICES = [
  ["PROMOTE", "Promote", "Champion for all users."],
  ["STAGE", "Stage", "Staged rollout to a fixed share of the users."],
  ["UNSTAGE", "Unstage", "End the staged rollout."],
  ["SHADOW", "Shadow", "Score in shadow, without deciding."],
  ["UNSHADOW", "End shadow", "Stop shadow scoring."],
  ["RETIRE", "Retire", "Retire permanently."],
];

const fits = (choice, row) =>
  ({ UNSTAGE: row.status === "STAGED", SHADOW: !row.shadowing, UNSHADOW: row.shadowing }[choice] ?? true);

export function ModelDialog({ state, about, close }) {
  const row = state.registry.versions.find(each => each.model === about);
  const [choice, setChoice] = useState(row ? "PROMOTE" : "ROLL_BACK");
  const [share, setShare] = useState(10);
  const [reason, setReason] = useState("");
  const send = tell => changeModel(choice, row ? about : null, choice === "STAGE" ? share / 100 : null, reason.trim(), tell);
  return html`
    <${Dialog} title=${row ? "Model " + about : "Roll back"} close=${close}>
      <p>${row ? html`Now: <b>${status(row)}</b>, assigned by ${row.assignedBy}: <span class="soft">${row.assignedReason}</span>` : "Restores the previous champion."}</p>
      <${CommandForm} send=${send} verb="Apply" close=${close}>
        ${row && html`
          <fieldset>
            <legend>Command</legend>
            ${CHOICES.filter(([value]) => fits(value, row)).map(([value, name, note]) => html`
              <label class="option" key=${value}>
                <input type="radio" name="command" value=${value} checked=${choice === value} autofocus=${value === "PROMOTE"} onChange=${() => setChoice(value)} />
                <span><b>${name}</b> <small>${note}</small></span>
              </label>`)}
          </fieldset>`}
        ${choice === "STAGE" && html`
          <label class="field">
            Percentage of the users
            <input type="number" name="share" required min="1" max="100" step="1" value=${share} onInput=${event => setShare(event.target.valueAsNumber)} />
          </label>`}
        <${Reason} recordedIn="registry history" reason=${reason} setReason=${setReason} />
      <//>
    <//>
  `;
}
