// What the keys write: an event opened on a sentence, its slots filled with the marked words, its states and flags.

import * as filling from "./filling.js";
import { valuesBelow } from "./flat.js";
import { fits, takes, trimmedTo } from "./look_up.js";

export function slots(bench) {
  const { spot } = bench;

  // The event that a key is about, or null with the reason said.
  function active() {
    const entry = bench.work.activeEntry;
    if (!entry) bench.say("No event is active. A type key opens one on the boxed sentence; [ and ] walk to one.");
    else if (bench.mayChange(entry)) return entry;
    return null;
  }

  function marked() {
    if (!spot.mark) bench.say("No words are marked. Arrows or the space bar mark some.");
    return spot.mark;
  }

  function quoted({ start, end }) {
    return { start, end, quote: bench.offsets.slice(start, end) };
  }

  function open(type) {
    if (spot.suggestion) return bench.commands.accept_as(type);
    if (spot.sentence < 0) return bench.say("No sentence is boxed. The down arrow boxes the first.");
    const flat = filling.opened(type, quoted(bench.block()), bench.article.id);
    const entry = bench.work.add(flat, `${type} opened`, bench.spotNow());
    bench.changed(entry);
    bench.say(`Event ${bench.numberOf(entry)}, ${bench.typeOf(entry).label}, opened on sentence ${spot.sentence + 1}.`);
    bench.commands.firstName();
  }

  function retype(type) {
    const entry = active();
    if (!entry) return;
    const changed = filling.retyped(entry.now, type, entry.meta.event.may_change);
    bench.change(entry, changed, `type ${type}`);
    const lost = filling.partsOf(changed).filter((part) => !bench.typeOf(entry).roles.includes(part.role));
    bench.say(`The type is ${type} now.${lost.length ? ` It has no ${lost[0].role}: take it out or choose another type.` : ""}`);
  }

  async function part(role, isMore) {
    const entry = active();
    if (!entry || !marked()) return;
    const candidate = await chosen(role);
    if (!candidate) return bench.finder.open(role, quoted(spot.mark), (row) => fillPart(entry, role, row, quoted(spot.mark)));
    const words = spot.held || isMore ? spot.mark : trimmedTo(candidate, spot.mark, bench.offsets);
    fillPart(entry, role, candidate, quoted(words));
  }

  function fillPart(entry, role, row, words) {
    const reading = spot.reading ?? row.reading ?? "entity";
    const filled = filling.withPart(entry.now, role, row.slug, words, reading, entry.meta.event.may_change);
    bench.change(entry, filled, `${role} ${row.name}`);
    bench.mark(words, pathOf(filled, "participant", words, role, row.slug));
    bench.say(`${row.name}${row.office ? `, ${row.office}` : ""}${reading === "metonym" ? ", as metonym," : ""} is ${role} of event ${bench.numberOf(entry)}.${again(words)}`);
  }

  function pathOf(flat, kind, { start, end }, role = "", slug = "") {
    const path = `evidence/${kind}/${start}-${end}/${role}/${slug}`;
    return path in flat ? path : null;
  }

  function again(words) {
    const others = bench.elsewhere(words).length;
    return others ? ` The same words stand ${others} more ${others === 1 ? "time" : "times"}: J goes there.` : "";
  }

  // The candidate that she chose, or the first that fits the words; none where she has to say who it is.
  async function chosen(role) {
    const [candidates, words] = [await bench.candidates(), quoted(spot.mark).quote];
    const picked = spot.choice === null ? null : candidates[spot.choice];
    if (picked && takes(picked, role)) return picked;
    return candidates.find((one) => takes(one, role) && fits(one, words)) ?? null;
  }

  async function place(isMore) {
    const entry = active();
    if (!entry || !marked()) return;
    const row = await chosen("place");
    if (!row) return bench.finder.open("place", quoted(spot.mark), (made) => fillPlace(entry, made, quoted(spot.mark), isMore));
    fillPlace(entry, row, quoted(trimmedTo(row, spot.mark, bench.offsets)), isMore);
  }

  function fillPlace(entry, row, words, isMore) {
    const filled = filling.withPlace(entry.now, row.slug, words, isMore, entry.meta.event.may_change);
    bench.change(entry, filled, `place ${row.name}`);
    bench.mark(words, pathOf(filled, "place", words));
    bench.say(`${row.name}${row.where ? `, ${row.where},` : ""} is the place of event ${bench.numberOf(entry)}.${again(words)}`);
  }

  async function time(isMore) {
    const entry = active();
    if (!entry || !marked()) return;
    const words = quoted(spot.mark);
    const { status, body } = await bench.server.send({ path: "when/", query: { words: words.quote } });
    const date = status === 200 ? body.date : "";
    const value = isMore ? filling.dateOf(entry.now) : { date, words: words.quote, origin: date ? "rule" : "person", check: status !== 200 };
    const filled = filling.withDate(entry.now, value, words, bench.article.id, isMore, entry.meta.event.may_change);
    bench.change(entry, filled, `time ${words.quote}`);
    bench.mark(words, pathOf(filled, "time", words));
    if (date || isMore) return bench.say(`The date is ${body?.in_words || date}, by “${words.quote}”.`);
    bench.say(`“${words.quote}” means no day for sure: type the date, such as 1999-05-28.`);
    bench.focusField("date");
  }

  function words(kind, isMore) {
    if (kind === "place") return place(isMore);
    if (kind === "time") return time(isMore);
    const entry = active();
    if (!entry || !marked()) return;
    const marking = quoted(spot.mark);
    const filled = filling.withWords(entry.now, kind, marking, isMore);
    bench.change(entry, filled, `${kind} ${marking.quote}`);
    bench.mark(marking, pathOf(filled, kind, marking));
    bench.say(`“${marking.quote}” is a ${kind} of event ${bench.numberOf(entry)}.`);
  }

  function source() {
    const entry = active();
    if (!entry) return;
    const citation = bench.citationFor(spot.mark ?? bench.block());
    if (!citation) return bench.say("No citation closes this paragraph.");
    const scope = bench.pane.blockAt(citation.start) === spot.sentence ? "explicit" : "paragraph";
    const filled = filling.withSource(entry.now, citation, scope);
    const isOn = `source/${citation.reports[0].id}` in filled;
    bench.change(entry, filled, `source ${citation.quote}`);
    bench.say(`${isOn ? "Said by" : "No longer said by"} ${citation.reports.map((one) => one.name).join(", ")}.`);
  }

  // A report stands on a sentence: Enter, which also accepts suggestions, never takes the only one. Backspace does, and adds none.
  function sentence() {
    const entry = boxed();
    if (!entry) return;
    const isOnly = isOn(entry) && valuesBelow(entry.now, "evidence/sentence/").length === 1;
    if (isOnly) return bench.say(`This is the only sentence of event ${bench.numberOf(entry)}: it stays. Backspace takes it away.`);
    turnSentence(entry);
  }

  function sentenceOff() {
    const entry = boxed();
    if (entry && isOn(entry)) turnSentence(entry);
    else if (entry) bench.say(`Sentence ${spot.sentence + 1} is no evidence of event ${bench.numberOf(entry)}.`);
  }

  function boxed() {
    const entry = active();
    return spot.sentence < 0 ? null : entry;
  }

  function isOn(entry) {
    return pathOf(entry.now, "sentence", quoted(bench.block())) !== null;
  }

  function turnSentence(entry) {
    const wasOn = isOn(entry);
    bench.change(entry, filling.withSentence(entry.now, quoted(bench.block())), `sentence ${spot.sentence + 1}`);
    bench.say(`Sentence ${spot.sentence + 1} is ${wasOn ? "no longer " : ""}evidence of event ${bench.numberOf(entry)}.`);
  }

  function setting(name, value) {
    const entry = active();
    if (!entry) return;
    bench.change(entry, { ...entry.now, [name]: value }, `${name.replace("event/", "")} ${value}`);
    bench.say(`Event ${bench.numberOf(entry)}: ${name} ${value === true ? "yes" : value === false ? "no" : value}.`);
  }

  function unmark() {
    const entry = active();
    if (!entry || !marked()) return;
    const path = spot.held ?? bench.evidenceAt(entry, spot.mark);
    if (!path) return bench.say(`These words are no mark of event ${bench.numberOf(entry)}.`);
    bench.change(entry, filling.withoutWords(entry.now, path, entry.meta.event.may_change), `mark removed: ${entry.now[path].quote}`);
    bench.mark(spot.mark, null);
    bench.say("The mark is removed; its words are still marked.");
  }

  // Flagged words are right; any other words are marked as a name alone.
  function settleWords() {
    const entry = bench.work.activeEntry;
    const path = spot.mark && entry && (spot.held ?? bench.evidenceAt(entry, spot.mark));
    if (!path || entry.now[path].state !== "check") return bench.mentionOnly();
    bench.change(entry, filling.confirmed(entry.now, path), `words confirmed: ${entry.now[path].quote}`);
    bench.say("The words are right. F goes to the next ones to check.");
  }

  // On a mark of the event: the words are read the other way. On other words: the next slot they fill is read so.
  function reading() {
    if (!marked()) return;
    const entry = bench.work.activeEntry;
    const path = entry && (spot.held ?? bench.evidenceAt(entry, spot.mark));
    if (path && entry.now[path].kind === "participant" && bench.mayChange(entry)) {
      const changed = filling.reread(entry.now, path);
      bench.change(entry, changed, "reading changed");
      return bench.say(`“${changed[path].quote}” is read as ${changed[path].mention.reading === "metonym" ? "metonym" : "itself"}.`);
    }
    spot.reading = spot.reading === "metonym" ? "entity" : "metonym";
    bench.render();
    bench.say(`The next role reads these words as ${spot.reading === "metonym" ? "metonym" : "itself"}.`);
  }

  function removeReport() {
    const entry = active();
    if (!entry) return;
    const number = bench.numberOf(entry);
    bench.change(entry, {}, `event ${number} taken back`);
    bench.activate(null);
    bench.say(`The report of event ${number} is taken back. Ctrl Z brings it again.`);
  }

  return {
    open,
    retype,
    part: (role) => part(role, false),
    part_more: (role) => part(role, true),
    words: (kind) => words(kind, false),
    words_more: (kind) => words(kind, true),
    source,
    source_more: source,
    sentence,
    sentence_off: sentenceOff,
    status: (code) => setting("status", code),
    flag: (name) => setting(name, !bench.work.activeEntry?.now[name]),
    field: (name) => active() && bench.focusField(name),
    unmark,
    mention: settleWords,
    reading,
    remove_report: removeReport,
    find: () => marked() && bench.finder.open("actor", quoted(spot.mark), (row) => bench.choseRow(row)),
  };
}
