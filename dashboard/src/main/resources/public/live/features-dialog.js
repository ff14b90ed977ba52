// The feature catalogue of the scorer.
import { html, useEffect, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";

export function FeaturesDialog({ close }) {
  const [result, setResult] = useState({ features: null, trouble: null });
  useEffect(() => {
    fetch("/api/features")
      .then(response => response.json())
      .then(features => setResult({ features, trouble: null }))
      .catch(() => setResult({ features: null, trouble: "The server does not respond." }));
  }, []);
  return html`
    <${Dialog} title="Features" close=${close} wide>
      ${result.trouble && html`<p>${result.trouble}</p>`}
      ${result.features && html`<${Catalogue} features=${result.features} />`}
    <//>
  `;
}

function Catalogue({ features }) {
  return html`
    <p class="soft">The ${features.length} inputs of model and rules for an order or a withdrawal, each computed from earlier events.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Catalogue of features">
      <table>
        <thead><tr><th>Name</th><th>Entity</th><th>Window</th><th>Unit</th><th>Meaning</th><th>Typologies</th></tr></thead>
        <tbody>${features.map(each => html`
          <tr key=${each.name}>
            <th scope="row">${each.name}</th><td>${each.entity}</td><td>${each.window}</td><td>${each.unit}</td>
            <td class="reason">${each.meaning}</td><td class="reason">${each.separates.join(", ")}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>
  `;
}
