// Theme and size of the page: the system preference until the user selects one, which is stored in the browser.
import { useEffect, useState } from "../vendor/htm-preact-3.1.1.js";

const root = document.documentElement;

const keep = (name, value) => {
  root.dataset[name] = value;
  try {
    localStorage.setItem("firedrill." + name, value);
  } catch {
    // Without storage the selection lasts until the page is closed.
  }
};

export const toggleTheme = () => keep("theme", root.dataset.theme === "dark" ? "light" : "dark");

export const toggleSize = () => keep("size", root.dataset.size === "projector" ? "desk" : "projector");

/** Current theme and size; the component renders again when one changes. */
export function useAppearance() {
  const read = () => ({ theme: root.dataset.theme, size: root.dataset.size });
  const [appearance, setAppearance] = useState(read);
  useEffect(() => {
    const watch = new MutationObserver(() => setAppearance(read()));
    watch.observe(root, { attributes: true, attributeFilter: ["data-theme", "data-size"] });
    return () => watch.disconnect();
  }, []);
  return appearance;
}

/** The colour of a token in the current theme. */
export const colour = token => getComputedStyle(root).getPropertyValue("--" + token).trim();

/** Pixels of one rem, for drawing on a canvas. */
export const rem = () => parseFloat(getComputedStyle(root).fontSize);
