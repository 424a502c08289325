// The events as cards: the active one is a form in which every slot, state and field has a visible control.

import { element, key } from "./element.js";
import { dateOf, PARTICIPANTS, partsOf, placeOf, withoutPart, withoutWords } from "./filling.js";
import { below, valuesBelow } from "./flat.js";
import { isUnsaved } from "./entry.js";
import { fields } from "./card_fields.js";

const LETTERS = { actor: "A", recipient: "R", mediator: "M", victim: "V", host: "H", topic: "O" };

export class Cards {
  constructor(root, bench) {
    this.root = root;
    this.bench = bench;
    this.isPressed = this.isStale = false;
    this.watch();
  }

  // While something is typed, chosen or pressed here the cards stay as they are: a new element would lose it.
  watch() {
    const later = (isDone) => setTimeout(() => (isDone || this.isStale) && this.show(isDone));
    this.root.addEventListener("change", () => later(true));
    this.root.addEventListener("focusout", () => later(false));
    this.root.addEventListener("pointerdown", () => (this.isPressed = true));
    document.addEventListener("pointerup", () => {
      this.isPressed = false;
      later(false);
    });
  }

  isBusy(isDone) {
    const isTyping = this.root.contains(document.activeElement) && document.activeElement.matches("input[type=text], textarea, select");
    return this.isPressed || (isTyping && !isDone);
  }

  show(isDone = false) {
    this.isStale = this.isBusy(isDone);
    if (this.isStale) return;
    const { id } = document.activeElement ?? {};
    const hadFocus = this.root.contains(document.activeElement);
    const open = new Set([...this.root.querySelectorAll("details[open]")].map((one) => one.id));
    const { shown, active } = this.bench.work;
    const none = shown.length === 0 ? [element("p", { class: "quiet" }, "No event yet. Box a sentence with the down arrow; a type key opens one.")] : [];
    this.root.replaceChildren(...none, ...shown.map((entry) => (entry.key === active ? this.form(entry) : this.line(entry))));
    this.root.querySelectorAll("details").forEach((one) => (one.open = open.has(one.id)));
    if (hadFocus) (document.getElementById(id) ?? this.root).focus({ preventScroll: true });
  }

  line(entry) {
    const { bench } = this;
    const parts = partsOf(entry.now).map((part) => bench.names.of("actor", part.actor)).join(", ");
    const says = [bench.typeOf(entry).label, parts, dateOf(entry.now)?.date].filter(Boolean).join(" · ");
    const button = element("button", { type: "button", class: "open-card", onclick: () => bench.activate(entry.key) }, element("b", { class: "number" }, String(bench.numberOf(entry))), ` ${says}`);
    return element("section", { class: "card", "aria-label": `Event ${bench.numberOf(entry)}` }, button, this.standing(entry));
  }

  standing(entry) {
    const sign = entry.conflict ? "✕ two versions" : entry.trouble ? "✕ not saved" : isUnsaved(entry) ? "… saving" : "";
    return element("span", { class: "standing" }, [entry.meta.event.public_id, entry.meta.review_state, sign].filter(Boolean).join(" · "));
  }

  form(entry) {
    const { bench } = this;
    const type = bench.typeOf(entry);
    return element("section", { class: "card active", "aria-label": `Event ${bench.numberOf(entry)}, active` },
      element("h3", {}, element("b", { class: "number" }, String(bench.numberOf(entry))), ` ${type.label} `, element("code", {}, type.code)),
      this.standing(entry), this.what(entry), this.troubles(entry),
      this.states(entry), this.slots(entry, type), fields(bench, entry, type), this.acts(entry));
  }

  // Whether she edits the event or makes a claim, in plain words.
  what({ meta }) {
    if (!meta.may_change) return element("p", { class: "what claim" }, element("b", {}, "To read only."), ` This report is ${meta.review_state}${meta.review_state === "confirmed" ? ": a reviewer returns it before it is changed" : ""}.`);
    if (meta.event.may_change) return element("p", { class: "what edit" }, element("b", {}, "You edit the event."), " No report of it is confirmed yet.");
    return element("p", { class: "what claim" }, element("b", {}, "You make a claim."), ` ${meta.event.public_id} has a confirmed report: what differs is kept as what this article says. The event stays.`);
  }

  troubles({ trouble, meta, conflict }) {
    const told = [trouble && `Not saved: ${trouble}`, conflict && "A colleague changed this report too: B shows both versions.", meta.review_reason && `Returned: ${meta.review_reason}`, ...(meta.lost ?? []).map((quote) => `Lost with a correction of the text: “${quote}”`), ...(meta.check ?? []).map((quote) => `To check after a correction: “${quote}”`)];
    return told.filter(Boolean).map((words) => element("p", { class: "trouble" }, words));
  }

  states(entry) {
    const { bench } = this;
    const { statuses } = bench.codebook;
    const state = ({ code, label }, index) => this.toggle(String(index + 1), label, entry.now.status === code, () => bench.run("status", code), `status-${code}`);
    const flags = [["8", "hedged"], ["9", "background"]].map(([digit, name]) => this.toggle(digit, name, entry.now[name], () => bench.run("flag", name), `flag-${name}`));
    return element("div", { class: "states", role: "group", "aria-label": "Status" }, statuses.map(state), flags);
  }

  toggle(letter, label, isOn, act, id) {
    return element("button", { type: "button", id: `workbench-${id}`, "aria-pressed": String(Boolean(isOn)), onclick: act }, key(letter), ` ${label.toLowerCase()}`);
  }

