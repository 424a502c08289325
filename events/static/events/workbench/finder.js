// The look-up: who or what the marked words may name, shown without taking the focus; a field to search and to create, when asked for.

import { element, key } from "./element.js";
import { takes } from "./look_up.js";
import { ROLES } from "./keys.js";

const LETTERS = Object.fromEntries(Object.entries(ROLES).map(([letter, role]) => [role, letter.toUpperCase()]));

export class Finder {
  constructor(root, bench) {
    this.root = root;
    this.bench = bench;
    this.asked = null; // {role, words, done} while the field is open
    this.found = [];
    this.serial = 0;
  }

  // The candidates for the marked words, one line each, with the keys that take them.
  show(words, candidates, choice, reading) {
    if (this.asked) return;
    this.root.hidden = !words;
    if (!words) return this.root.replaceChildren();
    const rows = candidates === null ? [element("li", {}, "Looking …")] : candidates.slice(0, 5).map((one, index) => this.row(one, index === choice, reading));
    const none = candidates?.length === 0 ? [element("li", {}, "Nobody and nothing on file by these words: a role key or F creates.")] : [];
    this.root.replaceChildren(element("h2", {}, `“${words}” is …`), element("ul", {}, rows, none));
  }

  row(one, isChosen, reading) {
    const take = () => this.bench.choseRow(one);
    const slots = one.kind === "place" ? ["place"] : this.bench.legalRoles();
    const letters = slots.map((role) => key(role === "place" ? "P" : LETTERS[role]));
    const read = one.kind === "actor" && (reading ?? one.reading) === "metonym" ? ", as metonym" : "";
    const about = [one.is, one.office || one.where, one.how === "exact" ? "" : `found as “${one.matched}”`].filter(Boolean).join(", ");
    return element("li", { class: isChosen ? "chosen" : null },
      element("button", { type: "button", onclick: take, "aria-pressed": String(isChosen) }, element("b", {}, one.name), ` ${about}${read}`),
      element("span", { class: "takes" }, letters));
  }

  // Asks who it is: typing searches, Enter takes the chosen row, or creates one under what is typed.
  open(role, words, done) {
    this.asked = { role, words, done, choice: -1 };
    this.found = [];
    const kinds = this.bench.codebook[role === "place" ? "place_kinds" : "actor_kinds"];
    const first = role === "place" ? "city" : /\s/.test(words.quote.trim()) ? "person" : "organisation";
    this.input = element("input", { id: "workbench-find", type: "text", maxlength: 200, autocomplete: "off", role: "combobox", "aria-expanded": "true", "aria-controls": "workbench-found", oninput: () => this.search() });
    this.input.value = words.quote;
    this.kind = element("select", { id: "workbench-find-kind" }, kinds.map(({ code, label }) => element("option", { value: code, selected: code === first }, label)));
    this.list = element("ul", { id: "workbench-found", role: "listbox", "aria-label": "Found" });
    const create = element("button", { type: "submit" }, "Take or create ", key("Enter"));
    const close = element("button", { type: "button", onclick: () => this.close() }, "Close ", key("Esc"));
    const form = element("form", { onsubmit: (event) => (event.preventDefault(), this.enter()), onkeydown: (event) => this.press(event) },
      element("label", { for: "workbench-find" }, role === "place" ? "Which place?" : `Who is the ${role}?`), this.input,
      element("label", { for: "workbench-find-kind" }, "If new, a"), this.kind, create, close, this.list);
    this.root.hidden = false;
    this.root.replaceChildren(form);
    this.input.focus();
    this.input.select();
    this.search();
    this.bench.say(`“${words.quote}” is not on file. Type to search; Enter creates it.`);
  }

  async search() {
    const serial = ++this.serial;
    const kind = this.asked.role === "place" ? "place" : "actor";
    const found = (await this.bench.lookUp.ask(kind, this.input.value.trim(), this.bench.dateForOffices())) ?? [];
    if (serial !== this.serial || !this.asked) return;
    this.found = found.filter((one) => takes(one, this.asked.role)).slice(0, 8);
    this.asked.choice = -1;
    this.showFound();
  }

  showFound() {
    const { choice } = this.asked;
    this.list.replaceChildren(...this.found.map((one, index) =>
      element("li", { role: "option", id: `workbench-found-${index}`, "aria-selected": String(index === choice), onclick: () => this.take(one) }, element("b", {}, one.name), ` ${[one.is, one.office || one.where].filter(Boolean).join(", ")}`)));
    if (choice >= 0) this.input.setAttribute("aria-activedescendant", `workbench-found-${choice}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  press(event) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way && event.target === this.input) {
      this.asked.choice = Math.min(Math.max(this.asked.choice + way, -1), this.found.length - 1);
      this.showFound();
      event.preventDefault();
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    }
  }

  async enter() {
    const typed = this.input.value.trim();
    const row = this.found[this.asked.choice] ?? this.found.find((one) => one.how === "exact") ?? null;
    if (row) return this.take(row);
    if (!typed) return this.bench.say("Type a name first.");
    const kind = this.asked.role === "place" ? "place" : "actor";
    const variants = this.asked.words.quote === typed ? [] : [this.asked.words.quote];
    const made = await this.bench.make(kind, { name: typed, kind: this.kind.value, names: variants });
    if (made) this.take(made);
  }

  take(row) {
    const { done } = this.asked;
    this.close();
    done(row);
  }

  close() {
    this.asked = null;
    this.root.replaceChildren();
    this.root.hidden = true;
    this.bench.focusText();
    this.bench.render();
  }
}
