// What the keys do with suggestions: the next one, accepted whole, accepted and edited, rejected; a decision never jumps on by itself.

import { decided } from "./apart.js";
import { KINDS, missing, reportOf } from "./suggested.js";

export function deciding(bench) {
  const { spot, work } = bench;

  function open(kind = "event") {
    return bench.suggestions.open(kind, work);
  }

  function step(way) {
    const all = open();
    if (all.length === 0) return bench.say("No suggestion waits for a decision here.");
    const at = all.indexOf(spot.suggestion);
    box(all[at >= 0 ? (at + way + all.length) % all.length : nearest(all, way)]);
  }

  // From the boxed sentence on; before the first key that is the first, or the last.
  function nearest(all, way) {
    const { start, end } = spot.sentence < 0 ? { start: 0, end: Infinity } : bench.block();
    const at = way > 0 ? all.findIndex((one) => one.start >= start) : all.findLastIndex((one) => one.start < end);
    return at >= 0 ? at : way > 0 ? 0 : all.length - 1;
  }

  function box(suggestion) {
    bench.goTo({ sentence: bench.pane.blockAt(suggestion.start), mark: null, held: null, suggestion });
    const all = open();
    const { value, takes, score, reason } = suggestion;
    const parts = takes.parts.map((one) => `${one.role} ${one.name}`).join(", ");
    bench.say(`Suggestion ${all.indexOf(suggestion) + 1} of ${all.length}. ${[bench.types.get(value.types[0]).label, value.status, parts, takes.place?.name, takes.when].filter(Boolean).join(", ")}. Score ${percent(score)}. ${reason}.`);
  }

  function boxed() {
    if (!spot.suggestion) bench.say("No suggestion is boxed. The full stop goes to the next one.");
    return spot.suggestion;
  }

  async function accept(type = null, isEdited = false) {
    const suggestion = boxed();
    if (!suggestion) return;
    const told = await taken([[suggestion, type]], isEdited || type !== null ? "edited" : "accepted");
    if (!told) return;
    const entry = work.activeEntry;
    bench.goTo({ sentence: bench.pane.blockAt(suggestion.start), mark: null, held: null });
    bench.say(`Accepted: event ${bench.numberOf(entry)}, ${bench.typeOf(entry).label}.`);
    if (isEdited) read(suggestion);
  }

  // One step that is undone as one: a report each, or a mark each, and what was decided.
  async function taken(pairs, outcome) {
    const made = await rowsFor(pairs.map(([one]) => one));
    if (!made) return false;
    const slugOf = (one) => one.slug || made.get(one.name) || "";
    const [reports, apart] = [[], { flat: work.apart.now }];
    for (const [suggestion, type] of pairs) {
      if (suggestion.kind === "event") reports.push(report(suggestion, type ?? suggestion.value.types[0], slugOf));
      const names = suggestion.kind === "event" ? null : { slug: slugOf(suggestion.takes), reading: suggestion.takes.reading ?? "entity" };
      apart.flat = decided(apart.flat, suggestion, outcome, names);
    }
    const label = pairs.length === 1 ? `suggestion ${outcome}` : `${pairs.length} suggestions ${outcome}`;
    work.addAll(reports, [[work.apart, apart.flat]], label, bench.spotNow());
    bench.changed();
    return true;
  }

  function report(suggestion, type, slugOf) {
    const block = bench.pane.blocks[bench.pane.blockAt(suggestion.start)];
    const sentence = { start: block.start, end: block.end, quote: bench.offsets.slice(block.start, block.end) };
    return reportOf(suggestion, { type, roles: bench.types.get(type).roles, sentence, article: bench.article.id, slugOf });
  }

  // Who is on no file yet is made now; places are left open, because a suggestion does not know their kind.
  async function rowsFor(suggestions) {
    const made = new Map();
    suggestions.forEach((one) => [...(one.takes?.parts ?? []), one.takes?.place ?? one.takes].forEach(hear));
    for (const { name, kind } of suggestions.filter((one) => one.kind !== "place").flatMap(missing)) {
      if (made.has(name) || !kind) continue;
      const row = await bench.make("actor", { name, kind, names: [] });
      if (!row) return null;
      made.set(name, row.slug);
    }
    return made;
  }

  function hear(one) {
    if (one?.slug) bench.names.hear("role" in one || "reading" in one ? "actor" : "place", one);
  }

  function reject() {
    const suggestion = boxed();
    if (!suggestion) return;
    work.changeAll([[work.apart, decided(work.apart.now, suggestion, "rejected")]], "suggestion rejected", bench.spotNow());
    bench.goTo({ sentence: bench.pane.blockAt(suggestion.start), mark: null, held: null });
    bench.changed();
    bench.say("Rejected; it does not come again. Ctrl Z brings it back.");
  }

  // To the first words that it read.
  function read(suggestion = boxed()) {
    if (!suggestion) return;
    const words = [...suggestion.takes.parts, suggestion.takes.place, suggestion.takes.time, suggestion.takes.trigger].find(Boolean);
    if (!words) return bench.say("It reads no words but the sentence.");
    const entry = work.activeEntry;
    bench.mark(words, entry && bench.evidenceAt(entry, words));
  }

  return {
    next_suggestion: step,
    accept: () => accept(),
    accept_as: (type) => accept(type),
    accept_and_edit: () => accept(null, true),
    reject,
    read_words: () => read(),
    list: () => bench.list.open(KINDS.map((kind) => [kind, open(kind)])),
    box,
    take: async (all) => (await taken(all.map((one) => [one, null]), "accepted")) && bench.say(`${all.length} accepted in one step. Ctrl Z takes them back.`),
  };
}

export function percent(score) {
  return `${Math.round(score * 100)} %`;
}
