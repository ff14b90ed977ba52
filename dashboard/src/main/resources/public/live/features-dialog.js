// The catalogue of features, as the scorer itself tells it.
import { html, useEffect, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";

export function FeaturesDialog({ close }) {
  const [news, setNews] = useState({ features: null, trouble: null });
  useEffect(() => {
    fetch("/api/features")
      .then(answer => answer.json())
      .then(features => setNews({ features, trouble: null }))
      .catch(() => setNews({ features: null, trouble: "The server does not answer." }));
  }, []);
  return html`
    <${Dialog} title="Features" close=${close} wide>
      ${news.trouble && html`<p>${news.trouble}</p>`}
      ${news.features && html`<${Catalogue} features=${news.features} />`}
    <//>
  `;
}

function Catalogue({ features }) {
  return html`
    <p class="soft">The ${features.length} numbers that the model and the rules see of an order or a withdrawal, each computed from what happened before it.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Catalogue of features">
      <table>
        <thead><tr><th>Name</th><th>Of</th><th>Window</th><th>Unit</th><th>What it counts</th><th>Helps to tell</th></tr></thead>
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
