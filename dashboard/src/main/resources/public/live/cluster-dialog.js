// What a freeze of one cluster would touch, before anybody does it.
import { html, useEffect, useState } from "../vendor/htm-preact-3.1.1.js";
import { Dialog } from "../base/dialog.js";
import { count, many, percent, shown, usd } from "../base/format.js";

export function ClusterDialog({ about, close }) {
  const [news, setNews] = useState({ detail: null, trouble: null });
  useEffect(() => {
    fetch("/api/clusters/" + about)
      .then(answer => answer.json().then(body => setNews(answer.ok ? { detail: body, trouble: null } : { detail: null, trouble: body.error })))
      .catch(() => setNews({ detail: null, trouble: "The server does not answer." }));
  }, [about]);
  return html`
    <${Dialog} title=${"Blast radius of the cluster of user " + about} close=${close} wide>
      ${news.trouble && html`<p>${news.trouble}</p>`}
      ${news.detail && html`<${Radius} detail=${news.detail} />`}
    <//>
  `;
}

function Radius({ detail }) {
  const radius = detail.blastRadius;
  return html`
    <dl class="keys wide">
      <div><dt>Would be frozen</dt><dd>${many(radius.users, "user")}</dd></div>
      <div><dt>Not known for fraud</dt><dd>${count(radius.notKnownForFraud)}</dd></div>
      <div><dt>Look honest</dt><dd>${count(radius.honestLooking)} <span class="soft">${percent(100 * radius.honestLookingShare)}: nothing known against them, account older than 30 days</span></dd></div>
      <div><dt>Balances</dt><dd>${shown(radius.heldUsd, usd)} <span class="soft">known of ${count(radius.heldOf)}</span></dd></div>
      <div><dt>Pending</dt><dd>${usd(radius.pendingUsd)} <span class="soft">in ${many(radius.pendingWithdrawals, "withdrawal")}</span></dd></div>
      <div><dt>Median account</dt><dd>${shown(radius.medianAccountDays, days => many(Math.round(days), "day"))}</dd></div>
      <div><dt>Shared with very many</dt><dd>${percent(100 * radius.hubShare)} <span class="soft">of all that they use: the more, the likelier are they strangers</span></dd></div>
      <div><dt>Users</dt><dd>${detail.userIds.join(", ")}</dd></div>
    </dl>
  `;
}
