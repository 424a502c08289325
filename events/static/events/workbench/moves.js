// Steps through the text: sentences, words, names, marks, and the ends of what is marked.

import { movedWords } from "./filling.js";
import { flaggedOf, kindOf, walked } from "./marks.js";
import { overlap, stopsIn, wordsIn } from "./words.js";

export function moves(bench) {
  const { spot } = bench;

  function toSentence(index) {
    const last = bench.pane.blocks.length - 1;
    bench.goTo({ sentence: Math.min(Math.max(index, 0), last), mark: null, held: null });
    bench.say(`Sentence ${spot.sentence + 1}. ${wordsAt(bench.block())}`);
  }

  function wordsAt({ start, end }) {
    return bench.offsets.slice(start, end);
  }

  function step(stops, way) {
    if (stops.length === 0) return bench.say("Nothing to stop at in this sentence.");
    const from = spot.mark;
    const ahead = way > 0 ? stops.find((one) => !from || one.start >= from.end) : stops.findLast((one) => !from || one.end <= from.start);
    const next = ahead ?? (way > 0 ? stops[0] : stops.at(-1));
    bench.mark(next);
  }

  function stops() {
    const known = bench.mentions();
    const suggested = bench.suggestions.stops().filter((one) => !known.some((other) => overlap(one, other)));
    return stopsIn(bench.offsets, bench.block(), [...known, ...suggested], bench.article.citations);
  }

  function words() {
    return wordsIn(bench.offsets, bench.block());
  }

  // One word more or less at an end of the mark; a mark that is evidence takes its evidence along.
  function moveEnd(way) {
    if (!spot.mark) return step(words(), way);
    const { start, end } = spot.mark;
    const inside = words().filter((one) => overlap(one, spot.mark));
    const next = words().find((one) => one.start >= end)?.end ?? bench.block().end;
    const before = inside.length > 1 ? inside.at(-2).end : end;
    reshape({ start, end: way > 0 ? next : before });
  }

  function moveStart(way) {
    if (!spot.mark) return step(words(), way);
    const { start, end } = spot.mark;
    const inside = words().filter((one) => overlap(one, spot.mark));
    const before = words().findLast((one) => one.end <= start)?.start ?? bench.block().start;
    reshape({ start: way > 0 ? (inside[1]?.start ?? start) : before, end });
  }

  function reshape(stretch) {
    const { held } = spot;
    const entry = bench.work.activeEntry;
    if (!held || !entry?.now[held]) return bench.mark(stretch);
    if (!bench.mayChange(entry)) return;
    const moved = movedWords(entry.now, held, { ...stretch, quote: wordsAt(stretch) });
    bench.change(entry, moved, `end of a mark moved: ${wordsAt(stretch)}`);
    bench.mark(stretch, pathOf(moved, stretch, held));
  }

  function pathOf(flat, { start, end }, held) {
    const [, kind, , role, slug] = held.split("/");
    const path = `evidence/${kind}/${start}-${end}/${role}/${slug}`;
    return path in flat ? path : null;
  }

  function walk(way) {
    const marks = walked(bench.work.shown);
    if (marks.length === 0) return bench.say("No mark in this article yet.");
    const at = marks.findIndex((one) => one.path === spot.held && one.entry.key === bench.work.active);
    const next = at >= 0 ? marks[(at + way + marks.length) % marks.length] : nearest(marks, way);
    bench.work.active = next.entry.key;
    bench.mark(next, next.path);
    const one = next.entry.now[next.path];
    bench.say(`${one.quote}: ${kindOf(one)} of event ${bench.numberOf(next.entry)}.`);
  }

  // To the next words that a correction of the text has changed.
  function walkFlagged() {
    const marks = flaggedOf(bench.work.shown);
    if (marks.length === 0) return bench.say("No mark is to be checked.");
    const at = marks.findIndex((one) => one.path === spot.held && one.entry.key === bench.work.active);
    const next = marks[(at + 1) % marks.length];
    bench.work.active = next.entry.key;
    bench.mark(next, next.path);
    bench.say(`${marks.length} to check. “${next.entry.now[next.path].quote}”: ${kindOf(next.entry.now[next.path])} of event ${bench.numberOf(next.entry)}. Enter: right as it stands; Backspace removes it.`);
  }

  function nearest(marks, way) {
    const from = spot.mark?.start ?? bench.block()?.start ?? 0;
    return (way > 0 ? marks.find((one) => one.start >= from) : marks.findLast((one) => one.start < from)) ?? marks.at(way > 0 ? 0 : -1);
  }

  return {
    down: () => (spot.mark ? bench.choose(1) : toSentence(spot.sentence + 1)),
    up: () => (spot.mark ? bench.choose(-1) : toSentence(spot.sentence - 1)),
    word: (way) => step(words(), way),
    stop: (way) => step(stops(), way),
    end: moveEnd,
    start: moveStart,
    mark: walk,
    flagged: walkFlagged,
    back() {
      if (spot.mark || spot.suggestion) return toSentence(spot.sentence);
      if (bench.work.active) bench.activate(null);
      bench.say("No event is active.");
    },
    firstName: () => step(stops(), 1),
    toSentence,
  };
}
