// What the operator orders. The token in our own HTML proves to the server that it was this page that asked.
const token = document.querySelector('meta[name="firedrill-token"]').content;

/** Sends an order; the answer is null when it was accepted, otherwise the reason why not. */
export async function order(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Firedrill-Token": token },
      body: JSON.stringify(body),
    });
    return answer.ok ? null : (await answer.json()).error;
  } catch {
    return "The server does not answer. Nothing was changed.";
  }
}

export const pinMode = (mode, why) => order("/api/mode", { mode, why });
export const startScenario = id => order("/api/scenario", { id });
export const endRun = () => order("/api/end", {});
export const orderModel = (what, id, share, why) => order("/api/model", { order: what, id, share, why });

/** Which model decided an event and who put it there; an answer with `error` says why that is not known. */
export async function whichModel(eventId) {
  try {
    return await (await fetch(`/api/decisions/${eventId}/model`)).json();
  } catch {
    return { error: "The server does not answer." };
  }
}
