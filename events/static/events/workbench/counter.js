// Counts what it costs to annotate: presses, and actions. Finding and marking words, by whatever steps, is one action.

const FINDING = new Set(["down", "up", "word", "stop", "end", "start", "mark", "select"]);

export class Counter {
  constructor(shown) {
    this.shown = shown;
    this.presses = this.actions = 0;
    this.wasFinding = "";
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

  show() {
    this.shown.textContent = `${this.actions} actions, ${this.presses} key presses`;
    Object.assign(this.shown.dataset, { actions: this.actions, presses: this.presses });
  }
}
