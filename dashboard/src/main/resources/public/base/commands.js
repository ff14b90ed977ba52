// Commands of the operator. The token in the HTML proves to the server that the request comes from this page.
const token = document.querySelector('meta[name="firedrill-token"]').content;

const LOOK_MILLIS = 2_000;
const MAX_LOOKS = 90;

/**
 * Sends a command; resolves to null if it was accepted, otherwise to the reason why nothing was changed or why that is not
 * known. `tell` gets a sentence while the fate of the command is unknown.
 */
async function send(path, body, tell) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Firedrill-Token": token },
      body: JSON.stringify(body),
    });
    if (response.ok) {
      return null;
    }
    const { error, orderId } = await response.json();
    return orderId ? await fate(orderId, error, tell) : error;
  } catch {
    return "The server does not respond. Look whether the command took effect before it is given again.";
  }
}

/** Looks until it is known whether a command counts that Kafka did not confirm. */
async function fate(orderId, uncertain, tell) {
  tell(uncertain);
  for (let look = 0; look < MAX_LOOKS; look++) {
    await new Promise(resume => setTimeout(resume, LOOK_MILLIS));
    const response = await fetch(`/api/orders/${orderId}`);
    const known = response.ok ? (await response.json()).fate : "OPEN";
    if (known !== "OPEN") {
      return known === "ON_TOPIC" ? null : "Kafka did not write the command in time. Nothing was changed, nor will be.";
    }
  }
  return uncertain;
}

export const pinMode = (mode, reason, tell) => send("/api/mode", { mode, reason }, tell);
export const startScenario = (id, tell) => send("/api/scenario", { id }, tell);
export const endRun = tell => send("/api/end", {}, tell);
export const changeModel = (command, id, share, reason, tell) => send("/api/model", { command, id, share, reason }, tell);

/** Model, role and assignment behind one decision; a result with `error` states why they are not available. */
export async function decisionProvenance(eventId) {
  try {
    return await (await fetch(`/api/decisions/${eventId}/model`)).json();
  } catch {
    return { error: "The server does not respond." };
  }
}
