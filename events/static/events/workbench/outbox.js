// Saves by itself: one report document at a time, each under a key that lets it be sent again without a second row.

import { answeredApart, APART, requestApart } from "./apart.js";
import { goneAs, isUnsaved, keptAs, requestOf, seenAs } from "./entry.js";
import { flatten } from "./flat.js";
import { merge } from "./merge.js";

const PAUSES = [1000, 2000, 5000, 15000, 30000];
export const PAUSE_BEFORE_SAVING = 400;

export class Outbox {
  constructor(work, server, { said = () => {}, changed = () => {}, undecided = () => {}, pauses = PAUSES } = {}) {
    Object.assign(this, { work, server, said, changed, undecided, pauses });
    this.failures = 0;
    this.reach = "online"; // or "offline", "logged out"
    this.running = null;
    this.timer = 0;
    this.savedAt = null;
  }

  soon(pause = PAUSE_BEFORE_SAVING) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), pause);
  }

  // Resolves when nothing more can be sent.
  now() {
    clearTimeout(this.timer);
    this.running ??= this.run().finally(() => (this.running = null));
    return this.running;
  }

  waiting() {
    return this.work.all.find((one) => isUnsaved(one) && !one.conflict && !one.trouble);
  }

  async run() {
    for (let entry = this.waiting(); entry; entry = this.waiting()) {
      entry.sending ??= entry.key === APART ? requestApart(entry) : requestOf(entry);
      this.work.keep();
      this.changed();
      const answer = await this.server.send(entry.sending);
      if (!this.reached(answer)) break;
      this.answered(entry, entry.sending, answer);
      this.work.keep();
      this.changed();
    }
  }

  // A request without an answer, or with one that a later try may better, stays as it is and is sent again.
  reached({ status }) {
    if (status !== 0 && status !== 401 && status !== 429 && status < 500) {
      this.failures = 0;
      this.reach = "online";
      return true;
    }
    this.reach = status === 401 ? "logged out" : "offline";
    this.soon(this.pauses[Math.min(this.failures++, this.pauses.length - 1)]);
    this.changed();
    return false;
  }

  answered(entry, sent, { status, body }) {
    if (entry.key === APART) return this.apartAnswered(entry, sent, { status, body });
    entry.sending = null;
    if (status === 204) this.removed(entry);
    else if (status < 300) this.saved(entry, sent, body);
    else if (status === 412 && body?.current) this.stale(entry, body.current);
    else if (status === 404 && sent.method !== "POST") this.lost(entry);
    else this.refused(entry, body);
  }

  apartAnswered(apart, sent, answer) {
    const refused = answeredApart(apart, sent, answer);
    if (refused) this.said(`Not saved: ${refused}`);
    else this.savedAt = new Date();
    if (sent.body?.outcome === "undecided") this.undecided();
  }

  removed(entry) {
    goneAs(entry);
    this.savedAt = new Date();
  }

  saved(entry, sent, document) {
    const twin = this.work.entries.find((one) => one.id === document.id && one !== entry);
    if (twin) this.work.drop(twin);
    keptAs(entry, document, sent.flat);
    this.savedAt = new Date();
  }

  // Somebody saved meanwhile. What only one side changed is kept; what both changed waits for her choice.
  stale(entry, document) {
    const theirs = flatten(document);
    const { merged, both } = merge(entry.stored, entry.now, theirs);
    seenAs(entry, document);
    if (both.length === 0) {
      Object.assign(entry, { stored: theirs, now: merged });
      this.said(`${nameOf(document)} was changed by a colleague too. Both changes are kept.`);
      return;
    }
    entry.conflict = { base: entry.stored, theirs, merged, both, sides: {} };
    this.said(`Not saved: a colleague changed ${nameOf(document)} too. Press B to see both versions.`);
  }

  // The report is not there any more: taken back, or never hers to see again.
  lost(entry) {
    const theirs = {};
    if (!entry.now.exists) return goneAs(entry);
    entry.conflict = { base: entry.stored, theirs, merged: theirs, both: ["exists"], sides: {} };
    this.said("Not saved: a colleague took this report back. Press B to keep yours or let it go.");
  }

  refused(entry, problem) {
    const [first] = problem?.errors ?? [];
    const where = first ? ` ${first.message}${first.actual ? ` The text has “${first.actual}”.` : ""}` : "";
    entry.trouble = `${problem?.detail ?? "The server refused it without saying why. Read the article again."}${where}`;
    this.said(`Not saved: ${entry.trouble}`);
  }
}

function nameOf(document) {
  return `the report of ${document.event.public_id}`;
}

// Her choice is made: the server's version is the one read, and what she keeps of her own is sent again.
export function settle(entry, flat) {
  const { theirs } = entry.conflict;
  entry.conflict = null;
  if (!theirs.exists) goneAs(entry);
  else entry.stored = theirs;
  entry.now = flat;
}
