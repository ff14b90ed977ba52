// Commands of the operator. The token in the HTML proves to the server that the request comes from this page.
const token = document.querySelector('meta[name="firedrill-token"]').content;

/** Sends a command; resolves to null if it was accepted, otherwise to the reason of the refusal. */
async function send(path, body) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Firedrill-Token": token },
      body: JSON.stringify(body),
    });
    return response.ok ? null : (await response.json()).error;
  } catch {
    return "The server does not respond. Nothing was changed.";
  }
}

export const pinMode = (mode, reason) => send("/api/mode", { mode, reason });
export const startScenario = id => send("/api/scenario", { id });
export const endRun = () => send("/api/end", {});
export const changeModel = (command, id, share, reason) => send("/api/model", { command, id, share, reason });

/** Model, role and assignment behind one decision; a result with `error` states why they are not available. */
export async function decisionProvenance(eventId) {
  try {
    return await (await fetch(`/api/decisions/${eventId}/model`)).json();
  } catch {
    return { error: "The server does not respond." };
  }
}
