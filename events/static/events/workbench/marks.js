// Live marks by the CSS Custom Highlight API: the text's own nodes are never touched.

import { below, valuesBelow } from "./flat.js";
import { PARTICIPANTS } from "./filling.js";

const LINES = ["participant", "place", "time", "trigger", "hedge", "source"];
const ALL = ["active", "other", "mention", ...LINES, "suggested", "words"];

export function paint(pane, { entries, active, mentions, citations, words, suggested }) {
  if (!CSS.highlights) return;
  const ranges = Object.fromEntries(ALL.map((name) => [name, []]));
  const lay = (name, stretch) => ranges[name].push(...pane.rangesOf(stretch));
  for (const entry of entries) for (const one of valuesBelow(entry.now, "evidence/")) layEvidence(lay, one, entry === active);
  mentions.forEach((one) => lay("mention", one));
  if (active) citations.filter((one) => one.reports.some(({ id }) => `source/${id}` in active.now)).forEach((one) => lay("source", one));
  suggested.forEach((one) => lay("suggested", one));
  if (words) lay("words", words);
  ALL.forEach((name, priority) => set(name, ranges[name], priority));
}

function layEvidence(lay, one, isActive) {
  if (one.kind === "sentence") lay(isActive ? "active" : "other", one);
  else if (isActive) lay(one.kind, one);
}

function set(name, ranges, priority) {
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(`workbench-${name}`, highlight);
}

// All evidence in the order of the text, for stepping through: where it is, whose it is.
export function walked(entries) {
  const marks = entries.flatMap((entry) =>
    below(entry.now, "evidence/").map(([path, one]) => ({ entry, path: `evidence/${path}`, start: one.start, end: one.end, kind: one.kind })),
  );
  return marks.sort((a, b) => a.start - b.start || b.end - a.end || a.path.localeCompare(b.path));
}

export function flaggedOf(entries) {
  return walked(entries).filter(({ entry, path }) => entry.now[path].state === "check");
}

export function kindOf(one) {
  return one.kind === "participant" && PARTICIPANTS.includes(one.participation?.role) ? one.participation.role : one.kind;
}
