// Two people changed one report: what one side alone changed is kept, what both changed otherwise is asked.

import { applied, difference, same } from "./flat.js";

export function merge(base, mine, theirs) {
  const [hers, his] = [difference(base, mine), new Map(difference(base, theirs).map((one) => [one[0], one]))];
  if (!theirs.exists || !mine.exists) return oneIsGone(hers, his, mine, theirs);
  const both = hers.filter(([path, , after]) => his.has(path) && !same(his.get(path)[2], after)).map(([path]) => path);
  const kept = hers.filter(([path]) => !both.includes(path));
  return { merged: applied(theirs, kept), both };
}

// A report that one side took back is there or not: whoever changed it is asked about the whole.
function oneIsGone(hers, his, mine, theirs) {
  if (hers.length === 0) return { merged: theirs, both: [] };
  if (his.size === 0 || (!theirs.exists && !mine.exists)) return { merged: mine, both: [] };
  return { merged: theirs, both: ["exists"] };
}

// The report to save once each of `both` has a side: "mine" or "theirs".
export function settled({ merged, mine, theirs, both, sides }) {
  if (both.includes("exists")) return sides.exists === "mine" ? mine : theirs;
  const chosen = both.map((path) => [path, null, (sides[path] === "mine" ? mine : theirs)[path] ?? null]);
  return applied(merged, chosen);
}
