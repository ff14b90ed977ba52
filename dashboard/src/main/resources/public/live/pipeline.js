// The way of an event, stage by stage, with the one figure that tells whether the stage is well.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { count, critical, index, many, missing, percent, rate, shown } from "../base/format.js";

export function Pipeline({ state }) {
  const { rates, decider, people, drift } = state;
  const minute = state.minutes[state.minutes.length - 1];
  return html`
    <section class="card s12 pipe" aria-label="From the exchange to the people">
      <${Stage} name="Exchange" figure=${rate(rates.eventsPerSecond)}>
        events/s · ${minute ? many(minute.withdrawals, "withdrawal") + " in the last minute" : "first minute not over"}
      <//>
      <${Stage} name="Kafka" figure=${count(rates.awaiting)} tone=${rates.deadLetters > 0 ? "warn" : ""}>
        awaiting a decision · ${many(rates.deadLetters, "dead letter")}
      <//>
      <${Stage} name="Features" figure=${count(decider.featureCount)}>for each of ${rate(rates.decisionsPerSecond)} decisions/s<//>
      <${Stage} name=${"Model " + decider.modelVersion} figure=${psi(drift)} tone=${moved(drift) ? "warn" : ""}>
        ${missing(drift.reading) ? "drift: too few withdrawals so far" : `${moved(drift) ? "scores moved" : "scores as usual"} · critical ${critical(drift.reading.critical)}`}
      <//>
      <${Stage} name="Policy" figure=${shown(minute?.stoppedPercent, percent)} tone="honest">
        of withdrawals stopped · by ${decider.mode === "MODEL" ? "the model" : many(decider.ruleCount, "rule")}
      <//>
      <${Stage} name="People" figure=${count(people.active)}>active · ${count(people.left)} left<//>
    </section>
  `;
}

export const moved = drift => !missing(drift.reading) && drift.reading.psi > drift.reading.critical;

const psi = drift => (missing(drift.reading) ? shown(null) : "PSI " + index(drift.reading.psi));

function Stage({ name, figure, tone, children }) {
  return html`
    <div class="stage">
      <h2>${name}</h2>
      <span class=${tone}>${figure}</span>
      <small>${children}</small>
    </div>
  `;
}
