// The boxed suggestion as a card: what it would write, slot by slot, and why. Nothing of it is stored until it is accepted.

import { percent } from "./deciding.js";
import { element, key } from "./element.js";
import { OWN_TYPES, TYPES } from "./keys.js";

const LETTERS = Object.fromEntries([...Object.entries(TYPES), ...Object.entries(OWN_TYPES).map(([letter, code]) => [`x ${letter}`, code])].map(([letter, code]) => [code, letter.toUpperCase()]));

export class SuggestionCard {
  constructor(root, bench) {
    Object.assign(this, { root, bench });
  }

  show() {
    const { bench } = this;
    const open = bench.suggestions.open("event", bench.work);
    const boxed = bench.spot.suggestion;
    this.root.hidden = open.length === 0 && !boxed;
    if (this.root.hidden) return this.root.replaceChildren();
    this.root.replaceChildren(...(boxed ? this.card(boxed, open) : this.waiting(open)));
  }

  waiting(open) {
    const { bench } = this;
    const act = (letter, label, command, argument) => element("button", { type: "button", onclick: () => (bench.run(command, argument), bench.focusText()) }, key(letter), ` ${label}`);
    return [element("p", { class: "waiting" }, element("b", {}, `${open.length} suggested `), act(".", "go to the next", "next_suggestion", 1), act("W", "list by kind", "list"))];
  }

  card(suggestion, open) {
    const { bench } = this;
    const { value, takes, score, reason } = suggestion;
    const [type, ...others] = value.types;
    const { label, roles } = bench.types.get(type);
    const parts = takes.parts.map((one) => this.slot(one.role, roles.includes(one.role) ? [element("b", {}, one.name), one.reading === "metonym" ? ", as metonym" : "", one.slug ? "" : " (new: is made)"] : [element("s", {}, one.name), ` (no ${one.role} for this type)`], one));
    const act = (letter, words, command) => element("button", { type: "button", onclick: () => (bench.run(command), bench.focusText()) }, key(letter), ` ${words}`);
    return [
      element("section", { class: "card suggestion", "aria-label": "Suggestion" },
        element("h3", {}, element("span", { class: "number" }, "?"), ` ${label} `, element("code", {}, value.mode ? `${type} · ${value.mode}` : type)),
        element("span", { class: "standing" }, `suggestion ${open.indexOf(suggestion) + 1} of ${open.length} · score ${percent(score)} · nothing is stored until you accept`),
        element("p", { class: "what" }, element("b", {}, "Why: "), reason),
        element("dl", { class: "slots" },
          this.slot("status", value.status), parts,
          this.slot("place", this.place(takes.place, value.place), takes.place),
          this.slot("time", takes.when, takes.time),
          this.slot("trigger", "", takes.trigger),
          this.slot("source", this.sources(takes.cited))),
        others.length ? element("p", {}, "Or as ", others.map((code) => [this.other(code), " "])) : null,
        element("p", { class: "acts" }, act("Enter", "accept", "accept"), act("Shift Enter", "accept and edit", "accept_and_edit"), act("Bksp", "reject", "reject"))),
    ];
  }

  slot(name, says, words = null) {
    const shown = [says, words?.quote ? element("span", { class: "quote" }, ` “${words.quote}”`) : ""];
    const isEmpty = !words && (Array.isArray(says) ? says.length === 0 : !says);
    return element("div", { class: isEmpty ? "slot empty" : "slot" }, element("dt", {}, name), element("dd", {}, isEmpty ? "none" : shown));
  }

  place(place, name) {
    if (!place) return name ? `${name} (in no words of this sentence)` : "";
    return [element("b", {}, place.name), place.slug ? "" : " (not on file: stays open, P on its words makes it)"];
  }

  sources(cited) {
    const reports = this.bench.article.citations.flatMap((one) => one.reports).filter((one) => cited.includes(one.id));
    return reports.map((one) => `${one.name}, ${one.date || one.words}`).join("; ");
  }

  other(code) {
    const { bench } = this;
    return element("button", { type: "button", onclick: () => (bench.run("accept_as", code), bench.focusText()) }, key(LETTERS[code]), ` ${bench.types.get(code).label}`);
  }
}
