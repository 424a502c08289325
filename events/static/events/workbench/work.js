// All reports of the article as they are here, with undo and redo; every change is kept in the browser before anything is sent.

import { doneIn, isUnsaved, newEntry, storedEntry, undoneIn } from "./entry.js";
import { APART, newApart, reopened } from "./apart.js";
import { difference } from "./flat.js";
import { History } from "./history.js";

export class Work {
  constructor(store, changed = () => {}) {
    this.store = store;
    this.changed = changed;
    this.entries = [];
    this.apart = newApart([]);
    this.history = new History();
    this.active = null;
    this.isKept = true;
  }

  // What the server has, under what this browser kept: an unsaved report stays as it was typed, any other is the server's.
  open(documents, mentions) {
    const kept = this.store.read() ?? { entries: [], history: {}, active: null };
    const mine = kept.entries.filter((one) => isUnsaved(one) || one.id === null);
    const held = new Set(mine.map((one) => one.id));
    const keys = new Map(kept.entries.map((one) => [one.id, one.key]));
    const theirs = documents.filter((one) => !held.has(one.id)).map((one) => ({ ...storedEntry(one), key: keys.get(one.id) ?? `r${one.id}` }));
    this.entries = [...theirs, ...mine];
    this.apart = reopened(kept.apart, mentions);
    this.history = new History(kept.history);
    this.active = this.entries.some((one) => one.key === kept.active) ? kept.active : null;
    this.keep();
  }

  get shown() {
    return this.entries.filter((one) => one.now.exists);
  }

  get activeEntry() {
    return this.shown.find((one) => one.key === this.active) ?? null;
  }

  // What is kept, sent and undone: the reports, and what stands apart from them.
  get all() {
    return [...this.entries, this.apart];
  }

  get unsaved() {
    return this.all.filter(isUnsaved);
  }

  find(key) {
    return key === APART ? this.apart : this.entries.find((one) => one.key === key);
  }

  add(flat, label, spot) {
    const entry = newEntry({});
    this.entries.push(entry);
    this.active = entry.key;
    this.change(entry, flat, label, spot);
    return entry;
  }

  change(entry, flat, label, spot) {
    this.changeAll([[entry, flat]], label, spot);
  }

  // New reports, and changes beside them, in one step; the last of the new ones is active.
  addAll(flats, pairs, label, spot) {
    const added = flats.map((flat) => [newEntry({}), flat]);
    this.entries.push(...added.map(([entry]) => entry));
    if (added.length > 0) this.active = added.at(-1)[0].key;
    this.changeAll([...added, ...pairs], label, spot);
  }

  // Several reports in one step, undone as one.
  changeAll(pairs, label, spot) {
    const parts = pairs.map(([entry, flat]) => ({ key: entry.key, changes: difference(entry.now, flat) })).filter((part) => part.changes.length > 0);
    if (parts.length === 0) return;
    for (const { key, changes } of parts) doneIn(this.find(key), changes);
    for (const { key } of parts) this.find(key).trouble = "";
    this.history.add({ label, spot, parts });
    this.keep();
  }

  undo() {
    return this.walk(this.history.undo(), undoneIn);
  }

  redo() {
    return this.walk(this.history.redo(), doneIn);
  }

  walk(step, act) {
    for (const { key, changes } of step?.parts ?? []) if (this.find(key)) act(this.find(key), changes);
    for (const { key } of step?.parts ?? []) if (key !== APART && this.find(key)?.now.exists) this.active = key;
    if (step) this.keep();
    return step;
  }

  // The same report came back under another key: an answer that was lost is there after all.
  drop(entry) {
    this.entries = this.entries.filter((one) => one !== entry);
  }

  keep() {
    const { entries, apart, history, active } = this;
    this.isKept = this.store.write({ entries, apart, history, active, unsaved: this.unsaved.length });
    this.changed();
  }
}
