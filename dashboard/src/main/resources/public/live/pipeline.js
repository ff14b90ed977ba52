// The pipeline, stage by stage, with one figure for the health of each stage.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { count, critical, index, plural, missing, percent, rate, formatted } from "../base/format.js";

export function Pipeline({ state }) {
  const { rates, decider, users, drift } = state;
  const minute = state.minutes[state.minutes.length - 1];
  return html`
    <section class="card s12 pipe" aria-label="Pipeline">
      <${Stage} name="Exchange" figure=${rate(rates.eventsPerSecond)}>
        events/s · ${minute ? plural(minute.withdrawals, "withdrawal") + " in the last minute" : "no complete minute"}
      <//>
      <${Stage} name="Kafka" figure=${count(rates.awaitingDecision)} tone=${rates.deadLetters > 0 ? "warn" : ""}>
        awaiting a decision · ${plural(rates.deadLetters, "dead letter")}
      <//>
      <${Stage} name="Features" figure=${count(decider.featureCount)}>for each of ${rate(rates.decisionsPerSecond)} decisions/s<//>
      <${Stage} name=${"Model " + decider.modelVersion} figure=${psi(drift)} tone=${isDrifting(drift) ? "warn" : ""}>
        ${missing(drift.reading) ? "drift: too few withdrawals" : `${isDrifting(drift) ? "drift" : "no drift"} · critical ${critical(drift.reading.criticalValue)}`}
      <//>
      <${Stage} name="Policy" figure=${formatted(minute?.stoppedPercent, percent)} tone="honest">
        of withdrawals stopped · by ${decider.mode === "MODEL" ? "the model" : plural(decider.ruleCount, "rule")}
      <//>
      <${Stage} name="Users" figure=${count(users.active)}>active · ${count(users.lost)} lost<//>
    </section>
  `;
}

export const isDrifting = drift => !missing(drift.reading) && drift.reading.psi > drift.reading.criticalValue;

const psi = drift => (missing(drift.reading) ? formatted(null) : "PSI " + index(drift.reading.psi));

function Stage({ name, figure, tone, children }) {
  return html`
    <div class="stage">
      <h2>${name}</h2>
      <span class=${tone}>${figure}</span>
      <small>${children}</small>
    </div>
  `;
}
