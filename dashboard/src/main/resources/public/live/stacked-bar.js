// One bar of several parts, with its figures as text for screen readers.
import { html } from "../vendor/htm-preact-3.1.1.js";
import { missing, asText } from "../base/format.js";

/** `parts`: name, tone and value each; `whole` is the value of the full width, by default the sum of the parts. */
export function StackedBar({ label, parts, format, whole }) {
  const sum = parts.reduce((total, each) => total + Math.max(0, each.value ?? 0), 0);
  const full = Math.max(sum, whole ?? sum);
  const text = parts.map(each => `${each.name} ${asText(each.value, format)}`).join(", ");
  return html`
    <div class="bar" role="img" aria-label=${`${label}: ${text}`}>
      ${full > 0 && parts.filter(each => !missing(each.value)).map(each => html`<i class="fill-${each.tone}" key=${each.name} style=${{ width: (100 * Math.max(0, each.value)) / full + "%" }}></i>`)}
    </div>
  `;
}
