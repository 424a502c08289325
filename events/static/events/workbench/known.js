// The same event reported elsewhere: candidates with their evidence, and what linking does.

import { keptAs } from "./entry.js";
import { element, key } from "./element.js";
import { dateOf, partsOf, placeOf, typeOf } from "./filling.js";

export class Known {
  constructor(dialog, bench) {
    this.dialog = dialog;
    this.bench = bench;
  }

  async open() {
    const { bench } = this;
    const entry = bench.work.activeEntry;
    if (!entry || !bench.mayChange(entry)) return bench.say("No event is active.");
    const found = await bench.server.results("known/", soughtBy(entry));
    if (found === null) return bench.say("The server cannot be asked for known events now.");
    if (found.length === 0) return bench.say("No other article reports an event like this one.");
    this.show(entry, found);
  }

  show(entry, found) {
    const rows = found.map((one, index) => this.row(entry, one, index));
    const press = (event) => {
      const chosen = found[Number(event.key) - 1];
      if (chosen) this.link(entry, chosen.event);
    };
    this.dialog.replaceChildren(
      element("div", { onkeydown: press },
        element("h2", { id: "workbench-known-title" }, "Is it one of these events?"),
        element("p", {}, "Linking makes this a report of the known event. Where this article differs, what it says is kept as its claim; the event stays."),
        element("ol", {}, rows),
        element("button", { type: "button", onclick: () => this.dialog.close() }, "None of these ", key("Esc"))));
    this.dialog.showModal();
    this.bench.say(`${found.length} known ${found.length === 1 ? "event" : "events"}. Enter links the first.`);
  }

  row(entry, { event, why, reports }, index) {
    const quotes = reports.map((one) => element("li", {}, element("q", {}, one.quote), ` ${one.title}, ${one.date}`));
    const link = element("button", { type: "button", autofocus: index === 0, onclick: () => this.link(entry, event) }, key(String(index + 1)), ` Link to ${event.public_id}`);
    return element("li", {}, element("b", {}, event.label), ` ${event.type}, ${event.date || "no date"}: ${why.join(", ")} `, link, element("ul", {}, quotes));
  }

  // Linking is asked of the server at once: what she changed before is saved first.
  async link(entry, event) {
    const { bench } = this;
    this.dialog.close();
    await bench.outbox.now();
    if (entry.id === null || entry.conflict || entry.trouble) return bench.say("This report has to be saved before it can be linked.");
    const sent = { method: "POST", path: `reports/${entry.id}/link/`, body: { event: event.public_id }, ifMatch: entry.meta.revision, key: crypto.randomUUID() };
    const { status, body } = await bench.server.send(sent);
    if (status !== 200) return bench.say(`Not linked: ${body?.detail ?? "the server cannot be reached. Try again."}`);
    bench.names.hearDocument(body);
    keptAs(entry, body, entry.now);
    bench.changed(entry);
    bench.say(`Linked to ${event.public_id}. ${entry.meta.event.may_change ? "You edit the event." : "You make a claim."}`);
  }
}

function soughtBy({ now }) {
  const sought = new URLSearchParams({ type: typeOf(now) });
  const [date, place] = [dateOf(now).date, placeOf(now)];
  if (date) sought.set("date", date);
  if (place) sought.set("place", place);
  for (const part of partsOf(now)) sought.append("actor", part.actor);
  if (now["event/label"]) sought.set("label", now["event/label"]);
  return sought;
}
