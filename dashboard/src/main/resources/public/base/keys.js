// Keyboard shortcuts: single letters, ignored in text fields and while a dialog is open.
import { useEffect } from "../vendor/htm-preact-3.1.1.js";

const isTyping = target => target.closest("input, textarea, select, dialog") !== null;
const isPressing = (event, target) => event.key === " " && target.closest("button, a, summary") !== null;

/** Calls the function registered for the pressed key; letters are registered in lower case. */
export function useShortcuts(shortcuts) {
  useEffect(() => {
    const press = event => {
      const target = event.target instanceof Element ? event.target : document.body;
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const run = shortcuts[event.key.toLowerCase()];
      if (run && plain && !event.repeat && !isTyping(target) && !isPressing(event, target)) {
        event.preventDefault();
        run();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}

/** Scrolls a section into view and moves the focus there. */
export function jumpTo(id) {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: "start" });
  part?.focus({ preventScroll: true });
}
