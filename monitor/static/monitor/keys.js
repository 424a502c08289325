// Single keys of the desk: inside a part marked data-keys each control tells its key. Nothing is live while she types.

const OFF = "desk-single-keys-off";
const part = document.querySelector("[data-keys]");
const isTyping = (element) => element.closest("input:not([type=checkbox]):not([type=radio]):not([type=submit]), select, textarea, [contenteditable], [role=combobox]");

// What Enter or Space does by itself on a control that has the focus is left to the browser.
const actsItself = (event) => ["Enter", " "].includes(event.key) && event.target.closest("a, button, summary, input");

function meant(key) {
  const open = document.activeElement.closest("details[open]") ?? part.querySelector("details[open]:focus-within");
  const place = open ?? part;
  return [...place.querySelectorAll("[data-key]"), ...part.querySelectorAll("[data-key]")].find(
    (control) => control.dataset.key.toLowerCase() === key.toLowerCase() && control.checkVisibility(),
  );
}

function use(control) {
  if (control.matches("textarea")) control.focus();
  else control.click();
  if (control.matches("summary")) control.parentElement.querySelector("button, textarea")?.focus();
}

function pressed(event) {
  const held = event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing;
  if (held || localStorage.getItem(OFF) || actsItself(event)) return;
  if (event.key === "Escape") return closeOpen();
  if (isTyping(event.target)) return;
  const control = meant(event.key);
  if (!control) return;
  event.preventDefault();
  use(control);
}

function closeOpen() {
  for (const open of part.querySelectorAll("details[open]")) {
    open.open = false;
    open.querySelector("summary").focus();
  }
}

// Whoever dictates or strays onto keys switches them off; the choice stays in this browser.
function addSwitch() {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "keys-switch" });
  const say = () => {
    const off = Boolean(localStorage.getItem(OFF));
    button.textContent = off ? "Single keys are off" : "Single keys are on";
    button.setAttribute("aria-pressed", String(!off));
  };
  button.addEventListener("click", () => {
    if (localStorage.getItem(OFF)) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
    say();
  });
  say();
  part.append(button);
}

if (part) {
  document.addEventListener("keydown", pressed);
  addSwitch();
}
