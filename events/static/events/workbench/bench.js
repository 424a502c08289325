// What every part of the page shares: the article, the work on it, where she is, and the acts on all of these.

import { PARTICIPANTS, dateOf, typeOf } from "./filling.js";
import { namesIn, nameOf, pathOfName } from "./apart.js";
import { deciding } from "./deciding.js";
import { below } from "./flat.js";
import { moves } from "./moves.js";
import { paint } from "./marks.js";
import { slots } from "./slots.js";
import { Spot } from "./spot.js";
import { mayName } from "./look_up.js";

const PAUSE_BEFORE_LOOKING = 80;

export class Bench {
  constructor(state, { pane, suggestions, offsets, work, server, names, lookUp }) {
    Object.assign(this, { article: state.article, codebook: state.codebook, user: state.user });
    Object.assign(this, { pane, suggestions, offsets, work, server, names, lookUp, spot: new Spot(), isOwn: false, queue: Promise.resolve(), waiting: 0 });
    this.types = new Map(state.codebook.types.map((type) => [type.code, type]));
    this.commands = { ...moves(this), ...slots(this), ...deciding(this), ...this.own() };
  }

  own() {
    return {
      undo: () => this.walk(this.work.undo(), "Undone"),
      redo: () => this.walk(this.work.redo(), "Done again"),
      save: () => this.outbox.now().then(() => this.say(this.saving.words())),
      help: () => this.help.open(),
      known: () => this.known.open(),
      versions: () => this.versions.open(),
      own: () => this.say("X: A appointment, L law, S statement, E economic fact, D disaster.", (this.isOwn = true)),
      submit: () => this.submit(),
      same_words: () => this.sameWords(),
      side: (which) => this.versions.side(which),
      settle: () => this.versions.settle(),
    };
  }

  // Acts run one after the other: one that waits for a look-up lets nothing overtake it.
  run(command, argument) {
    return this.later(() => this.perform(command, argument));
  }

  later(act) {
    this.waiting += 1;
    this.queue = this.queue.then(act).catch((error) => this.say(`This did not work: ${error.message}`)).finally(() => (this.waiting -= 1));
    return this.queue;
  }

  get isBusy() {
    return this.waiting > 0;
  }

  perform(command, argument) {
    this.counter.action(command);
    return this.act(command, argument, this.isOwn);
  }

  act(command, argument, wasOwn) {
    if (wasOwn) this.isOwn = false;
    if (this.versions.isOpen && command === "back") return this.versions.close();
    if (this.versions.isOpen && (command === "down" || command === "up")) return this.versions.move(command === "down" ? 1 : -1);
    if (wasOwn && command === "back") return this.render();
    return this.commands[command](argument);
  }

  get state() {
    if (this.versions.isOpen) return "versions";
    if (this.isOwn) return "own";
    if (this.spot.suggestion) return "suggestion";
    return this.spot.mark ? "words" : "sentence";
  }

  block() {
    return this.pane.blocks[Math.max(this.spot.sentence, 0)];
  }

  goTo(spot) {
    this.spot.go(spot);
    if (spot.mark) this.look();
    this.render();
    this.pane.reveal(this.block());
  }

  mark({ start, end }, held = null) {
    this.goTo({ sentence: this.pane.blockAt(start), mark: { start, end }, held });
    this.say(`${this.offsets.slice(start, end)}, marked.`);
  }

  spotNow() {
    return this.spot.now();
  }

  look() {
    const { spot } = this;
    const { mark } = spot;
    const words = this.offsets.slice(mark.start, mark.end);
    spot.looking = null;
    clearTimeout(this.lookTimer);
    spot.look = () => (spot.looking ??= this.lookUp.about(words, this.dateForOffices()).then((found) => this.found(mark, found)));
    this.lookTimer = setTimeout(() => spot.mark === mark && spot.look(), PAUSE_BEFORE_LOOKING);
  }

  found(mark, found) {
    if (this.spot.mark === mark) {
      this.spot.candidates = found;
      this.showLookUp();
      this.pane.reveal(this.block());
      if (found.length > 0) this.say(`${this.offsets.slice(mark.start, mark.end)}, marked: ${found[0].name}${found[0].office ? `, ${found[0].office}` : ""}${found.length > 1 ? `, or ${found.length - 1} more` : ""}.`);
    }
    return found;
  }

  candidates() {
    return this.spot.look();
  }

  async choose(way) {
    const found = await this.candidates();
    if (found.length === 0) return this.say("Nobody to choose from.");
    this.spot.choice = Math.min(Math.max((this.spot.choice ?? -1) + way, 0), Math.min(found.length, 5) - 1);
    const { name, office, where } = found[this.spot.choice];
    this.showLookUp();
    this.say(`${name}${office || where ? `, ${office || where}` : ""}. A slot's key takes it.`);
  }

  // What waits is sent first; the page that asks for it is the desk's own.
  async submit() {
    await this.outbox.now();
    if (this.work.unsaved.length > 0) return this.say(`Not yet: ${this.saving.words()}.`);
    location.assign(`../${this.work.shown.length > 0 ? "submit" : "nothing"}/`);
  }

  // A decision was taken back: the server proposes again what it had left out.
  async reread() {
    const results = await this.server.results("suggestions/", {});
    if (results !== null) this.suggestions.results = results;
    this.render();
  }

  // A row taken with the pointer, or found by typing: the next slot's key takes it.
  choseRow(row) {
    const found = [row, ...(this.spot.candidates ?? []).filter((one) => one.slug !== row.slug)];
    Object.assign(this.spot, { candidates: found, choice: 0, looking: Promise.resolve(found) });
    this.render();
    this.focusText();
    this.say(`${row.name} is chosen. A slot's key takes it.`);
  }

