// What one key does to a report: plain functions from a flat report to another. `mayChange` says whether the event itself is hers
// to edit; else what differs is a claim of this report.

import { below, evidenceOf, partOf, same, valuesBelow } from "./flat.js";

const UNKNOWN_DATE = { date: "", words: "", origin: "person", check: false };
export const PARTICIPANTS = ["actor", "recipient", "mediator", "victim", "host", "topic"];

export function opened(type, sentence, article) {
  return {
    exists: true,
    status: "occurred",
    hedged: false,
    background: false,
    note: "",
    "event/type": type,
    "event/mode": "",
    "event/date": { ...UNKNOWN_DATE, read_in: article },
    "event/place": null,
    ...evidenceOf({ kind: "sentence", ...sentence }),
  };
}

export function retyped(flat, type, mayChange) {
  if (mayChange) return { ...flat, "event/type": type, "event/mode": "" };
  return { ...flat, claimed_type: type === flat["event/type"] ? null : type };
}

export function typeOf(flat) {
  return flat.claimed_type || flat["event/type"];
}

export function dateOf(flat) {
  return flat.claimed_date?.date ? flat.claimed_date : flat["event/date"];
}

export function placeOf(flat) {
  return flat.claimed_place ?? flat["event/place"];
}

export function partsOf(flat) {
  const own = valuesBelow(flat, "part/").map((part) => ({ ...part, path: `part/${part.role}/${part.actor}` }));
  const claimed = valuesBelow(flat, "claimed/").map((part) => ({ ...part, path: `claimed/${part.role}/${part.actor}`, isClaim: true }));
  return [...own, ...claimed];
}

// The words name who takes part; the part is made where neither the event nor the report has it.
export function withPart(flat, role, actor, words, reading, mayChange) {
  const filled = { ...flat };
  if (!partsOf(flat).some((part) => part.role === role && part.actor === actor)) {
    Object.assign(filled, partOf(mayChange ? "part" : "claimed", { role, actor }));
  }
  if (!words) return filled;
  const mention = { kind: "actor", slug: actor, reading };
  return { ...filled, ...evidenceOf({ kind: "participant", ...words, participation: { role, actor }, mention }) };
}

export function withoutPart(flat, path) {
  const { role, actor } = flat[path];
  const left = { ...flat };
  delete left[path];
  for (const [name, words] of below(flat, "evidence/")) {
    if (words.participation?.role === role && words.participation.actor === actor) delete left[`evidence/${name}`];
  }
  return left;
}

export function withPlace(flat, place, words, isMore, mayChange) {
  const filled = isMore ? { ...flat } : withoutKind(flat, "place");
  delete filled["event/geo_precision"];
  if (mayChange) filled["event/place"] = place;
  else {
    filled["event/geo_precision"] = flat["event/geo_precision"];
    filled.claimed_place = place === flat["event/place"] ? null : place;
  }
  if (!words) return filled;
  return { ...filled, ...evidenceOf({ kind: "place", ...words, mention: { kind: "place", slug: place, reading: "entity" } }) };
}

export function withDate(flat, date, words, article, isMore, mayChange) {
  const filled = words && !isMore ? withoutKind(flat, "time") : { ...flat };
  if (words) Object.assign(filled, evidenceOf({ kind: "time", ...words }));
  if (mayChange) filled["event/date"] = { ...UNKNOWN_DATE, ...date, read_in: article };
  else filled.claimed_date = same(flat["event/date"].date, date.date) ? UNKNOWN_DATE : { ...UNKNOWN_DATE, ...date };
  return filled;
}

// Triggers and hedges: words alone. A hedge says that the report is hedged.
export function withWords(flat, kind, words, isMore) {
  const filled = isMore ? { ...flat } : withoutKind(flat, kind);
  const hedged = kind === "hedge" ? { hedged: true } : {};
  return { ...filled, ...hedged, ...evidenceOf({ kind, ...words }) };
}

export function withSentence(flat, sentence) {
  const one = evidenceOf({ kind: "sentence", ...sentence });
  const [path] = Object.keys(one);
  if (!(path in flat)) return { ...flat, ...one };
  const left = { ...flat };
  delete left[path];
  return left;
}

// All reports that the citation cites; cited already, they go.
export function withSource(flat, citation, scope) {
  const paths = citation.reports.map((one) => `source/${one.id}`);
  const filled = { ...flat };
  if (paths.every((path) => path in flat)) paths.forEach((path) => delete filled[path]);
  else paths.forEach((path) => (filled[path] = scope));
  return filled;
}

// The evidence goes; a part, place or date that stood on these words alone goes with it.
export function withoutWords(flat, path, mayChange) {
  const gone = flat[path];
  const left = { ...flat };
  delete left[path];
  const others = valuesBelow(left, "evidence/").filter((one) => one.kind === gone.kind);
  if (gone.kind === "participant" && !others.some((one) => same(one.participation, gone.participation))) {
    const { role, actor } = gone.participation;
    const part = [`claimed/${role}/${actor}`, ...(mayChange ? [`part/${role}/${actor}`] : [])].find((one) => one in left);
    if (part) delete left[part];
  }
  if (gone.kind === "time" && others.length === 0) return withDate(left, UNKNOWN_DATE, null, null, false, mayChange);
  if (gone.kind === "place" && others.length === 0) return emptiedPlace(left, mayChange);
  return left;
}

function emptiedPlace(flat, mayChange) {
  return mayChange ? { ...flat, "event/place": null } : { ...flat, claimed_place: null };
}

// The same evidence on other words.
export function movedWords(flat, path, words) {
  const moved = { ...flat[path], ...words }; // marked anew, its words are right
  const left = { ...flat };
  delete left[path];
  return { ...left, ...evidenceOf(moved) };
}

// Words that a correction has changed are right as they stand now.
export function confirmed(flat, path) {
  const { state, ...words } = flat[path];
  return { ...flat, [path]: words };
}

// Words that name somebody are read as the other of the two: itself, or what it stands for.
export function reread(flat, path) {
  const words = flat[path];
  const reading = words.mention.reading === "metonym" ? "entity" : "metonym";
  return { ...flat, [path]: { ...words, mention: { ...words.mention, reading } } };
}

function withoutKind(flat, kind) {
  return Object.fromEntries(Object.entries(flat).filter(([path]) => !path.startsWith(`evidence/${kind}/`)));
}
