// Two people changed one report: both versions side by side, a choice for each line that both changed.

import { element, key } from "./element.js";
import { difference } from "./flat.js";
import { settled } from "./merge.js";
import { settle } from "./outbox.js";

export class Versions {
  constructor(root, bench) {
    Object.assign(this, { root, bench, entry: null, line: 0 });
  }

  get isOpen() {
    return this.entry !== null;
  }

  open() {
    const { work } = this.bench;
    const entry = [work.activeEntry, ...work.shown, ...work.entries].find((one) => one?.conflict);
    if (!entry) return this.bench.say("No report waits for a choice.");
    Object.assign(this, { entry, line: 0 });
    this.bench.activate(entry.key);
    this.root.focus();
    this.tell();
  }

  close() {
    this.entry = null;
    this.root.hidden = true;
    this.bench.focusText();
    this.bench.render();
  }

  show() {
    if (this.entry && !this.entry.conflict) this.entry = null;
    this.root.hidden = !this.entry;
    if (!this.entry) return this.root.replaceChildren();
    const { both, sides } = this.entry.conflict;
    const rows = both.map((path, index) => this.row(path, index === this.line, sides[path]));
    const others = difference(this.entry.conflict.base, this.entry.conflict.merged).map(([path]) => path).filter((path) => !both.includes(path));
    this.root.replaceChildren(
      element("h2", {}, "Two versions of this report"),
      element("p", {}, `Nothing of yours is lost; it stays in this browser until you choose.${others.length ? ` Changed by one side only and kept: ${others.map(called).join(", ")}.` : ""}`),
      element("table", {}, element("thead", {}, element("tr", {}, ["", "Yours", "Theirs", "To be saved"].map((name) => (name ? element("th", { scope: "col" }, name) : element("td", {}))))), element("tbody", {}, rows)),
      element("button", { type: "button", disabled: both.some((path) => !sides[path]), onclick: () => this.settle() }, key("Enter"), " Save what is chosen"),
      element("button", { type: "button", onclick: () => this.close() }, key("Esc"), " Later"));
  }

  row(path, isHere, side) {
    const { now, conflict } = this.entry;
    const pick = (which, label, value) => element("td", {}, element("button", { type: "button", "aria-pressed": String(side === which), onclick: () => this.choose(path, which) }, key(which === "mine" ? "←" : "→"), ` ${label}`), ` ${said(value)}`);
    return element("tr", { class: isHere ? "here" : null }, element("th", { scope: "row" }, called(path)), pick("mine", "Mine", now[path]), pick("theirs", "Theirs", conflict.theirs[path]), element("td", {}, side ? said((side === "mine" ? now : conflict.theirs)[path]) : "? choose"));
  }

  move(way) {
    this.line = Math.min(Math.max(this.line + way, 0), this.entry.conflict.both.length - 1);
    this.show();
    this.tell();
  }

  side(which) {
    this.choose(this.entry.conflict.both[this.line], which);
  }

  choose(path, which) {
    this.entry.conflict.sides[path] = which;
    this.bench.work.keep();
    this.show();
    this.root.focus();
    this.bench.say(`${called(path)}: ${which}.`);
  }

  settle() {
    const { conflict, now } = this.entry;
    if (conflict.both.some((path) => !conflict.sides[path])) return this.bench.say("Choose a side for every line first: left is yours, right is theirs.");
    const { entry } = this;
    settle(entry, settled({ ...conflict, mine: now }));
    this.close();
    this.bench.changed(entry);
    this.bench.say("Chosen; it is being saved.");
  }

  tell() {
    const { both } = this.entry.conflict;
    const path = both[this.line];
    this.bench.say(`${both.length} ${both.length === 1 ? "line" : "lines"} to choose. ${called(path)}: yours ${said(this.entry.now[path])}, theirs ${said(this.entry.conflict.theirs[path])}.`);
  }
}

function called(path) {
  if (path === "exists") return "the report itself";
  const [table, , , role] = path.split("/");
  return table === "evidence" ? `words of ${role || path.split("/")[1]}` : path.replace("event/", "").replaceAll("/", " ").replaceAll("_", " ");
}

function said(value) {
  if (value === undefined || value === null || value === "") return "none";
  if (value === true || value === false) return value ? "yes" : "no";
  if (typeof value !== "object") return String(value);
  return value.quote ? `“${value.quote}”` : (value.date ?? [value.role, value.actor].filter(Boolean).join(" ")) || "none";
}
