// The codebook beside the form: what the type means, its modes, and examples.

import { element } from "./element.js";

export function showDefinition(root, type, version) {
  root.hidden = !type;
  if (!type) return root.replaceChildren();
  const modes = type.modes.map((one) => element("li", {}, element("b", {}, one.label), one.definition ? `: ${one.definition}` : ""));
  const examples = type.examples.slice(0, 4).map((one) => element("li", {}, element("q", {}, one.text), ` ${[one.status, one.mode, one.note].filter(Boolean).join("; ")}`));
  root.replaceChildren(
    element("h2", {}, `Codebook ${version}: ${type.label}`),
    element("p", {}, type.definition),
    modes.length ? element("details", {}, element("summary", {}, "Modes"), element("ul", {}, modes)) : "",
    examples.length ? element("details", {}, element("summary", {}, "Examples"), element("ul", {}, examples)) : "");
}