  slots(entry, type) {
    const roles = PARTICIPANTS.filter((role) => type.roles.includes(role) || partsOf(entry.now).some((part) => part.role === role));
    const rows = [...roles.map((role) => this.roleRow(entry, role, type)), this.placeRow(entry), this.timeRow(entry), this.wordsRow(entry, "trigger", "G"), this.wordsRow(entry, "hedge", "E"), this.sourceRow(entry), this.wordsRow(entry, "sentence", "Enter")];
    const empty = rows.filter((one) => one.isEmpty);
    const names = element("div", { class: "slot empty" }, element("dt", {}, "empty"), element("dd", {}, empty.map(({ letter, name }) => element("span", { class: "lacking" }, key(letter), ` ${name}`))));
    return element("dl", { class: "slots" }, rows.filter((one) => !one.isEmpty).map((one) => one.shown), empty.length ? names : null);
  }

  row(letter, name, values, isEmpty) {
    return { letter, name, isEmpty, shown: element("div", { class: "slot" }, element("dt", {}, key(letter), ` ${name}`), element("dd", {}, values)) };
  }

  roleRow(entry, role, type) {
    const parts = partsOf(entry.now).filter((part) => part.role === role);
    const isLegal = type.roles.includes(role);
    return this.row(LETTERS[role], isLegal ? role : `${role} (not for this type)`, parts.map((part) => this.part(entry, part)), parts.length === 0);
  }

  part(entry, part) {
    const { bench } = this;
    const name = bench.names.of("actor", part.actor);
    const words = valuesBelow(entry.now, "evidence/participant/").filter((one) => one.participation.actor === part.actor && one.participation.role === part.role);
    const quotes = words.length ? words.map((one) => this.quote(entry, one)) : [" without words"];
    const about = part.office || bench.names.about("actor", part.actor);
    const remove = part.isClaim || entry.meta.event.may_change ? this.remove(`${part.role} ${name}`, () => bench.change(entry, withoutPart(entry.now, part.path), `${part.role} ${name} removed`)) : null;
    return element("div", {}, element("b", {}, name), about ? `, ${about}` : "", part.isClaim ? " (claim)" : "", " ", quotes, remove);
  }

  quote(entry, { quote, start, mention, state }) {
    const { bench } = this;
    const sentence = bench.pane.blockAt(start) + 1;
    return element("span", { class: "quote" }, `“${quote.length > 80 ? `${quote.slice(0, 78)}…` : quote}” s${sentence}${mention?.reading === "metonym" ? ", metonym" : ""}${state === "check" ? ", to check" : ""} `);
  }

  remove(name, act) {
    return element("button", { type: "button", class: "remove", "aria-label": `Remove ${name}`, onclick: () => (act(), this.bench.say(`${name} is removed.`)) }, "✕");
  }

  evidence(entry, kind) {
    const { bench } = this;
    return below(entry.now, `evidence/${kind}/`).map(([path, one]) => {
      const full = `evidence/${kind}/${path}`;
      const act = () => bench.change(entry, withoutWords(entry.now, full, entry.meta.event.may_change), `${kind} removed`);
      return element("div", {}, this.quote(entry, one), this.remove(`${kind} “${one.quote.slice(0, 40)}”`, act));
    });
  }

  placeRow(entry) {
    const { bench } = this;
    const slug = placeOf(entry.now);
    const differs = entry.now.claimed_place ? ` (claim; the event: ${bench.names.of("place", entry.now["event/place"]) || "none"})` : "";
    const where = slug && bench.names.about("place", slug);
    return this.row("P", "place", [element("b", {}, slug ? bench.names.of("place", slug) : ""), where ? `, ${where}` : "", differs, this.evidence(entry, "place")], !slug);
  }

  timeRow(entry) {
    const date = dateOf(entry.now);
    const differs = entry.now.claimed_date?.date ? ` (claim; the event: ${entry.now["event/date"].date || "none"})` : "";
    const by = date.words ? ` by “${date.words}”${date.origin === "rule" ? ", by rule" : ""}` : "";
    return this.row("T", "time", [element("b", {}, date.date || "no date"), by, differs, this.evidence(entry, "time")], !date.date && !date.words);
  }

  wordsRow(entry, kind, letter) {
    const shown = this.evidence(entry, kind);
    return this.row(letter, kind, shown, shown.length === 0);
  }

  sourceRow(entry) {
    const { bench } = this;
    const cited = bench.article.citations.flatMap((one) => one.reports).filter((one) => `source/${one.id}` in entry.now);
    const gone = (one) => bench.change(entry, Object.fromEntries(Object.entries(entry.now).filter(([path]) => path !== `source/${one.id}`)), `source ${one.name} removed`);
    const rows = cited.map((one) => element("div", {}, element("b", {}, one.name), ` ${one.date} (${entry.now[`source/${one.id}`]}) `, this.remove(`source ${one.name}`, () => gone(one))));
    return this.row("S", "source", rows, cited.length === 0);
  }

  acts(entry) {
    const { bench } = this;
    const act = (letter, label, command) => element("button", { type: "button", id: `workbench-act-${command}`, onclick: () => bench.run(command) }, key(letter), ` ${label}`);
    return element("p", { class: "acts" }, act("K", "known events", "known"), entry.conflict ? act("B", "both versions", "versions") : null, act("Del", "take the report back", "remove_report"));
  }
}
