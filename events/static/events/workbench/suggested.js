// The suggestions of the article that are still open, and the report that accepting one makes.

import { namesIn, pathOfDecision } from "./apart.js";
import { opened, withDate, withPart, withPlace, withWords } from "./filling.js";
import { valuesBelow } from "./flat.js";
import { overlap } from "./words.js";

export const KINDS = ["event", "actor", "place"]; // what is accepted by itself; the rest shows where the space bar stops

export class Suggestions {
  constructor(results) {
    this.results = results;
  }

  // In order of the text; not what was decided here, nor what a report or a mark says already.
  open(kind, { apart, shown }) {
    return this.results.filter((one) => one.kind === kind && !(pathOfDecision(one) in apart.now) && !isSaid(one, apart, shown));
  }

  stops() {
    return this.results.filter(({ kind }) => kind === "actor" || kind === "place" || kind === "time");
  }
}

function isSaid(one, apart, shown) {
  if (one.kind !== "event") return namesIn(apart).some((other) => other.kind === one.kind && overlap(other, one));
  return shown.some(({ now }) => one.value.types.includes(now["event/type"]) && valuesBelow(now, "evidence/sentence/").some((other) => overlap(other, one)));
}

// Names in it that are on no file; they are made before it is accepted.
export function missing(suggestion) {
  const parts = suggestion.takes?.parts ?? [suggestion.takes];
  const seen = new Set();
  return parts.filter((one) => one && !one.slug && one.name && !seen.has(one.name) && seen.add(one.name));
}

// All that it says as a report; `slugOf` gives the row of a name, empty where there is none, which leaves its slot empty.
export function reportOf(suggestion, { type, roles, sentence, article, slugOf }) {
  const { value, takes } = suggestion;
  let flat = { ...opened(type, sentence, article), status: value.status };
  if (type === value.types[0] && value.mode) flat["event/mode"] = value.mode;
  for (const part of takes.parts) {
    const slug = slugOf(part);
    if (slug && roles.includes(part.role)) flat = withTaken(flat, part, slug);
  }
  if (takes.place?.slug) flat = withPlace(flat, takes.place.slug, quoted(takes.place), false, true);
  if (takes.trigger) flat = withWords(flat, "trigger", takes.trigger, false);
  const date = { date: value.date ?? "", words: takes.time?.quote ?? "", origin: "rule", check: false };
  if (value.date) flat = withDate(flat, date, takes.time && quoted(takes.time), article, false, true);
  for (const id of takes.cited) flat[`source/${id}`] = isInside(value.citation, sentence) ? "explicit" : "paragraph";
  return flat;
}

function withTaken(flat, part, slug) {
  const filled = withPart(flat, part.role, slug, quoted(part), part.reading || "entity", true);
  if (part.is_name) return filled;
  const path = `evidence/participant/${part.start}-${part.end}/${part.role}/${slug}`;
  return { ...filled, [path]: { ...filled[path], mention: null } };
}

function quoted({ start, end, quote }) {
  return { start, end, quote };
}

function isInside([start], sentence) {
  return sentence.start <= start && start < sentence.end;
}
