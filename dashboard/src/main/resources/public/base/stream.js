// The server's stream of states. It heals itself, rests while nobody looks, and says when it hears nothing.
const SILENCE_MILLIS = 12_000;
const RETRY_MILLIS = 5_000;

/**
 * Calls `onNews` with any of `state`, `trouble` and `connection` ("connecting", "live", "lost", "silent") when they
 * change, until the function it returns is called.
 */
export function follow(onNews) {
  let source = null;
  let silence = 0;
  let retry = 0;

  const hear = news => {
    clearTimeout(silence);
    silence = setTimeout(() => onNews({ connection: "silent" }), SILENCE_MILLIS);
    onNews({ connection: "live", ...news });
  };

  const close = () => {
    clearTimeout(silence);
    clearTimeout(retry);
    source?.close();
    source = null;
  };

  const open = () => {
    close();
    source = new EventSource("/api/stream");
    source.addEventListener("state", event => hear({ state: JSON.parse(event.data), trouble: null }));
    source.addEventListener("trouble", event => hear({ trouble: JSON.parse(event.data).error }));
    source.addEventListener("heartbeat", () => hear({}));
    source.addEventListener("error", () => {
      clearTimeout(silence);
      onNews({ connection: "lost" });
      // A refused stream is closed for good by the browser; a broken one is opened again by it.
      if (source?.readyState === EventSource.CLOSED) {
        retry = setTimeout(open, RETRY_MILLIS);
      }
    });
  };

  const rest = () => (document.hidden ? close() : open());
  document.addEventListener("visibilitychange", rest);
  open();
  return () => {
    document.removeEventListener("visibilitychange", rest);
    close();
  };
}
