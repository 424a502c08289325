// The fields of the active card: one control a value, each with the key that leads to it.

import { element, key } from "./element.js";
import { dateOf, retyped, withDate } from "./filling.js";

export function fields(bench, entry, type) {
  const mayChange = entry.meta.may_change;
  const ofEvent = mayChange && entry.meta.event.may_change;
  const modes = [{ code: "", label: "none" }, ...type.modes];
  const put = (path, label) => (value) => bench.change(entry, { ...entry.now, [path]: value }, label);
  const typed = (code) => bench.change(entry, retyped(entry.now, code, entry.meta.event.may_change), `type ${code}`);
  const precisions = [{ code: "", label: "as the place" }, ...bench.codebook.precisions];
  return element("div", { class: "fields" },
    select("type", "Type", "Shift", standing(bench.codebook.types), type.code, mayChange, typed),
    textField("date", "Date (EDTF)", "T", dateOf(entry.now).date, mayChange, (value) => redate(bench, entry, value)),
    select("mode", "Mode", "D", modes, entry.now["event/mode"], ofEvent, put("event/mode", "mode")),
    select("precision", "Exactness of the place", "X", precisions, entry.now["event/geo_precision"] ?? "", ofEvent && entry.now["event/place"] !== null, put("event/geo_precision", "exactness")),
    contexts(bench, entry, ofEvent),
    textField("label", "Label", "L", entry.now["event/label"] ?? "", ofEvent, put("event/label", "label")),
    note(entry, mayChange, put("note", "note")));
}

function standing(codes) {
  return codes.filter((one) => !one.retired).map(({ code, label }) => ({ code, label: `${label} (${code})` }));
}

// Words that gave the date stay beside the one that is typed; the origin says that a person set it.
function redate(bench, entry, value) {
  const { words } = dateOf(entry.now);
  const date = { date: value.trim(), words, origin: "person", check: false };
  bench.change(entry, withDate(entry.now, date, null, words ? bench.article.id : null, true, entry.meta.event.may_change), `date ${value}`);
  bench.say(value ? `The date is ${value}.` : "The date is empty.");
}

function field(name, label, letter, control) {
  return element("div", { class: "field" }, element("label", { for: control.id }, key(letter), ` ${label}`), control);
}

function select(name, label, letter, options, value, mayChange, act) {
  const control = element("select", { id: `workbench-${name}`, disabled: !mayChange, onchange: () => act(control.value) },
    options.map((one) => element("option", { value: one.code, selected: one.code === value }, one.label)));
  return field(name, label, letter, control);
}

function textField(name, label, letter, value, mayChange, act) {
  const control = element("input", { id: `workbench-${name}`, type: "text", readonly: !mayChange, autocomplete: "off", maxlength: name === "date" ? 60 : 300, onchange: () => act(control.value) });
  control.value = value;
  return field(name, label, letter, control);
}

function note(entry, mayChange, act) {
  const control = element("textarea", { id: "workbench-note", rows: 2, maxlength: 10000, readonly: !mayChange, onchange: () => act(control.value) });
  control.value = entry.now.note;
  return field("note", "Note for colleagues", "N", control);
}

function contexts(bench, entry, mayChange) {
  const chosen = bench.codebook.contexts.filter(({ code }) => `event/context/${code}` in entry.now).map(({ label }) => label);
  const boxes = bench.codebook.contexts.filter((one) => !one.retired).map((one) => context(bench, entry, one, mayChange));
  return element("details", { id: "workbench-contexts-all" },
    element("summary", { id: "workbench-contexts" }, key("C"), ` Contexts: ${chosen.join(", ") || "none"}`),
    element("fieldset", {}, element("legend", {}, "Contexts"), boxes));
}

function context(bench, entry, { code, label }, mayChange) {
  const path = `event/context/${code}`;
  const act = () => {
    const { [path]: was, ...without } = entry.now;
    bench.change(entry, was ? without : { ...entry.now, [path]: true }, `context ${label}`);
  };
  const box = element("input", { type: "checkbox", id: `workbench-context-${code}`, disabled: !mayChange, onchange: act });
  box.checked = path in entry.now;
  return element("label", { class: "context", for: box.id }, box, ` ${label}`);
}