  async make(kind, document) {
    const sent = { method: "POST", path: `${kind}s/`, body: document, key: crypto.randomUUID() };
    const { status, body } = await this.server.send(sent);
    if (status !== 201) {
      this.say(`Not created: ${body?.errors?.[0]?.message ?? body?.detail ?? "the server cannot be reached. Your words are kept; try again."}`);
      return null;
    }
    this.names.hear(kind, body);
    this.lookUp.forget();
    this.say(`${body.name} is created.`);
    return body;
  }

  async mentionOnly() {
    const { start, end } = this.spot.mark;
    const words = { start, end, quote: this.offsets.slice(start, end) };
    const row = (await this.candidates())[this.spot.choice ?? 0];
    if (!row) return this.finder.open("actor", words, (found) => this.choseRow(found));
    const named = { ...words, kind: row.kind, slug: row.slug, reading: this.spot.reading ?? row.reading ?? "entity" };
    const { apart } = this.work;
    this.work.changeAll([[apart, { ...apart.now, [pathOfName(named)]: nameOf(named) }]], `name ${words.quote}`, this.spotNow());
    this.changed();
    this.say(`“${words.quote}” names ${row.name}.`);
  }

  // Names the article is known to hold, by what is stored and by what is on its way there.
  mentions() {
    const marked = this.work.shown.flatMap((entry) => below(entry.now, "evidence/").map(([, one]) => one)).filter((one) => one.mention);
    const all = [...namesIn(this.work.apart), ...marked.map(({ start, end, quote, mention }) => ({ start, end, quote, ...mention }))];
    const apart = new Map(all.map((one) => [pathOfName(one), { ...one, name: this.names.of(one.kind, one.slug), is: this.names.is(one.kind, one.slug) }]));
    return [...apart.values()];
  }

  elsewhere({ start, quote }) {
    const found = [];
    for (let unit = this.offsets.text.indexOf(quote); unit >= 0; unit = this.offsets.text.indexOf(quote, unit + quote.length)) {
      const stretch = this.offsets.whole(unit, unit + quote.length);
      if (stretch.start !== start && this.pane.blockAt(stretch.start) >= 0) found.push(stretch);
    }
    return found;
  }

  sameWords() {
    const { start, end } = this.spot.mark;
    const others = this.elsewhere({ start, quote: this.offsets.slice(start, end) });
    if (others.length === 0) return this.say("The same words stand nowhere else.");
    this.mark(others.find((one) => one.start > start) ?? others[0]);
  }

  // The citation on the mark, else the one that closes the paragraph.
  citationFor({ start, end }) {
    const { citations, paragraphs } = this.article;
    const under = citations.find((one) => one.start < end && start < one.end);
    const [, close] = paragraphs.find(([from, to]) => from <= start && start < to) ?? [0, 0];
    return under ?? citations.filter((one) => one.start >= this.block().start && one.end <= close).at(-1) ?? null;
  }

  evidenceAt(entry, { start, end }) {
    const [path] = below(entry.now, "evidence/").find(([, one]) => one.start === start && one.end === end && one.kind !== "sentence") ?? [];
    return path ? `evidence/${path}` : null;
  }

  typeOf(entry) {
    return this.types.get(typeOf(entry.now));
  }

  legalRoles() {
    const entry = this.work.activeEntry;
    return entry ? PARTICIPANTS.filter((role) => this.typeOf(entry).roles.includes(role)) : [];
  }

  dateForOffices() {
    const entry = this.work.activeEntry;
    return (entry && dateOf(entry.now)?.date) || "";
  }

  numberOf(entry) {
    return this.work.shown.indexOf(entry) + 1;
  }

  mayChange(entry) {
    if (!entry.meta.may_change) this.say(`This report is ${entry.meta.review_state}, and not yours to change now. A reviewer can return it.`);
    return entry.meta.may_change;
  }

  activate(key) {
    this.work.active = key;
    this.work.keep();
    this.render();
  }

  change(entry, flat, label) {
    if (!this.mayChange(entry)) return;
    this.work.change(entry, flat, label, this.spotNow());
    this.changed();
  }

  changed() {
    this.render();
    this.outbox.soon();
  }

  walk(step, did) {
    if (!step) return this.say("Nothing to undo or to do again.");
    if (step.spot) this.goTo(step.spot);
    this.changed();
    this.say(`${did}: ${step.label}.`);
  }

  say(words) {
    this.bar.say(words);
  }

  focusText() {
    this.pane.root.focus({ preventScroll: true });
  }

  focusField(name) {
    this.cards.show(true);
    const field = document.getElementById(`workbench-${name}`);
    if (name === "contexts") field?.parentElement.setAttribute("open", "");
    field?.focus();
    field?.scrollIntoView({ block: "nearest" });
  }

  render() {
    const { spot, work, pane } = this;
    const active = work.activeEntry;
    paint(pane, { entries: work.shown, active, mentions: this.mentions(), citations: this.article.citations, words: spot.mark, suggested: this.suggestedWords() });
    this.frame.show(this);
    this.suggestionCard.show();
    this.cards.show();
    this.versions.show();
    this.showLookUp();
    this.saving.show();
  }

  suggestedWords() {
    const { takes } = this.spot.suggestion ?? {};
    return takes ? [...takes.parts, takes.place, takes.time, takes.trigger].filter(Boolean) : [];
  }

  showLookUp() {
    const { mark, candidates, choice, reading } = this.spot;
    const words = mark && this.offsets.slice(mark.start, mark.end);
    this.finder.show(words && mayName(words) ? words : null, candidates, choice, reading);
  }
}
