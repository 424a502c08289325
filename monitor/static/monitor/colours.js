/* Remembers which colours a reader chose in the foot of a page. It runs before the page is painted, so that nothing
   flashes; without it, or without storage, the choice holds for the page. It sends nothing anywhere. */
(() => {
  const KEY = "colours";
  const KNOWN = ["light", "dark"];

  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  const keep = (colours) => {
    try {
      if (KNOWN.includes(colours)) localStorage.setItem(KEY, colours);
      else localStorage.removeItem(KEY);
    } catch {
      /* storage is switched off: the choice holds for this page */
    }
  };

  const show = (colours) => {
    if (KNOWN.includes(colours)) document.documentElement.dataset.colours = colours;
    else delete document.documentElement.dataset.colours;
  };

  show(kept());
  document.addEventListener("DOMContentLoaded", () => {
    const chosen = document.getElementById(`colours-${kept()}`);
    if (chosen) chosen.checked = true;
  });
  document.addEventListener("change", ({ target }) => {
    if (target.name !== "colours") return;
    const colours = target.id.replace("colours-", "");
    keep(colours);
    show(colours);
  });
})();
