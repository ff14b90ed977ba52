// Numbers and times as text. A figure that is not available is shown in words, never as 0.
import { html } from "../vendor/htm-preact-3.1.1.js";

const number = digits => new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const whole = number(0);
const one = number(1);
const two = number(2);
const three = number(3);
const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 0 });
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

export const missing = value => value === null || value === undefined;

export const NOT_AVAILABLE = "not available";

/** The formatted figure, or a marked text if it is not available. */
export const formatted = (value, format) =>
  missing(value) ? html`<span class="absent">${NOT_AVAILABLE}</span>` : format(value);

/** The same as plain text, for labels. */
export const asText = (value, format) => (missing(value) ? NOT_AVAILABLE : format(value));

export const count = value => whole.format(value);
export const usd = value => (value < 0 ? "−" : "") + dollars.format(Math.abs(value));
export const millis = value => one.format(value);
export const percent = value => one.format(value) + " %";
export const share = value => (value > 0 && value < 0.01 ? "< 0.01" : two.format(value));
export const index = value => two.format(value);
export const critical = value => three.format(value);
export const rate = value => (value > 0 && value < 10 ? one.format(value) : whole.format(value));
export const plural = (n, thing, things = thing + "s") => `${count(n)} ${n === 1 ? thing : things}`;

/** Hour and minute of the simulated day, UTC. */
export const clock = time => new Date(time).toISOString().slice(11, 16);

export const clockWithSeconds = time => new Date(time).toISOString().slice(11, 19);

/** Number of the simulated day, from 1. */
export const day = (time, start) => Math.floor(time / DAY) - Math.floor(start / DAY) + 1;

/** A simulated duration in minutes, or in hours and minutes. */
export function duration(length) {
  const minutes = Math.round(length / MINUTE);
  if (minutes < 60) {
    return minutes + " min";
  }
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

const ACTIONS = { ALLOW: "ALLOW", STEP_UP: "STEP UP", LIMIT: "LIMIT", HOLD: "HOLD", REVIEW: "REVIEW", BLOCK: "BLOCK" };

export const action = row => (row.action === "HOLD" ? "HOLD " + duration(row.holdMillis) : ACTIONS[row.action]);

const MODES = { MODEL: "Model", RULES: "Rules" };

export const mode = name => MODES[name];

/** "Model active", "Rules active". */
export const active = name => `${MODES[name]} active`;

const DECIDERS = { MODEL: "model", RULES_IN_MODE: "rules", RULES_AT_DEADLINE: "rules (deadline)", OPERATOR: "operator" };

export const decidedBy = name => DECIDERS[name];

export const tier = name => (name === "VIP" ? "VIP" : name.toLowerCase().replace("_", " "));
