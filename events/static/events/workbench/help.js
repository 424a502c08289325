// The sheet of all keys, and the switch that takes single letters away.

import { element, key } from "./element.js";
import { MAPS, nameOf } from "./keys.js";

const TITLES = { sentence: "A sentence is boxed", words: "Words are marked, or a card has the focus", suggestion: "A suggestion is boxed", own: "After X", versions: "Two versions" };
const SAYS = { open: "open an event", accept_as: "accept it as", retype: "change the type of the active event to", part: "fill the role", part_more: "one more piece of", words: "mark as", words_more: "one more piece of", status: "status", flag: "on or off:" };

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
  const rows = [...map].map(([press, [command, code, label]]) =>
    element("tr", {}, element("th", { scope: "row" }, key(nameOf(press))), element("td", {}, [SAYS[command], label || code].filter(Boolean).join(" "))));
  return element("table", {}, element("caption", {}, title), element("tbody", {}, rows));
}
