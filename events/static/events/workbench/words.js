// Words to step through, and where a step of the space bar stops: names and figures, as a stretch of code points each.

const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
const OPENERS = "The|A|An|In|On|At|By|To|For|From|As|After|Before|But|And|Both|It|Its|He|His|She|Her|They|Their|This|That|These|Those|While|When|Meanwhile|However|Earlier|Later|Also|Officials";
const BLANK = "[ \\u00a0]";
const TIME = `(?:${MONTHS})(?:${BLANK}\\d{1,2}(?:[-–]\\d{1,2})?(?:,${BLANK}\\d{4})?)?(?![\\p{L}\\p{M}])|(?:${DAYS})(?![\\p{L}\\p{M}])|\\d[\\d.,]*\\d|\\d`;
const WORD = "\\p{Lu}[\\p{L}\\p{M}\\p{N}’'.-]*";
const MORE = `(?:${BLANK}(?:of${BLANK})?(?!(?:${MONTHS}|${DAYS})(?![\\p{L}\\p{M}]))${WORD})*`;
const STOP = new RegExp(`(?<skip>(?<![\\p{L}\\p{M}])(?:${OPENERS})(?![\\p{L}\\p{M}]))|(?<time>${TIME})|(?<name>(?<![\\p{L}\\p{M}])${WORD}${MORE})`, "gu");

export function wordsIn(offsets, { start, end }) {
  const shift = offsets.units(start);
  return [...segmenter.segment(offsets.slice(start, end))]
    .filter((one) => one.isWordLike)
    .map((one) => stretch(offsets, shift + one.index, one.segment));
}

// Known mentions go before what only looks like a name; nothing stops inside `passed` (citations have a key of their own).
export function stopsIn(offsets, block, mentions = [], passed = []) {
  const known = mentions.filter((one) => block.start <= one.start && one.end <= block.end);
  const looks = looksLikeNames(offsets, block).filter((one) => !known.some((other) => overlap(one, other)));
  return [...known, ...looks]
    .filter((one) => !passed.some((other) => overlap(one, other)))
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function looksLikeNames(offsets, { start, end }) {
  const shift = offsets.units(start);
  return [...offsets.slice(start, end).matchAll(STOP)]
    .filter((match) => !match.groups.skip)
    .map((match) => stretch(offsets, shift + match.index, match.groups.name ? bare(match[0]) : match[0]));
}

// "Yeltsin’s" names Yeltsin; the stop after a sentence's last name is not the name's, that of "U.S." is.
function bare(name) {
  const owner = name.replace(/[’']s?$/u, "");
  return /\.\p{L}+\.$/u.test(owner) ? owner : owner.replace(/[.-]+$/u, "");
}

function stretch(offsets, unit, words) {
  return { start: offsets.points(unit), end: offsets.points(unit + words.length) };
}

export function overlap(one, other) {
  return one.start < other.end && other.start < one.end;
}
