// Who or what words may name: candidates, the likeliest first, those that fit the words before those that are merely like them.

const LONGEST_NAME = 12; // words; "Deputy Foreign Minister of the Russian Federation Boris Pastukhov" has nine

export class LookUp {
  constructor(server, names, mentions, { most = 200 } = {}) {
    Object.assign(this, { server, names, mentions, most });
    this.answers = new Map();
  }

  // Candidates for the words, from the server and from what this article already says; a server out of reach leaves the latter.
  // Where nothing fits "Foreign Minister Ilze Krastina", the leading words may be an office: without them it is tried again.
  async about(words, on = "") {
    if (!mayName(words)) return [];
    const whole = await this.asked(words, words, on);
    for (let rest = words; !whole.some((one) => fits(one, words)) && /\s/.test(rest); ) {
      rest = rest.replace(/^\S+\s+/u, "");
      const named = (await this.asked(rest, words, on)).filter((one) => fits(one, words));
      if (named.length > 0) return ranked([...named, ...whole], words);
    }
    return whole;
  }

  async asked(words, marked, on) {
    const [actors, places] = await Promise.all(["actor", "place"].map((kind) => this.ask(kind, words, on)));
    const metonyms = await this.metonyms(words, places ?? [], on);
    return ranked([...this.saidHere(words), ...(actors ?? []), ...(places ?? []), ...metonyms], marked);
  }

  async ask(kind, words, on) {
    const id = `${kind}\n${words}\n${on}`;
    if (!this.answers.has(id)) {
      const found = await this.server.results("look-up/", { kind, q: words.slice(0, 200), ...(on ? { on } : {}) });
      if (found === null) return null;
      if (this.answers.size > this.most) this.answers.clear();
      found.forEach((row) => this.names.hear(kind, row));
      this.answers.set(id, found);
    }
    return this.answers.get(id);
  }

  forget() {
    this.answers.clear();
  }

  // The state whose capital or land the words name, meant as the one that acts.
  async metonyms(words, places, on) {
    const [place] = places.filter((one) => fits(one, words));
    const land = place && (place.where.split(", ").at(-1) || place.name);
    if (!land) return [];
    const states = (await this.ask("actor", land, on)) ?? [];
    return states.filter((one) => one.is === "state" && one.how === "exact").map((one) => ({ ...one, reading: "metonym" }));
  }

  saidHere(words) {
    return this.mentions()
      .filter((one) => one.quote === words)
      .map(({ kind, slug, name, is, reading }) => ({ kind, slug, name, is: is ?? "", where: "", office: this.names.about(kind, slug), matched: words, how: "exact", reading }));
  }
}

// A sentence names nobody: nothing is asked about it.
export function mayName(words) {
  return words.trim().split(/\s+/u).length <= LONGEST_NAME;
}

const ORDER = { exact: 0, variant: 1, prefix: 2, similar: 3 };

function ranked(candidates, words) {
  const seen = new Set();
  const apart = candidates.filter((one) => !seen.has(idOf(one)) && seen.add(idOf(one)));
  const rank = (one) => (fits(one, words) ? 0 : 10) + ORDER[one.how] + (one.reading === "metonym" ? 4 : 0);
  return apart.sort((a, b) => rank(a) - rank(b));
}

function idOf({ kind, slug }) {
  return `${kind}/${slug}`;
}

// Whether a key may take it unasked: the words are its name, hold it, or are a whole word of it.
export function fits(one, words) {
  if (one.how === "exact" || one.how === "variant" || one.reading === "metonym") return true;
  return [one.name, one.matched].some((name) => within(words, name) >= 0 || (words.length > 2 && within(name, words) >= 0));
}

// Where the name stands in the words, as whole words; -1 where it does not.
export function within(words, name) {
  const at = name ? words.toLocaleLowerCase("en").indexOf(name.toLocaleLowerCase("en")) : -1;
  const isWhole = at >= 0 && !/[\p{L}\p{N}]$/u.test(words.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(words.slice(at + name.length));
  return isWhole ? at : -1;
}

// "Foreign Minister Ilze Krastina" is trimmed to the name that is known.
export function trimmedTo(one, stretch, offsets) {
  const words = offsets.slice(stretch.start, stretch.end);
  for (const name of [one.matched, one.name]) {
    const at = within(words, name);
    if (at < 0) continue;
    const unit = offsets.units(stretch.start) + at;
    return offsets.whole(unit, unit + name.length);
  }
  return stretch;
}

export function takes(one, role) {
  return role === "place" ? one.kind === "place" : one.kind === "actor";
}
