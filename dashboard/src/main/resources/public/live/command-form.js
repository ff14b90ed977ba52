// The form of a command: sends it once, closes when it was accepted, shows why it was not or that this is not known yet.
import { html, useState } from "../vendor/htm-preact-3.1.1.js";

export function CommandForm({ send, verb, close, children }) {
  const [refusal, setRefusal] = useState(null);
  const [sending, setSending] = useState(false);
  const submit = async event => {
    event.preventDefault();
    setSending(true);
    const refused = await send(setRefusal);
    setSending(false);
    if (refused === null) {
      close();
    } else {
      setRefusal(refused);
    }
  };
  return html`
    <form onSubmit=${submit}>
      ${children}
      <p class="refusal" role="alert">${refusal}</p>
      <div class="answer">
        <button class="btn main" type="submit" disabled=${sending}>${verb}</button>
        <button class="btn" type="button" onClick=${close}>Cancel</button>
      </div>
    </form>
  `;
}

/** The operator's reason; a command without one is not sent. */
export function Reason({ recordedIn, reason, setReason }) {
  return html`
    <label class="field">
      Reason, recorded in the ${recordedIn}
      <input type="text" name="reason" required maxlength="300" pattern=".*\\S.*" autocomplete="off" value=${reason} onInput=${event => setReason(event.target.value)} />
    </label>
  `;
}
