// One report as the page holds it: as stored, as it is now, and what of it the server alone decides (`meta`).

import { difference, flatten, inverse, applied, isOfEvent, unflatten } from "./flat.js";

export function storedEntry(document) {
  const flat = flatten(document);
  return { key: `r${document.id}`, id: document.id, stored: flat, now: flat, meta: metaOf(document), sending: null, conflict: null, trouble: "" };
}

export function newEntry(flat) {
  const meta = { revision: null, may_change: true, review_state: "proposed", review_reason: "", coder: "", event: NEW_EVENT };
  return { key: `n${crypto.randomUUID()}`, id: null, stored: {}, now: flat, meta, sending: null, conflict: null, trouble: "" };
}

const NEW_EVENT = { public_id: "", revision: null, may_change: true, confirmed_reports: 0 };

function metaOf({ revision, may_change, review_state, review_reason, coder, event, evidence }) {
  const { public_id, revision: eventRevision, may_change: mayChange, confirmed_reports } = event;
  const lost = evidence.filter((one) => one.start === null).map((one) => one.quote);
  const check = evidence.filter((one) => one.state === "check").map((one) => one.quote);
  return { revision, may_change, review_state, review_reason, coder, lost, check, event: { public_id, revision: eventRevision, may_change: mayChange, confirmed_reports } };
}

export function isUnsaved(entry) {
  return entry.sending !== null || difference(entry.stored, entry.now).length > 0;
}

// What to ask the server for, so that the stored report becomes the one that is here; null where nothing differs.
export function requestOf(entry) {
  const changes = difference(entry.stored, entry.now);
  if (changes.length === 0) return null;
  const key = crypto.randomUUID();
  const seen = { key, flat: entry.now, ifMatch: entry.meta.revision };
  if (entry.id === null) return { ...seen, ifMatch: null, method: "POST", path: "reports/", body: unflatten(entry.now, {}) };
  const path = `reports/${entry.id}/`;
  if (!entry.now.exists) return { ...seen, method: "DELETE", path, body: null };
  const speaksOfEvent = changes.some(([one]) => isOfEvent(one));
  const event = speaksOfEvent ? { revision: entry.meta.event.revision } : null;
  return { ...seen, method: "PUT", path, body: unflatten(entry.now, event) };
}

// The server keeps `document`; what was changed here since it was sent stays changed.
export function keptAs(entry, document, sent) {
  const since = difference(sent, entry.now);
  entry.stored = flatten(document);
  entry.now = applied(entry.stored, since);
  entry.id = document.id;
  entry.meta = metaOf(document);
  entry.conflict = null;
  entry.trouble = "";
}

export function goneAs(entry) {
  Object.assign(entry, { id: null, stored: {}, conflict: null, trouble: "" });
  entry.meta = { ...entry.meta, revision: null, event: NEW_EVENT };
}

export function seenAs(entry, document) {
  entry.meta = metaOf(document);
}

export function undoneIn(entry, changes) {
  entry.now = applied(entry.now, inverse(changes));
}

export function doneIn(entry, changes) {
  entry.now = applied(entry.now, changes);
}
