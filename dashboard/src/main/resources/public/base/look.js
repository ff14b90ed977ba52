// Theme and size of the page: chosen by the system until the operator chooses, then remembered.
import { useEffect, useState } from "../vendor/htm-preact-3.1.1.js";

const root = document.documentElement;

const keep = (name, value) => {
  root.dataset[name] = value;
  try {
    localStorage.setItem("firedrill." + name, value);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
};

export const toggleTheme = () => keep("theme", root.dataset.theme === "dark" ? "light" : "dark");

export const toggleSize = () => keep("size", root.dataset.size === "projector" ? "desk" : "projector");

/** Theme and size now; the component renders again when one changes. */
export function useLook() {
  const read = () => ({ theme: root.dataset.theme, size: root.dataset.size });
  const [look, setLook] = useState(read);
  useEffect(() => {
    const watch = new MutationObserver(() => setLook(read()));
    watch.observe(root, { attributes: true, attributeFilter: ["data-theme", "data-size"] });
    return () => watch.disconnect();
  }, []);
  return look;
}

/** The colour that a token has in the present theme. */
export const colour = token => getComputedStyle(root).getPropertyValue("--" + token).trim();

/** Pixels of one rem, for what is drawn on a canvas. */
export const rem = () => parseFloat(getComputedStyle(root).fontSize);
