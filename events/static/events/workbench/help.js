// The sheet of all keys, and the switch that takes single letters away.

import { element, key } from "./element.js";
import { MAPS, nameOf } from "./keys.js";

const TITLES = { sentence: "A sentence is boxed", words: "Words are marked, or a card has the focus", suggestion: "A suggestion is boxed", own: "After X", versions: "Two versions" };
const SAYS = { open: "open an event", part: "fill the role", words: "mark as", status: "status", flag: "on or off:" };

// Commands that every letter of a map has: one line instead of twenty.
const FOLDED = {
  retype: { first: "Shift+a", keys: "Shift+letter", says: "change the type of the active event" },
  accept_as: { first: "a", keys: "letter", says: "accept it as that type" },
  part_more: { first: "Shift+a", keys: "Shift+letter", says: "one more piece of that slot" },
  words_more: { first: "", keys: "", says: "" },
  source_more: { first: "", keys: "", says: "" },
};

export class Help {
  constructor(dialog, settings) {
    Object.assign(this, { dialog, settings });
    const box = element("input", { type: "checkbox", id: "workbench-letters", onchange: () => settings.setLetters(box.checked) });
    box.checked = settings.letters;
    const close = element("button", { type: "button", onclick: () => dialog.close() }, "Close ", key("Esc"));
    dialog.replaceChildren(
      element("h2", { id: "workbench-help-title" }, "All keys"),
      element("p", {}, box, element("label", { for: "workbench-letters" }, " Single letters and figures are keys. Switched off, every act is still a button below the text and in the card.")),
      element("div", { class: "maps", tabindex: 0, role: "group", "aria-label": "Tables of keys" }, Object.entries(TITLES).map(([state, title]) => table(title, MAPS[state]))),
      element("p", {}, close));
  }

  open() {
    this.dialog.showModal();
  }
}

function table(title, map) {
  const rows = [...map].filter(([press, [command]]) => !(command in FOLDED) || press === FOLDED[command].first).map(([press, meaning]) => (meaning[0] in FOLDED ? [FOLDED[meaning[0]].keys, ["", "", FOLDED[meaning[0]].says]] : [press, meaning])).map(([press, [command, code, label]]) =>
    element("tr", {}, element("th", { scope: "row" }, key(nameOf(press))), element("td", {}, [SAYS[command], label || code].filter(Boolean).join(" "))));
  return element("table", {}, element("caption", {}, title), element("tbody", {}, rows));
}
