// The key map: what a press means where she is. One table a place; a press that means two things there is refused at once.

const MOVES = {
  ArrowDown: ["down", "", "next"],
  ArrowUp: ["up", "", "previous"],
  ArrowRight: ["word", 1, "word"],
  ArrowLeft: ["word", -1, "word back"],
  " ": ["stop", 1, "next name or figure"],
  "Shift+ ": ["stop", -1, "previous name"],
  "Shift+ArrowRight": ["end", 1, "longer"],
  "Shift+ArrowLeft": ["end", -1, "shorter"],
  "Ctrl+Shift+ArrowRight": ["start", 1, "start later"],
  "Ctrl+Shift+ArrowLeft": ["start", -1, "start earlier"],
  "[": ["mark", -1, "previous mark"],
  "]": ["mark", 1, "next mark"],
  "Ctrl+ArrowLeft": ["mark", -1, "previous mark"],
  "Ctrl+ArrowRight": ["mark", 1, "next mark"],
};
const ALWAYS = {
  "Ctrl+z": ["undo", "", "undo"],
  "Ctrl+Shift+z": ["redo", "", "redo"],
  "Ctrl+y": ["redo", "", "redo"],
  "Ctrl+s": ["save", "", "save now"],
  "?": ["help", "", "all keys"],
  Escape: ["back", "", "one step back"],
  "Ctrl+Enter": ["submit", "", "submit"],
  Delete: ["remove_report", "", "take the report back"],
};
const SUGGESTED = {
  ".": ["next_suggestion", 1, "next suggestion"],
  ",": ["next_suggestion", -1, "previous suggestion"],
  w: ["list", "", "suggestions by kind"],
};
const BOTH = { k: ["known", "", "known event"], b: ["versions", "", "both versions"] };
const STATES = { 1: "occurred", 2: "ongoing", 3: "planned", 4: "proposed", 5: "alleged", 6: "denied", 7: "cancelled" };
const REPORT = {
  ...Object.fromEntries(Object.entries(STATES).map(([digit, code]) => [digit, ["status", code, code]])),
  8: ["flag", "hedged", "hedged"],
  9: ["flag", "background", "background"],
};

export const TYPES = {
  a: "AGREE", c: "CONSULT", s: "SUPPORT", d: "CONCEDE", o: "COOPERATE", i: "AID", r: "RETREAT", q: "REQUEST", u: "ACCUSE",
  j: "REJECT", t: "THREATEN", p: "PROTEST", n: "SANCTION", m: "MOBILIZE", e: "COERCE", l: "ASSAULT",
}; // prettier-ignore
export const OWN_TYPES = { a: "X-APPOINT", l: "X-LEGISLATE", s: "X-STATE", e: "X-ECON", d: "X-DISASTER" };
export const ROLES = { a: "actor", r: "recipient", m: "mediator", v: "victim", h: "host", o: "topic" };
export const WORDS = { p: "place", t: "time", g: "trigger", e: "hedge" };

const FIELDS = {
  d: ["field", "mode", "mode"],
  c: ["field", "contexts", "contexts"],
  x: ["field", "precision", "exactness"],
  n: ["field", "note", "note"],
  l: ["field", "label", "label"],
};
const SLOTS = {
  ...commands(ROLES, "part"),
  ...commands(WORDS, "words"),
  s: ["source", "", "source"],
};

function commands(letters, command) {
  return Object.fromEntries(Object.entries(letters).map(([letter, code]) => [letter, [command, code, code]]));
}

function without(map, press) {
  return Object.fromEntries(Object.entries(map).filter(([one]) => one !== press));
}

function withShift(map, command) {
  return Object.fromEntries(Object.entries(map).map(([letter, [name, code]]) => [`Shift+${letter}`, [command(name), code, ""]]));
}

export const MAPS = {
  sentence: joined(commands(TYPES, "open"), withShift(commands(TYPES, "open"), () => "retype"), SUGGESTED, BOTH, REPORT, MOVES, ALWAYS, {
    x: ["own", "", "X-…"],
    f: ["flagged", "", "marks to check"],
    Enter: ["sentence", "", "evidence, or no longer"],
    Backspace: ["sentence_off", "", "no longer evidence"],
  }),
  suggestion: joined(commands(TYPES, "accept_as"), SUGGESTED, without(MOVES, "ArrowRight"), ALWAYS, {
    Enter: ["accept", "", "accept"],
    "Shift+Enter": ["accept_and_edit", "", "accept and edit"],
    Backspace: ["reject", "", "reject"],
    ArrowRight: ["read_words", "", "to the words it read"],
    x: ["own", "", "as X-…"],
  }),
  own: joined(commands(OWN_TYPES, "open"), withShift(commands(OWN_TYPES, "open"), () => "retype"), ALWAYS),
  words: joined(SLOTS, withShift(SLOTS, (name) => `${name}_more`), FIELDS, SUGGESTED, BOTH, REPORT, MOVES, ALWAYS, {
    y: ["reading", "", "metonym or itself"],
    f: ["find", "", "find another"],
    j: ["same_words", "", "same words elsewhere"],
    Enter: ["mention", "", "name only, or right"],
    Backspace: ["unmark", "", "remove the mark"],
  }),
  versions: joined(ALWAYS, {
    ArrowDown: ["down", "", "next line"],
    ArrowUp: ["up", "", "previous line"],
    ArrowLeft: ["side", "mine", "mine"],
    ArrowRight: ["side", "theirs", "theirs"],
    Enter: ["settle", "", "save what is chosen"],
  }),
};

// Several tables as one. Raises where two of them want the same press.
export function joined(...tables) {
  const map = new Map();
  for (const [press, meaning] of tables.flatMap((table) => Object.entries(table))) {
    if (map.has(press)) throw new Error(`The key ${press} would mean ${map.get(press)[0]} and ${meaning[0]}: give one of them another key.`);
    map.set(press, meaning);
  }
  return map;
}

// The press as the tables name it. Brackets count however a keyboard makes them; Alt belongs to the browser.
export function pressOf({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if ("[]?".includes(key)) return key;
  if (altKey) return "";
  const letter = key.length === 1 ? key.toLowerCase() : key;
  const isPlain = key.length === 1 && !/\p{L}| /u.test(key);
  return `${ctrlKey || metaKey ? "Ctrl+" : ""}${shiftKey && !isPlain ? "Shift+" : ""}${letter}`;
}

export function isSingleCharacter(press) {
  return /^(Shift\+)?\S$/u.test(press);
}

// What is legal for the type, and what needs an event to stand on.
export function isLegal([command, code], { type, active }) {
  if (command === "part" || command === "part_more") return active && (type?.roles.includes(code) ?? false);
  return active || !NEEDS_EVENT.has(command);
}

const NEEDS_EVENT = new Set([
  "retype", "words", "words_more", "source", "source_more", "status", "flag", "field", "sentence", "sentence_off", "known", "remove_report",
]); // prettier-ignore

export function nameOf(press) {
  return press
    .split("+")
    .map((one) => NAMES[one] ?? (one.length === 1 ? one.toUpperCase() : one))
    .join(" ");
}

const NAMES = { " ": "Space", ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Backspace: "Bksp", Escape: "Esc" };
