// Keys and pointer → commands. Letters are live in the text and on the cards, never in a field, a dialog, or while composing.

import { isLegal, isSingleCharacter, MAPS, pressOf } from "./keys.js";

const FIELDS = "input:not([type=checkbox]), textarea, select, dialog, dialog *, #workbench-look-up form *";
const MODIFIERS = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock", "Dead", "AltGraph"]);

export function listen(root, bench) {
  root.addEventListener("keydown", (event) => pressed(event, bench));
  bench.pane.root.addEventListener("click", (event) => pointed(event, bench)); // the selection stands, and no key comes in between
  root.querySelector("#workbench-undo").addEventListener("click", () => bench.run("undo"));
  root.querySelector("#workbench-redo").addEventListener("click", () => bench.run("redo"));
  root.querySelector("#workbench-help-button").addEventListener("click", () => bench.run("help"));
  root.querySelector("#workbench-submit").addEventListener("click", () => bench.run("submit"));
  root.querySelector("#workbench-flagged").addEventListener("click", () => (bench.focusText(), bench.run("flagged")));
  root.querySelector("#workbench-correct")?.addEventListener("click", (event) => leave(event, bench));
  addEventListener("online", () => bench.outbox.now());
  addEventListener("focus", () => bench.outbox.now());
  addEventListener("offline", () => {
    bench.outbox.reach = "offline";
    bench.render();
  });
}

// To the page of corrections once all is saved; what cannot be saved is kept here, under its old text.
function leave(event, bench) {
  event.preventDefault();
  bench.outbox.now().then(() => location.assign(event.target.href));
}

// What a press means is decided when its turn comes: whoever types ahead of a look-up means the state that the acts before lead to.
function pressed(event, bench) {
  if (event.isComposing || event.defaultPrevented) return;
  if (!MODIFIERS.has(event.key) && !event.repeat) bench.counter.press();
  const press = pressOf(event);
  if (event.target.matches(FIELDS)) return inField(event, press, bench);
  const inText = event.target === bench.pane.root || event.target.closest("#workbench-versions") !== null;
  if (!isMeant(press, inText, bench) || !isLive(event, press, inText, bench)) return;
  event.preventDefault();
  if (isSingleCharacter(press) && event.repeat) return;
  const pressedAt = event.timeStamp;
  bench.later(() => due(press, inText, bench)).then(() => requestAnimationFrame(() => bench.counter.tookUntil(performance.now() - pressedAt)));
}

function isMeant(press, inText, bench) {
  if (bench.isBusy) return Object.values(MAPS).some((map) => map.has(press));
  return MAPS[stateOf(bench, inText)].has(press);
}

function due(press, inText, bench) {
  const field = document.activeElement;
  if (field.matches(FIELDS)) return typedAhead(field, press);
  const meaning = MAPS[stateOf(bench, inText)].get(press);
  if (!meaning) return;
  const entry = bench.work.activeEntry;
  const context = { type: entry && bench.typeOf(entry), active: entry !== null };
  if (isLegal(meaning, context)) return bench.perform(meaning[0], meaning[1]);
  bench.say(entry ? `${context.type.label} has no ${meaning[1]}.` : "No event is active. A type key opens one on the boxed sentence.");
}

// An act before this press opened a field: the characters go there.
function typedAhead(field, press) {
  const letter = press.replace("Shift+", "");
  if (letter.length !== 1 || field.matches("select")) return;
  field.setRangeText(press === letter ? letter : letter.toUpperCase(), field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// On a card letters are slots and fields: a type is chosen in the text, or in the card's own list.
function stateOf(bench, inText) {
  return inText || bench.versions.isOpen ? bench.state : "words";
}

function isLive(event, press, inText, bench) {
  if (isSingleCharacter(press) && !bench.settings.letters) return false;
  if (inText) return !(event.target.matches("button") && (press === "Enter" || press === " "));
  const isNative = press === "Enter" || press.includes(" ") || press.includes("Arrow") || press === "Backspace" || press === "Delete";
  return !isNative;
}

function inField(event, press, bench) {
  if (event.target.closest("dialog")) return;
  if (press === "Escape") {
    event.preventDefault();
    bench.focusText();
  }
  if (press === "Ctrl+s") {
    event.preventDefault();
    event.target.blur();
    bench.focusText();
    bench.run("save");
  }
}

// A drag marks words, a click boxes the sentence.
function pointed(event, bench) {
  const marked = bench.pane.selected();
  const block = event.target.closest("[data-start]");
  bench.focusText();
  if (marked) {
    getSelection().removeAllRanges();
    bench.counter.action("select");
    bench.mark(marked);
  } else if (block) {
    bench.counter.action("down");
    bench.commands.toSentence(bench.pane.blocks.findIndex((one) => one.node === block));
  }
}
