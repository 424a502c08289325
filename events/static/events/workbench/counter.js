// Counts what it costs to annotate: presses, and actions. Finding and marking words, by whatever steps, is one action.

const FINDING = new Set(["down", "up", "word", "stop", "end", "start", "mark", "select", "next_suggestion", "read_words"]);

export class Counter {
  constructor(shown) {
    this.shown = shown;
    this.presses = this.actions = 0;
    this.wasFinding = "";
    this.slowest = 0;
  }

  press() {
    this.presses += 1;
    this.show();
  }

  action(command) {
    const group = FINDING.has(command) ? (command === "down" || command === "up" ? "sentence" : "words") : "";
    if (!group || group !== this.wasFinding) this.actions += 1;
    this.wasFinding = group;
    this.show();
  }

  // How long the slowest press took until it was on the screen.
  tookUntil(milliseconds) {
    this.slowest = Math.max(this.slowest, milliseconds);
    this.shown.dataset.slowest = this.slowest.toFixed(1);
  }

  show() {
    this.shown.textContent = `${many(this.actions, "action")}, ${many(this.presses, "key press", "es")}`;
    Object.assign(this.shown.dataset, { actions: this.actions, presses: this.presses });
  }
}

function many(count, name, end = "s") {
  return `${count} ${name}${count === 1 ? "" : end}`;
}
