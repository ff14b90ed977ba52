// The server's stream of states. It reconnects by itself, closes while the page is hidden, and reports silence.
const SILENCE_MILLIS = 12_000;
const RETRY_MILLIS = 5_000;

/**
 * Calls `onUpdate` with any of `state`, `trouble` and `connection` ("connecting", "live", "lost", "silent") when they
 * change, until the function it returns is called.
 */
export function follow(onUpdate) {
  let source = null;
  let silence = 0;
  let retry = 0;

  const receive = update => {
    clearTimeout(silence);
    silence = setTimeout(() => onUpdate({ connection: "silent" }), SILENCE_MILLIS);
    onUpdate({ connection: "live", ...update });
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
    source.addEventListener("state", event => receive({ state: JSON.parse(event.data), trouble: null }));
    source.addEventListener("trouble", event => receive({ trouble: JSON.parse(event.data).error }));
    source.addEventListener("heartbeat", () => receive({}));
    source.addEventListener("error", () => {
      clearTimeout(silence);
      onUpdate({ connection: "lost" });
      // The browser reopens an interrupted stream, but not one that was refused.
      if (source?.readyState === EventSource.CLOSED) {
        retry = setTimeout(open, RETRY_MILLIS);
      }
    });
  };

  const followVisibility = () => (document.hidden ? close() : open());
  document.addEventListener("visibilitychange", followVisibility);
  open();
  return () => {
    document.removeEventListener("visibilitychange", followVisibility);
    close();
  };
}
