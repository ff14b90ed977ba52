// The blast radius of a freeze of one cluster.
import { html, useEffect, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { count, plural, percent, formatted, usd } from "../base/format.js";

export function ClusterDialog({ about, close }) {
  const [result, setResult] = useState({ detail: null, trouble: null });
  useEffect(() => {
    fetch("/api/clusters/" + about)
      .then(response => response.json().then(body => setResult(response.ok ? { detail: body, trouble: null } : { detail: null, trouble: body.error })))
      .catch(() => setResult({ detail: null, trouble: "The server does not respond." }));
  }, [about]);
  return html`
    <${Dialog} title=${"Blast radius of the cluster of user " + about} close=${close} wide>
      ${result.trouble && html`<p>${result.trouble}</p>`}
      ${result.detail && html`<${Radius} detail=${result.detail} />`}
    <//>
  `;
}

function Radius({ detail }) {
  const radius = detail.blastRadius;
  return html`
    <dl class="keys wide">
      <div><dt>Frozen</dt><dd>${plural(radius.users, "user")}</dd></div>
      <div><dt>No confirmed fraud</dt><dd>${count(radius.unconfirmedUsers)}</dd></div>
      <div><dt>Likely honest</dt><dd>${count(radius.likelyHonestUsers)} <span class="soft">${percent(100 * radius.likelyHonestShare)}: no confirmed fraud, account older than 30 days</span></dd></div>
      <div><dt>Balances</dt><dd>${formatted(radius.balanceUsd, usd)} <span class="soft">from ${plural(radius.balanceKnownUsers, "user")}</span></dd></div>
      <div><dt>Pending</dt><dd>${usd(radius.pendingUsd)} <span class="soft">in ${plural(radius.pendingWithdrawals, "withdrawal")}</span></dd></div>
      <div><dt>Median account age</dt><dd>${formatted(radius.medianAccountAgeDays, days => plural(Math.round(days), "day"))}</dd></div>
      <div><dt>Hub share</dt><dd>${percent(100 * radius.hubShare)} <span class="soft">of the used entities are shared by many others; a high share means likely unrelated users</span></dd></div>
      <div><dt>Users</dt><dd>${detail.userIds.join(", ")}</dd></div>
    </dl>
  `;
}
