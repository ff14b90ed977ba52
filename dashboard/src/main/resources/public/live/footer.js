// What is needed to reproduce the run, and the licences of the vendored files.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { count } from "../base/format.js";

export function Footer({ state }) {
  return html`
    <footer>
      ${state && html`<${Provenance} state=${state} />`}
      <p>
        Simulated data; no real persons. Press <kbd>?</kbd> for keys, <kbd>L</kbd> for the list of features. Uses${" "}
        <a href="/vendor/LICENSE-preact.txt">Preact</a>, <a href="/vendor/LICENSE-htm.txt">htm</a> and${" "}
        <a href="/vendor/LICENSE-uplot.txt">uPlot</a>.
      </p>
    </footer>
  `;
}

function Provenance({ state }) {
  const { run, decider, rates } = state;
  return html`
    <p>
      Seed ${run.seed} · ${count(rates.events)} events, ${count(rates.decisions)} decisions: ${count(rates.decidedByModel)} by the
      model, ${count(rates.decidedByRules)} by rules, ${count(rates.decidedAtDeadline)} by rules at the deadline ·
      <a href="/models/champion">model ${decider.modelVersion}</a> <code>${decider.modelHash}</code>, rules <code>${decider.ruleSetHash}</code>, policy${" "}
      <code>${decider.policyHash}</code>
    </p>
  `;
}
