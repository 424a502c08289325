// Counts what it costs to annotate: presses, and actions. Finding and marking words, by whatever steps, is one action.

const FINDING = new Set(["down", "up", "word", "stop", "end", "start", "mark", "select", "next_suggestion", "read_words"]);

export class Counter {
  constructor(shown) {
    this.shown = shown;
    this.presses = this.actions = 0;
    this.wasFinding = "";
    this.times = [];
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

  // How long presses took until they were on the screen: the slowest of the last hundred, and the one in the middle.
  tookUntil(milliseconds) {
    this.times = [...this.times, milliseconds].slice(-100);
    const sorted = [...this.times].sort((a, b) => a - b);
    Object.assign(this.shown.dataset, { slowest: sorted.at(-1).toFixed(1), median: sorted[Math.floor(sorted.length / 2)].toFixed(1) });
  }

  show() {
    this.shown.textContent = `${many(this.actions, "action")}, ${many(this.presses, "key press", "es")}`;
    Object.assign(this.shown.dataset, { actions: this.actions, presses: this.presses });
  }
}

function many(count, name, end = "s") {
  return `${count} ${name}${count === 1 ? "" : end}`;
}
