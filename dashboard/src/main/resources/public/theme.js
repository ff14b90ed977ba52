// Runs before the first paint, so that no light page flashes in a dark room.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const kept = name => {
    try {
      return localStorage.getItem("firedrill." + name);
    } catch {
      return null;
    }
  };
  const apply = () => {
    root.dataset.theme = kept("theme") ?? (dark.matches ? "dark" : "light");
    root.dataset.size = kept("size") ?? "desk";
  };
  apply();
  dark.addEventListener("change", apply);
})();
