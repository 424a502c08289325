// The list of suggestions by kind: a kind is accepted whole, after a look; what is not wanted is unticked first.

import { percent } from "./deciding.js";
import { element, key } from "./element.js";

const TITLES = { event: "Events", actor: "Who", place: "Places" };

export class SuggestionList {
  constructor(dialog, bench) {
    Object.assign(this, { dialog, bench });
    dialog.addEventListener("close", () => bench.focusText());
  }

  open(kinds) {
    const full = kinds.filter(([, all]) => all.length > 0);
    if (full.length === 0) return this.bench.say("No suggestion waits for a decision here.");
    this.dialog.replaceChildren(
      element("h2", { id: "workbench-list-title" }, "Suggestions by kind"),
      ...full.map(([kind, all]) => this.kind(kind, all)),
      element("p", {}, element("button", { type: "button", onclick: () => this.dialog.close() }, "Close ", key("Esc"))));
    this.dialog.showModal();
  }

  kind(kind, all) {
    const rows = all.map((one) => this.row(kind, one));
    const chosen = () => all.filter((_, index) => rows[index].querySelector("input").checked);
    const button = element("button", { type: "button", onclick: () => this.accept(chosen()) });
    const count = () => (button.textContent = `Accept these ${chosen().length}`);
    count();
    return element("fieldset", { class: "kind", onchange: count }, element("legend", {}, `${TITLES[kind]}: ${all.length}`), element("ul", {}, rows), button);
  }

  // Ticked is what names rows that are on file; the rest asks for a look of its own.
  row(kind, one) {
    const { bench } = this;
    const isKnown = kind === "event" ? one.takes.parts.every((part) => part.slug) : Boolean(one.takes.slug);
    const id = `workbench-list-${kind}-${one.start}-${one.trigger ?? ""}`;
    const box = element("input", { type: "checkbox", id, disabled: kind === "place" && !isKnown });
    box.checked = isKnown;
    const go = kind === "event" ? element("button", { type: "button", "aria-label": `Go to sentence ${bench.pane.blockAt(one.start) + 1}`, onclick: () => (this.dialog.close(), bench.run("box", one)) }, `s${bench.pane.blockAt(one.start) + 1}`) : `s${bench.pane.blockAt(one.start) + 1}`;
    return element("li", {}, box, element("label", { for: id }, ...this.says(kind, one, isKnown)), " ", go);
  }

  says(kind, one, isKnown) {
    const note = isKnown ? "" : kind === "place" ? " (not on file: mark it and press P)" : " (new: is made)";
    if (kind === "event") {
      const { value, takes } = one;
      const parts = takes.parts.map((part) => part.name).join(", ");
      return [element("b", {}, this.bench.types.get(value.types[0]).label), ` ${[value.status, parts, takes.place?.name, takes.when].filter(Boolean).join(" · ")} `, element("span", { class: "quiet" }, percent(one.score)), note, element("span", { class: "quiet why" }, one.reason)];
    }
    const { name, reading } = one.takes;
    return [`“${one.quote}” is `, element("b", {}, name), reading === "metonym" ? ", as metonym" : "", note, element("span", { class: "quiet why" }, one.reason)];
  }

  async accept(chosen) {
    if (chosen.length === 0) return this.bench.say("Tick what is to be accepted.");
    this.dialog.close();
    await this.bench.run("take", chosen);
  }
}
