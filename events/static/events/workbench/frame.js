// The parts around text and cards: the box on the sentence, its numbers, the keys of the moment, the names of undo and redo.

import { showDefinition } from "./definition.js";
import { flaggedOf } from "./marks.js";
import { valuesBelow } from "./flat.js";

export class Frame {
  constructor(root) {
    this.undo = root.querySelector("#workbench-undo");
    this.redo = root.querySelector("#workbench-redo");
    this.definition = root.querySelector("#workbench-definition");
    this.count = root.querySelector("#workbench-count");
    this.flagged = root.querySelector("#workbench-flagged");
    this.submit = root.querySelector("#workbench-submit span");
  }

  show(bench) {
    const entry = bench.work.activeEntry;
    this.box(bench);
    this.numbers(bench);
    this.suggested(bench);
    const { undo, redo } = bench.work.history.next;
    name(this.undo, "Undo", undo);
    name(this.redo, "Redo", redo);
    const many = bench.work.shown.length;
    this.count.textContent = `${many} ${many === 1 ? "event" : "events"}`;
    const flagged = flaggedOf(bench.work.shown).length;
    this.flagged.hidden = flagged === 0;
    this.flagged.querySelector("span").textContent = `${flagged} to check`;
    this.submit.textContent = many === 0 ? "Nothing to report" : "Submit";
    showDefinition(this.definition, entry && bench.typeOf(entry), bench.codebook.version);
    const type = entry && bench.typeOf(entry);
    const about = entry ? `Active: event ${bench.numberOf(entry)}, ${type.label}.` : "No event is active.";
    bench.bar.show(bench.state, { type, active: entry !== null, about });
  }

  box({ pane, spot }) {
    pane.blocks.forEach(({ node }, index) => node.setAttribute("aria-selected", String(index === spot.sentence)));
    const boxed = pane.blocks[spot.sentence]?.node.id;
    if (boxed) pane.root.setAttribute("aria-activedescendant", boxed);
  }

  // Beside each sentence how many suggestions it has; the boxed one has its sentence dashed.
  suggested({ pane, spot, suggestions, work }) {
    const counts = new Map();
    for (const one of suggestions.open("event", work)) counts.set(pane.blockAt(one.start), (counts.get(pane.blockAt(one.start)) ?? 0) + 1);
    pane.blocks.forEach(({ node }, index) => {
      node.dataset.suggested = counts.has(index) ? `${counts.get(index)}?` : "";
      node.classList.toggle("guessed", Boolean(spot.suggestion) && index === spot.sentence);
    });
  }

  numbers(bench) {
    const numbers = new Map();
    for (const entry of bench.work.shown) {
      for (const one of valuesBelow(entry.now, "evidence/sentence/")) {
        const at = bench.pane.blockAt(one.start);
        numbers.set(at, [...(numbers.get(at) ?? []), bench.numberOf(entry)]);
      }
    }
    bench.pane.blocks.forEach(({ node }, index) => (node.dataset.events = (numbers.get(index) ?? []).join(" ")));
  }
}

function name(button, verb, label) {
  button.disabled = !label;
  button.querySelector("span").textContent = label ? `${verb}: ${label.slice(0, 40)}` : verb;
}
