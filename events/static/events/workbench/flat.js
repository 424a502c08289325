// A report document as a flat table, one path a fact: what differs, what two people changed and what is undone are sets of paths.
// The server's shape: docs/workbench-documents.md. An empty table is a report that is not there.

const OF_REPORT = ["status", "hedged", "background", "note", "claimed_type"];
const OF_EVENT = ["label", "type", "mode", "geo_precision"];

export function flatten(document) {
  const flat = { exists: true };
  for (const name of OF_REPORT) flat[name] = document[name];
  flat.claimed_date = dateOf(document, "claimed_date");
  flat.claimed_place = document.claimed_place?.slug ?? null;
  for (const part of document.claimed_participations) Object.assign(flat, partOf("claimed", part));
  for (const words of document.evidence) if (words.start !== null) Object.assign(flat, evidenceOf(words, words.state));
  for (const one of document.attributions) flat[`source/${one.cited_report}`] = one.scope;
  return { ...flat, ...flatEvent(document.event) };
}

function flatEvent(event) {
  const flat = {};
  for (const name of OF_EVENT) flat[`event/${name}`] = event[name];
  flat["event/date"] = { ...dateOf(event, "date"), read_in: event.date_read_in };
  flat["event/place"] = event.place?.slug ?? null;
  for (const code of event.contexts) flat[`event/context/${code}`] = true;
  for (const part of event.participations) Object.assign(flat, partOf("part", part));
  return flat;
}

function dateOf(document, name) {
  const [date, words, origin, check] = ["", "_words", "_origin", "_to_check"].map((end) => document[name + end]);
  return { date, words, origin, check };
}

export function partOf(table, { role, actor, office = "" }) {
  const slug = actor.slug ?? actor;
  return { [`${table}/${role}/${slug}`]: { role, actor: slug, office } };
}

export function evidenceOf({ kind, start, end, quote, participation = null, mention = null }, state = "") {
  const part = participation && { actor: participation.actor, role: participation.role };
  const named = mention && { kind: mention.kind, slug: mention.slug, reading: mention.reading };
  const path = `evidence/${kind}/${start}-${end}/${part?.role ?? ""}/${part?.actor ?? ""}`;
  return { [path]: { kind, start, end, quote, participation: part, mention: named, ...(state === "check" ? { state } : {}) } };
}

// The document to send; `event` is part of it only where it is asked for.
export function unflatten(flat, event = null) {
  const document = Object.fromEntries(OF_REPORT.filter((name) => name in flat).map((name) => [name, flat[name]]));
  if (flat.claimed_date) Object.assign(document, dated("claimed_date", flat.claimed_date));
  if ("claimed_place" in flat) document.claimed_place = flat.claimed_place;
  document.claimed_participations = valuesBelow(flat, "claimed/");
  document.evidence = valuesBelow(flat, "evidence/");
  document.attributions = below(flat, "source/").map(([id, scope]) => ({ cited_report: Number(id), scope }));
  return event === null ? document : { ...document, event: { ...eventOf(flat), ...event } };
}

function eventOf(flat) {
  const named = OF_EVENT.filter((name) => `event/${name}` in flat);
  const event = Object.fromEntries(named.map((name) => [name, flat[`event/${name}`]]));
  const date = flat["event/date"];
  if (date) Object.assign(event, dated("date", date), date.read_in === undefined ? {} : { date_read_in: date.read_in });
  if ("event/place" in flat) event.place = flat["event/place"];
  event.contexts = below(flat, "event/context/").map(([code]) => code);
  event.participations = valuesBelow(flat, "part/");
  return event;
}

function dated(name, { date, words, origin, check }) {
  return { [name]: date, [`${name}_words`]: words, [`${name}_origin`]: origin, [`${name}_to_check`]: check };
}

export function below(flat, prefix) {
  return Object.entries(flat).filter(([path]) => path.startsWith(prefix)).map(([path, value]) => [path.slice(prefix.length), value]);
}

export function valuesBelow(flat, prefix) {
  return below(flat, prefix).map(([, value]) => value);
}

export function isOfEvent(path) {
  return path.startsWith("event/") || path.startsWith("part/");
}

export function same(one, other) {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

// [path, before, after] of every fact that differs; a fact that is not there is undefined.
export function difference(before, after) {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => !same(before[path], after[path])).map((path) => [path, before[path] ?? null, after[path] ?? null]);
}

export function applied(flat, changes) {
  const changed = { ...flat };
  for (const [path, , after] of changes) {
    if (after === null && !NULLABLE.has(path)) delete changed[path];
    else changed[path] = after;
  }
  return changed.exists ? changed : {};
}

export function inverse(changes) {
  return changes.map(([path, before, after]) => [path, after, before]);
}

const NULLABLE = new Set(["claimed_place", "claimed_type", "event/place"]);
