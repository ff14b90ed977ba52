// Clusters of users with shared entities: members, exclusivity and the blast radius of a freeze.
import { html, useEffect, useState } from "../vendor/htm-preact-3.1.1.js";
import { clock, count, percent, formatted, usd } from "../base/format.js";

const REFRESH_MILLIS = 5_000;

export function ClustersCard({ state, open }) {
  const [clusters, setClusters] = useState(null);
  useEffect(() => {
    const refresh = () =>
      fetch("/api/clusters")
        .then(response => response.json())
        .then(setClusters)
        .catch(() => setClusters(null));
    refresh();
    const timer = setInterval(refresh, REFRESH_MILLIS);
    return () => clearInterval(timer);
  }, [state.run.startMillis]);
  return html`
    <section class="card s12" id="clusters" tabindex="-1" aria-labelledby="clusters-title">
      <div class="title"><h2 id="clusters-title">Clusters</h2></div>
      ${clusters === null
        ? html`<p class="empty">Clusters are not available yet.</p>`
        : clusters.length === 0
          ? html`<p class="empty">No two users share a device, an address or a funding source.</p>`
          : html`<${Clusters} clusters=${clusters} open=${open} />`}
    </section>
  `;
}

function Clusters({ clusters, open }) {
  return html`
    <p class="soft">Connected components over shared devices, addresses and funding sources, hubs excluded; ordered by balance times share of confirmed fraud.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Table of clusters">
      <table>
        <thead>
          <tr><th scope="col">cluster</th><th scope="col" class="n">users</th><th scope="col" class="n">confirmed fraud</th><th scope="col" class="n">balances</th><th scope="col" class="n">addresses</th><th scope="col" class="n">exclusive</th><th scope="col">since</th><th scope="col"><span class="visually-hidden">blast radius</span></th></tr>
        </thead>
        <tbody>${clusters.map(each => html`
          <tr key=${each.id}>
            <th scope="row">of user ${each.id}</th>
            <td class="n">${count(each.users)}</td>
            <td class="n">${count(each.confirmedUsers)} <span class="soft">${percent(100 * each.confirmedShare)}</span></td>
            <td class="n">${formatted(each.balanceUsd, usd)}</td>
            <td class="n">${count(each.addresses)}</td>
            <td class="n">${percent(100 * each.exclusivity)}</td>
            <td>${new Date(each.sinceMillis).toISOString().slice(0, 10)} ${clock(each.sinceMillis)}</td>
            <td><button class="btn" aria-label=${"Blast radius of the cluster of user " + each.id} onClick=${() => open("cluster", each.id)}>Blast radius</button></td>
          </tr>`)}</tbody>
      </table>
    </div>
  `;
}
