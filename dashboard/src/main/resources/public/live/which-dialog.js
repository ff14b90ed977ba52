// Why one event was decided as it was, what the customer is told, which model did it, and who put it there.
import { html, useEffect, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { clock, decidedBy, missing, share } from "../base/format.js";
import { whichModel } from "../base/orders.js";

const ROLES = { CHAMPION: "champion", STAGED: "staged model" };

export function WhichDialog({ about, close }) {
  const [answer, setAnswer] = useState(null);
  useEffect(() => {
    whichModel(about).then(setAnswer);
  }, [about]);
  return html`
    <${Dialog} title=${"Event " + about} close=${close}>
      ${answer === null && html`<p class="soft">Asking.</p>`}
      ${answer?.error && html`<p role="alert">${answer.error}</p>`}
      ${answer && !answer.error && html`<${Which} which=${answer} />`}
    <//>
  `;
}

function Which({ which }) {
  return html`
    <dl class="keys wide">
      <div><dt>decided by</dt><dd>${decidedBy(which.decidedBy)}, p(fraud) ${share(which.probability)}</dd></div>
      ${which.toldCustomer.length > 0 && html`
        <div><dt>because</dt><dd>${which.reasons.join(", ")}</dd></div>
        <div><dt>customer is told</dt><dd>${which.toldCustomer.join(" ")}</dd></div>
      `}
      <div><dt>model</dt><dd><code>${which.model}</code>${!missing(which.name) && ` ${which.name}`}, as ${ROLES[which.role]}</dd></div>
      <div><dt>put there by</dt><dd>${missing(which.putBy) ? "nobody: the scorer was started with it" : `${which.putBy} at ${clock(which.putAtMillis)}, command ${which.putVersion}: ${which.putWhy}`}</dd></div>
      <div><dt>features</dt><dd><code>${which.featureSetHash}</code></dd></div>
      <div><dt>rules</dt><dd><code>${which.ruleSetHash}</code></dd></div>
      <div><dt>policy</dt><dd><code>${which.policyHash}</code></dd></div>
    </dl>
  `;
}
