// What it takes to make this run again, and whose work is in the page.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { count } from "../base/format.js";

export function Footer({ state }) {
  return html`
    <footer>
      ${state && html`<${Provenance} state=${state} />`}
      <p>
        Simulated data; no person behind any row. Press <kbd>?</kbd> for keys, <kbd>L</kbd> for the list of features. Uses${" "}
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
      model, ${count(rates.decidedByRules)} by the rules, ${count(rates.decidedAtDeadline)} by the rules because time ran out ·
      <a href="/models/champion">model ${decider.modelVersion}</a> <code>${decider.modelHash}</code>, rules <code>${decider.ruleSetHash}</code>, policy${" "}
      <code>${decider.policyHash}</code>
    </p>
  `;
}
