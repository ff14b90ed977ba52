// The form around an order: sends it once, closes when it was accepted, shows the reason when it was not.
import { html, useState } from "../vendor/htm-preact-3.1.1.js";

export function OrderForm({ send, verb, close, children }) {
  const [refusal, setRefusal] = useState(null);
  const [sending, setSending] = useState(false);
  const submit = async event => {
    event.preventDefault();
    setSending(true);
    const reason = await send();
    setSending(false);
    if (reason === null) {
      close();
    } else {
      setRefusal(reason);
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

/** The operator's reason; without one nothing is sent. */
export function Why({ goesInto, why, setWhy }) {
  return html`
    <label class="field">
      Why? It goes into the ${goesInto}.
      <input type="text" name="why" required maxlength="300" pattern=".*\\S.*" autocomplete="off" value=${why} onInput=${event => setWhy(event.target.value)} />
    </label>
  `;
}
