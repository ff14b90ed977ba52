// A modal dialog of the browser: focus stays inside, Escape closes it, focus returns to the element that had
// it, or to its card if a newer state has no such element.
import { html, useEffect, useRef } from "../vendor/htm-preact-3.1.1.js";

export function Dialog({ title, close, wide, children }) {
  const dialog = useRef(null);
  useEffect(() => {
    const before = document.activeElement;
    const place = before?.closest("[tabindex]");
    dialog.current.showModal();
    return () => (before?.isConnected ? before : place)?.focus?.();
  }, []);
  const outside = event => event.target === dialog.current && close();
  return html`
    <dialog ref=${dialog} class=${wide ? "wide" : ""} aria-labelledby="dialog-title" onClose=${close} onMouseDown=${outside}>
      <div class="dialog">
        <header>
          <h2 id="dialog-title">${title}</h2>
          <button class="icon" type="button" aria-label="Close" onClick=${close}>✕</button>
        </header>
        ${children}
      </div>
    </dialog>
  `;
}
