// The page: one stream of states in, one view of the latest out.
import { html, render, useEffect, useState } from "./vendor/htm-preact-3.1.1.js";
import { follow } from "./base/stream.js";
import { keepPlace } from "./base/focus.js";
import { jumpTo, useShortcuts } from "./base/keys.js";
import { toggleSize, toggleTheme } from "./base/appearance.js";
import { Announcer } from "./live/announcer.js";
import { Banner } from "./live/banner.js";
import { BillCard } from "./live/bill.js";
import { ChartsCard } from "./live/charts.js";
import { ClusterDialog } from "./live/cluster-dialog.js";
import { ClustersCard } from "./live/clusters.js";
import { DecisionsCard } from "./live/decisions.js";
import { DriftCard } from "./live/drift.js";
import { EndDialog } from "./live/end-dialog.js";
import { FeaturesDialog } from "./live/features-dialog.js";
import { Figures } from "./live/figures.js";
import { Footer } from "./live/footer.js";
import { Header } from "./live/header.js";
import { KeysDialog } from "./live/keys-dialog.js";
import { ModeChangesCard } from "./live/mode-changes.js";
import { ModeDialog } from "./live/mode-dialog.js";
import { ModelDialog } from "./live/model-dialog.js";
import { ModelsCard } from "./live/models.js";
import { Pipeline } from "./live/pipeline.js";
import { ScenarioDialog } from "./live/scenario-dialog.js";
import { ProvenanceDialog } from "./live/provenance-dialog.js";

const DIALOGS = {
  features: FeaturesDialog,
  keys: KeysDialog,
  mode: ModeDialog,
  scenario: ScenarioDialog,
  end: EndDialog,
  model: ModelDialog,
  provenance: ProvenanceDialog,
  cluster: ClusterDialog,
};

function Live() {
  const [update, setUpdate] = useState({ connection: "connecting", state: null, trouble: null });
  const [dialog, setDialog] = useState(null);
  const [about, setAbout] = useState(null);
  const [table, setTable] = useState({ only: "stopped", paused: null });
  useEffect(() => follow(change => setUpdate(before => ({ ...before, ...change }))), []);
  useEffect(keepPlace);

  const state = update.state;
  const running = state?.run.phase === "RUNNING";
  const pause = () => setTable(now => ({ ...now, paused: now.paused ? null : state }));
  const open = (name, what) => {
    setAbout(what);
    setDialog(name);
  };
  const only = what => setTable(now => ({ ...now, only: what }));
  useShortcuts({
    "?": () => setDialog("keys"),
    s: () => state && setDialog("scenario"),
    m: () => state && setDialog("mode"),
    e: () => running && setDialog("end"),
    l: () => setDialog("features"),
    t: toggleTheme,
    p: toggleSize,
    g: () => jumpTo("figures"),
    c: () => jumpTo("charts"),
    d: () => jumpTo("decisions"),
    o: () => jumpTo("models"),
    k: () => jumpTo("clusters"),
    b: () => jumpTo("bill"),
    f: () => only(table.only === "stopped" ? "all" : "stopped"),
    " ": () => state && pause(),
  });

  const Open = dialog && DIALOGS[dialog];
  return html`
    <${Header} state=${state} connection=${update.connection} open=${setDialog} />
    <${Banner} update=${update} />
    ${state && html`<${Announcer} state=${state} />`}
    ${state ? html`<${Cards} state=${state} table=${table} pause=${pause} only=${only} open=${open} />` : html`<main id="figures" tabindex="-1"><p class="boot">Waiting for the first state.</p></main>`}
    <${Footer} state=${state} />
    ${Open && html`<${Open} state=${state} about=${about} close=${() => setDialog(null)} />`}
  `;
}

function Cards({ state, table, pause, only, open }) {
  return html`
    <main id="figures" tabindex="-1">
      <h1 class="visually-hidden">Live</h1>
      ${state.bill.status !== "PENDING" && html`<${BillCard} bill=${state.bill} />`}
      <${Figures} state=${state} />
      <${Pipeline} state=${state} />
      <${ChartsCard} state=${state} />
      <div class="side s4">
        <${DriftCard} state=${state} />
        <${ModeChangesCard} state=${state} />
      </div>
      <${DecisionsCard} state=${table.paused ?? state} table=${table} pause=${pause} only=${only} open=${open} />
      <${ModelsCard} state=${state} open=${open} />
      <${ClustersCard} state=${state} open=${open} />
    </main>
  `;
}

const app = document.getElementById("app");
app.textContent = "";
render(html`<${Live} />`, app);
