// The keys of the moment, each a button, and the live region that says what happened.

import { element, key } from "./element.js";
import { isLegal, MAPS, nameOf } from "./keys.js";

const ROWS = {
  sentence: [["event", ["open", "own"]], ["report", ["status", "flag", "known", "versions"]], ["text", ["next_suggestion", "list", "flagged", "sentence", "down", "up", "stop", "word", "mark", "undo", "redo", "help"]]],
  suggestion: [["this", ["accept", "accept_and_edit", "reject", "read_words"]], ["or as", ["accept_as", "own"]], ["text", ["next_suggestion", "list", "down", "up", "back", "help"]]],
  own: [["event", ["open"]], ["back", ["back"]]],
  words: [["who", ["part", "reading", "find", "same_words"]], ["what", ["words", "source", "mention", "unmark", "known", "versions"]], ["report", ["status", "flag", "field"]], ["text", ["stop", "end", "start", "mark", "back", "help"]]],
  versions: [["choose", ["side", "settle", "down", "up", "back"]]],
}; // prettier-ignore
const TYPED = new Set(["open", "accept_as"]); // their codes are event types, which have a name
const TITLES = { sentence: "Sentence", suggestion: "Suggestion", own: "Own types, after X", words: "Words marked", versions: "Two versions" };

export class Bar {
  constructor(root, spoken, labels, run) {
    Object.assign(this, { root, spoken, labels, run });
  }

  show(state, context) {
    const rows = ROWS[state].map(([name, commands]) => element("div", { class: "keys-row", role: "group", "aria-label": name }, element("span", { class: "row-name" }, name), this.buttons(state, commands, context))).filter((row) => row.querySelector("button:not([aria-disabled])"));
    this.root.replaceChildren(element("p", { class: "state" }, element("b", {}, TITLES[state]), ` ${context.about}`), ...rows);
  }

  buttons(state, commands, context) {
    const seen = new Set();
    const shown = [...MAPS[state]].filter(([press, [command, code, label]]) => commands.includes(command) && label && !seen.has(command + code) && seen.add(command + code) && press);
    return shown.map(([press, meaning]) => this.button(press, meaning, isLegal(meaning, context)));
  }

  button(press, [command, code, label], isLegalNow) {
    const attributes = { type: "button", tabindex: -1, "aria-disabled": isLegalNow ? null : "true", class: "key", onclick: () => isLegalNow && this.run(command, code), onmousedown: (event) => event.preventDefault() };
    return element("button", attributes, key(nameOf(press)), ` ${TYPED.has(command) ? this.labels.get(code) : label}`);
  }

  say(words) {
    this.spoken.textContent = words;
  }
}
