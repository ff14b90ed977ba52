// Provenance of one decision: reasons, customer notice, model, role, and the assignment of the model.
import { html, useEffect, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { clock, decidedBy, missing, share } from "../base/format.js";
import { decisionProvenance } from "../base/commands.js";

const ROLES = { CHAMPION: "champion", STAGED: "staged model" };

export function ProvenanceDialog({ about, close }) {
  const [result, setResult] = useState(null);
  useEffect(() => {
    decisionProvenance(about).then(setResult);
  }, [about]);
  return html`
    <${Dialog} title=${"Event " + about} close=${close}>
      ${result === null && html`<p class="soft">Loading.</p>`}
      ${result?.error && html`<p role="alert">${result.error}</p>`}
      ${result && !result.error && html`<${Provenance} provenance=${result} />`}
    <//>
  `;
}

function Provenance({ provenance }) {
  return html`
    <dl class="keys wide">
      <div><dt>decided by</dt><dd>${decidedBy(provenance.decidedBy)}, p(fraud) ${share(provenance.probability)}</dd></div>
      ${provenance.customerReasons.length > 0 && html`
        <div><dt>reasons</dt><dd>${provenance.reasons.join(", ")}</dd></div>
        <div><dt>customer notice</dt><dd>${provenance.customerReasons.join(" ")}</dd></div>
      `}
      <div><dt>model</dt><dd><code>${provenance.model}</code>${!missing(provenance.name) && ` ${provenance.name}`}, as ${ROLES[provenance.role]}</dd></div>
      <div><dt>assigned by</dt><dd>${missing(provenance.assignedBy) ? "seed model: no assignment on record" : `${provenance.assignedBy} at ${clock(provenance.assignedAtMillis)}, command ${provenance.assignedByCommand}: ${provenance.assignedReason}`}</dd></div>
      <div><dt>features</dt><dd><code>${provenance.featureSetHash}</code></dd></div>
      <div><dt>rules</dt><dd><code>${provenance.ruleSetHash}</code></dd></div>
      <div><dt>policy</dt><dd><code>${provenance.policyHash}</code></dd></div>
    </dl>
  `;
}
