// The way in: compares the text with the server's, takes the state, and puts the parts of the page together.

import { Bar } from "./bar.js";
import { Bench } from "./bench.js";
import { Cards } from "./cards.js";
import { Counter } from "./counter.js";
import { Finder } from "./finder.js";
import { Frame } from "./frame.js";
import { Help } from "./help.js";
import { Known } from "./known.js";
import { listen } from "./listening.js";
import { LookUp } from "./look_up.js";
import { Names } from "./names.js";
import { Offsets } from "./offsets.js";
import { Outbox } from "./outbox.js";
import { Saving } from "./saving.js";
import { Server } from "./server.js";
import { Store } from "./store.js";
import { Suggestions } from "./suggested.js";
import { SuggestionCard } from "./suggestion_card.js";
import { SuggestionList } from "./suggestion_list.js";
import { TextPane } from "./text_pane.js";
import { Versions } from "./versions.js";
import { Work } from "./work.js";

const root = document.getElementById("workbench");

function part(name) {
  return root.querySelector(`#workbench-${name}`);
}

async function start() {
  const offsets = new Offsets(JSON.parse(document.getElementById("workbench-text").textContent));
  const pane = new TextPane(part("text-blocks"), offsets);
  pane.refuseDifference();
  const server = new Server(root.dataset.work, () => root.querySelector("[name=csrfmiddlewaretoken]").value);
  const [{ status, body }, suggested] = await Promise.all([server.send({}), server.results("suggestions/", {})]);
  if (status !== 200) throw new Error(body?.detail ?? "The server cannot be reached. Reload the page.");
  if (body.article.text !== offsets.text) throw new Error("The text was corrected while the page was loading. Reload it.");
  await own(`${body.user.id}.${body.article.id}`);
  open(body, pane, offsets, server, new Suggestions(suggested ?? []));
}

function open(state, pane, offsets, server, suggestions) {
  const store = new Store(state.user.id, state.article.id);
  const [names, work] = [new Names(), new Work(store)];
  state.reports.forEach((document) => names.hearDocument(document));
  state.mentions.forEach((one) => names.hear(one.kind, one));
  const lookUp = new LookUp(server, names, () => bench.mentions());
  const bench = new Bench(state, { pane, suggestions, offsets, work, server, names, lookUp });
  const said = (words) => bench.say(words);
  bench.outbox = new Outbox(work, hearing(server, names), { said, changed: () => bench.render(), undecided: () => bench.reread() });
  bench.saving = new Saving(part("saving"), work, bench.outbox);
  bench.counter = new Counter(part("counts"));
  bench.bar = new Bar(part("keys"), part("spoken"), new Map(state.codebook.types.map(({ code, label }) => [code, label])), (command, code) => bench.run(command, code));
  bench.finder = new Finder(part("look-up"), bench);
  bench.frame = new Frame(root);
  bench.cards = new Cards(part("cards"), bench);
  bench.suggestionCard = new SuggestionCard(part("suggestion"), bench);
  bench.list = new SuggestionList(part("list"), bench);
  bench.versions = new Versions(part("versions"), bench);
  bench.known = new Known(part("known"), bench);
  bench.settings = settings(store);
  bench.help = new Help(part("help"), bench.settings);
  work.open(state.reports, state.mentions);
  listen(root, bench);
  part("frame").hidden = false;
  part("plain").hidden = true;
  bench.render();
  bench.outbox.soon(0);
  root.dataset.ready = "true";
  if (document.activeElement === document.body) bench.focusText(); // keys work from the first press on
}

// What the server answers names people and places: the page remembers what they are called.
function hearing(server, names) {
  return {
    async send(request) {
      const answer = await server.send(request);
      const document = answer.body?.current ?? answer.body;
      if (document?.evidence) names.hearDocument(document);
      return answer;
    },
  };
}

function settings(store) {
  return {
    letters: store.readSettings().letters ?? true,
    setLetters(isOn) {
      this.letters = isOn;
      store.writeSettings({ letters: isOn });
    },
  };
}

const PATIENCE = 3000; // ms in which a window that was just closed, or has crashed, lets go

// Two windows of one browser would overwrite what the other keeps: the second one only shows the text.
function own(name) {
  if (!navigator.locks) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const held = () => (resolve(), new Promise(() => {})); // until the page goes
    navigator.locks.request(`monitor.workbench.${name}`, { signal: AbortSignal.timeout(PATIENCE) }, held).catch(() => reject(new Error("This article is open in another window of this browser. Work there, or close it and reload this page.")));
  });
}

start().catch((error) => {
  const told = part("trouble");
  told.textContent = error.message;
  told.hidden = false;
  root.dataset.ready = "refused";
});
