// What stands apart from reports: decisions about suggestions, and names marked without an event. Kept, sent and undone as a report is.

import { applied, below, difference, same } from "./flat.js";

export const APART = "apart";

export function newApart(mentions) {
  return { key: APART, stored: {}, now: {}, revisions: revisionsOf(mentions), sending: null, conflict: null, trouble: "" };
}

// As it was kept, over the names that the server has now: what was taken back elsewhere is gone, what waits here still waits.
export function reopened(kept, mentions) {
  const apart = newApart(mentions);
  const decided = Object.fromEntries(Object.entries(kept?.stored ?? {}).filter(([path]) => path.startsWith("decision/")));
  const named = Object.fromEntries(mentions.filter((one) => one.start !== null).map((one) => [pathOfName(one), nameOf(one)]));
  apart.stored = { exists: true, ...decided, ...named };
  apart.now = kept ? applied(apart.stored, difference(kept.stored, kept.now)) : apart.stored;
  apart.sending = kept?.sending ?? null;
  return apart;
}

function revisionsOf(mentions) {
  return Object.fromEntries(mentions.map((one) => [pathOfName(one), { id: one.id, revision: one.revision }]));
}

export function pathOfName({ kind, start, end }) {
  return `mention/${kind}/${start}-${end}`;
}

export function nameOf({ kind, slug, reading, start, end, quote }) {
  return { kind, slug, reading, start, end, quote };
}

export function namesIn(apart) {
  return below(apart.now, "mention/").map(([, one]) => one);
}

export function pathOfDecision({ kind, start, end, trigger }) {
  return `decision/${kind}/${start}-${end}/${trigger ?? ""}`;
}

// What was decided; words that were accepted as a name go with it.
export function decided(flat, suggestion, outcome, names = null) {
  const { kind, start, end, quote, recogniser, trigger } = suggestion;
  const made = { ...flat, [pathOfDecision(suggestion)]: { outcome, suggestion: { kind, start, end, quote, recogniser, trigger }, names } };
  return names ? { ...made, [pathOfName(suggestion)]: nameOf({ kind, start, end, quote, ...names }) } : made;
}

// The next request that brings the server nearer to what is here: decisions of one outcome at once, then one name after the other.
export function requestApart(apart) {
  const changes = difference(apart.stored, apart.now);
  if (changes.length === 0) return null;
  const decisions = changes.filter(([path]) => path.startsWith("decision/"));
  const request = decisions.length > 0 ? decisionRequest(decisions) : nameRequest(changes[0], apart.revisions);
  return { ifMatch: null, ...request, key: crypto.randomUUID() };
}

function decisionRequest(changes) {
  const outcomeOf = ([, , after]) => after?.outcome ?? "undecided";
  const outcome = outcomeOf(changes[0]);
  const alike = changes.filter((one) => outcomeOf(one) === outcome).slice(0, 200);
  const suggestions = alike.map(([, before, after]) => sentOf(after ?? before));
  return { method: "POST", path: "suggestions/", body: { outcome, suggestions }, changes: alike };
}

function sentOf({ outcome, suggestion, names }) {
  return names && outcome !== "rejected" ? { ...suggestion, names } : suggestion;
}

function nameRequest(change, revisions) {
  const [path, , after] = change;
  const { id, revision } = revisions[path] ?? {};
  const changes = [change];
  if (!after) return { method: "DELETE", path: `mentions/${id}/`, body: null, ifMatch: revision, changes };
  if (id === undefined) return { method: "POST", path: "mentions/", body: after, changes };
  const { kind, slug, reading } = after;
  return { method: "PUT", path: `mentions/${id}/`, body: { kind, slug, reading }, ifMatch: revision, changes };
}

// The marks that came or went with decisions.
function takeNames(apart, { body: { outcome, suggestions } }, mentions) {
  if (outcome === "undecided") for (const one of suggestions) if (one.names) delete apart.stored[pathOfName(one)], delete apart.revisions[pathOfName(one)];
  for (const one of mentions) {
    apart.stored[pathOfName(one)] = nameOf(one);
    apart.revisions[pathOfName(one)] = { id: one.id, revision: one.revision };
  }
}

// Takes the answer in. What the server refuses is as it was before, and the reason is given back.
export function answeredApart(apart, sent, { status, body }) {
  apart.sending = null;
  const isGone = sent.method === "DELETE" && status === 404;
  if (status < 300 || isGone) {
    apart.stored = applied(apart.stored, sent.changes);
    if (sent.path === "suggestions/") takeNames(apart, sent, body.mentions);
    if (body?.id) apart.revisions[sent.changes[0][0]] = { id: body.id, revision: body.revision };
    else if (sent.method === "DELETE") delete apart.revisions[sent.changes[0][0]];
    return "";
  }
  for (const [path, before, after] of sent.changes) if (same(apart.now[path], after)) apart.now = applied(apart.now, [[path, after, before]]);
  if (body?.current) apart.revisions[sent.changes[0][0]] = { id: body.current.id, revision: body.current.revision };
  return body?.detail ?? "The server refused it without saying why. Reload the page.";
}
